"""What the server and a reading process say to each other: a line of JSON, then the file's bytes; lines back."""

from __future__ import annotations

import datetime as dt

import msgspec

from core.ingest.limits import LIMITS, Limits
from core.ingest.outcome import Outcome

LONGEST_ANSWER = 512 * 2**20
"""Bytes of one line; 20 million characters are 80 MB at most, twelve times that as escaped control characters."""

OUT_OF_MEMORY = 77
"""Exit status of a reading process that ran out of memory and could still say so."""


class Request(msgspec.Struct, frozen=True):
    """A file to be read; ``size`` bytes follow the line."""

    name: str
    size: int
    published: dt.date | None = None
    text_column: str | None = None
    limits: Limits = LIMITS


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The libraries are loaded."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """The process is at work on something slow, and where."""

    words: str


class Done(msgspec.Struct, frozen=True, tag="done"):
    """What became of the file."""

    outcome: Outcome


Answer = Ready | Progress | Done


def line(message: msgspec.Struct) -> bytes:
    """One message as a line."""
    return msgspec.json.encode(message) + b"\n"


def answer(line: bytes) -> Answer | None:
    """The message of a line; null where the line is none, as at the end of a process."""
    try:
        decoded: Answer = msgspec.json.decode(line, type=Answer)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return decoded
