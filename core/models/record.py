"""All that extraction found in one document, and the same in JSON."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from core.models.dates import DateMention
from core.models.events import Event
from core.models.figures import Figure
from core.models.places import Place
from core.models.speech import Quote
from core.models.text import Notice, Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extraction found in one document. ``sentences`` lets a page show a mention in its sentence.

    ``pages``, ``original``, ``original_name`` and ``dated_by`` are those of the document.
    """

    id: str
    name: str
    sha256: str
    title: str | None
    outlet: str | None
    published: dt.date | None
    published_from: Literal["given", "metadata", "text"] | None
    language: str | None
    text: str
    warnings: tuple[Notice, ...]
    boilerplate: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]
    places: tuple[Place, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    pages: tuple[int, ...] = ()
    original: str | None = None
    dated_by: str | None = None
    original_name: str | None = None


@dataclass(frozen=True, slots=True)
class Redating:
    """What another publication date (document creation time) changes of a record; all else in it stays."""

    warnings: tuple[Notice, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A document from which nothing could be extracted, with one sentence for people."""

    id: str
    error: str


def to_json(record: Any) -> bytes:
    """One line of UTF-8 JSON, keys in the order of the fields."""
    return msgspec.json.encode(record)


def extraction_from_json(line: bytes | str) -> Extraction:
    """The record that :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: a key is missing or has another type than promised.
    """
    return msgspec.json.decode(line, type=Extraction)
