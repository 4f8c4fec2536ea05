"""Counts of an event, and whether two of them can be one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from core.compare.nouns import family, noun
from core.frames.kinds import FigureRow

CLOSE = 1.5
"""Numbers of one thing that differ by less may be an early and a later count of one event."""

DISTINCT = 4
"""From here on a number seldom comes twice on one day in one town by chance."""

RARE = 10
"""From here on it seldom comes twice at all."""

_COUNTED = ("count", "money", "measure")


@dataclass(frozen=True)
class Count:
    """A count of the event; an open end is infinite. ``thing`` is the lemma of what is counted."""

    thing: str
    low: float
    high: float
    text: str
    family: str = ""

    def alike(self, other: Count, *, people: bool = False) -> bool:
        """Whether both count one thing; ``people`` where words that no table knows can only mean people."""
        if not self.thing or not other.thing:  # "nine" of "kills nine"
            return people and "person" in (self._sort(people), other._sort(people))
        return self.thing == other.thing or self._sort(people) == other._sort(people)

    def agrees(self, other: Count) -> bool:
        """Whether both can be true of one number."""
        return self.low <= other.high and other.low <= self.high

    def same(self, other: Count) -> bool:
        """Whether both give the same end: "at least 440" and "440"."""
        return bool({self.low, self.high} & {other.low, other.high} - {0.0, math.inf})

    def contradicts(self, other: Count) -> bool:
        """Whether they cannot mean one number, even as an early and a later count."""
        if self.agrees(other):
            return False
        low, high = min(self.high, other.high), max(self.low, other.low)
        return high > CLOSE * max(low, 1.0)

    @property
    def least(self) -> float:
        """The end that is known."""
        return self.low or self.high

    def _sort(self, people: bool) -> str:
        return "person" if people and self.family == self.thing else self.family or self.thing


def counts_of(figures: Iterable[FigureRow]) -> dict[tuple[str, int], Count]:
    """Counts and sums by document and index; ones without either end say nothing."""
    return {(row.doc, row.i): _count(row) for row in figures if row.kind in _COUNTED and row.value is not None}


def _count(row: FigureRow) -> Count:
    low = 0.0 if row.low is None else float(row.low)
    high = math.inf if row.high is None else float(row.high)
    head = (row.counted_head or "").casefold()
    thing = head or (row.unit or "").casefold()
    kin = _kin(noun(head, row.counted).thing) if head else thing
    return Count(thing, low, high, row.text, f"{row.unit or ''}{kin}")


def _kin(thing: str) -> str:
    """The widest thing that one of it is one of: a body was a person, a grave may hold many."""
    return thing if thing == "grave" else family(thing)
