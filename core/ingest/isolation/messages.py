"""What the server and a reading process say to each other: a line of JSON, then the file's bytes; lines back."""

from __future__ import annotations

import datetime as dt

import msgspec

from core.ingest.limits import LIMITS, Limits
from core.ingest.outcome import Outcome
from core.processes.messages import Ready

LONGEST_ANSWER = 512 * 2**20
"""Bytes of one line; 20 million characters are 80 MB at most, twelve times that as escaped control characters."""


class ReadFile(msgspec.Struct, frozen=True):
    """A file to be read; ``size`` bytes follow the line."""

    name: str
    size: int
    published: dt.date | None = None
    text_column: str | None = None
    limits: Limits = LIMITS


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """The process is at work on something slow, and where."""

    words: str


class Done(msgspec.Struct, frozen=True, tag="done"):
    """What became of the file."""

    outcome: Outcome


Answer = Ready | Progress | Done
