"""Stretches of a text, and what a reader must know about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NoticeCode = Literal[
    "part",
    "published",
    "language",
    "long",
    "quotation",
    "unread",
    "mojibake",
    "unreadable-characters",
    "hidden-characters",
    "direction-marks",
    "mixed-alphabets",
    "print-noise",
    "machine-translation",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text together with its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know about the text: ``code`` for programs, ``message`` for people.

    ``start`` and ``end`` are null where the notice is about the whole document.
    """

    code: NoticeCode
    message: str
    start: int | None = None
    end: int | None = None
