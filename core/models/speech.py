"""What was said, and who vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.models.text import Words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who vouches for something: the fullest name in the document and the words that show it."""

    name: str
    start: int
    end: int
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported speech; for direct speech ``start`` and ``end`` lie inside the quotation marks."""

    start: int
    end: int
    text: str
    kind: Literal["direct", "indirect"]
    speaker: Speaker | None
    cue: Words | None
    via: str | None
    closed: bool
