"""What the server and its worker say to each other: one JSON object a line, nothing pickled.

The server sends a :class:`Request` a line; the worker answers with the others.
"""

from __future__ import annotations

import msgspec

from core.models import Document, Reading


class Request(msgspec.Struct, frozen=True):
    """A document to read; or, with what was read before, one whose publication date is another now."""

    document: Document
    before: Reading | None = None


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The model and the gazetteer are loaded."""


class Started(msgspec.Struct, frozen=True, tag="started"):
    """The document has arrived and is being read."""

    id: str


class Record(msgspec.Struct, frozen=True, tag="record"):
    """What was found in a document, and its parse."""

    id: str
    reading: Reading


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A document that could not be read, or with an empty id a worker that could not start; ``error`` is for people."""

    id: str
    error: str


Message = Ready | Started | Record | Failed


def line(message: object) -> bytes:
    """One message as a line."""
    return msgspec.json.encode(message) + b"\n"


def request(line: bytes) -> Request:
    """The request of a line.

    Raises:
        msgspec.MsgspecError: the line is none.
    """
    return msgspec.json.decode(line, type=Request)


def message(line: bytes) -> Message:
    """The message of a line.

    Raises:
        msgspec.MsgspecError: the line is none.
    """
    answer: Message = msgspec.json.decode(line, type=Message)
    return answer
