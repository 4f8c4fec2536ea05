"""What a worker and its extractor say to each other.

The worker asks with :class:`Extract` or :class:`Redate`; the extractor says :class:`Started`, then one of the others.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import msgspec

from core.models import Document, Extraction, Redating
from core.processes.messages import Ready


class Extract(msgspec.Struct, frozen=True, tag="extract"):
    """A document to extract from."""

    document: Document


class Redate(msgspec.Struct, frozen=True, tag="redate"):
    """A document under another publication date, without its text: ``digest`` names that, if the extractor kept it."""

    document: Document
    digest: str


class Started(msgspec.Struct, frozen=True, tag="started"):
    """The request has arrived and is worked on."""

    id: str


class Extracted(msgspec.Struct, frozen=True, tag="extracted"):
    """What was found in a document."""

    id: str
    record: Extraction


class Redated(msgspec.Struct, frozen=True, tag="redated"):
    """What the other date changes of a record."""

    id: str
    redating: Redating


class Forgotten(msgspec.Struct, frozen=True, tag="forgotten"):
    """The parse of this text is not kept, or no longer: it must be sent and parsed anew."""

    id: str


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A document that could not be read, or an extractor (no id) that could not start; ``error`` is for people."""

    id: str
    error: str


Request = Extract | Redate
Answer = Extracted | Redated | Forgotten | Failed
Said = Ready | Started | Answer


def redate(document: Document) -> Redate:
    """The request for a document that was extracted before: without its text, which may be long."""
    return Redate(replace(document, text=""), digest_of(document.text))


def digest_of(text: str) -> str:
    """What names a text; lone surrogates count as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
