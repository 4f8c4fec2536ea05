"""Quantities: how many of what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.models.speech import Speaker

Bound = Literal["exactly", "about", "at least", "at most", "more than", "less than", "between", "vague"]
OPENS: dict[Bound, Literal["above", "below"]] = {
    "at least": "above",
    "more than": "above",
    "at most": "below",
    "less than": "below",
}
"""The side on which a bound leaves a value open."""

FigureKind = Literal["count", "money", "percent", "measure", "duration", "rank"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: its value as an interval, what it counts, and who says so."""

    start: int
    end: int
    text: str
    low: int | float | None
    high: int | float | None
    bound: Bound
    change: Literal["up", "down"] | None
    unit: str | None
    counted: str | None
    counted_head: str | None
    kind: FigureKind
    speaker: Speaker | None
    via: str | None
    hedges: tuple[str, ...]
    negated: bool
    place: int | None
    date: int | None
    sentence: tuple[int, int]
