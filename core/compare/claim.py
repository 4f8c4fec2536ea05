"""One figure of one document with all that a comparison needs to know of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.compare.days import Day
from core.compare.sense import Sense
from core.compare.units import converted
from core.models import Bound, PlaceKind
from core.origins import Passage


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document claims of a number: its figure with all that a comparison needs.

    It has the document, the index in its record, ``start`` and ``end`` in the text; ``low`` and ``high`` as in the
    record, at least one of them given, in ``unit``, that of the whole group; ``said`` has low, high and unit as the
    text gives them. ``sentence`` holds its words, ``quotation`` those of the direct quotation the figure stands in,
    ``credits`` the agencies named with it and ``document_credits`` those named for its whole document; ``near`` is the
    scene named last before it, ``named`` are all places in its sentence.
    """

    doc: str
    i: int
    start: int
    end: int
    name: str
    published: dt.date | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    text: str
    counted: str | None
    sentence: str
    speaker: str | None
    via: str | None
    quotation: str | None
    credits: frozenset[str]
    document_credits: frozenset[str]
    hedges: tuple[str, ...]
    place: str | None
    place_name: str | None
    place_kind: PlaceKind | None
    near: str | None
    named: frozenset[str]
    day: Day
    sense: Sense
    said: tuple[float | None, float | None, str | None]

    @property
    def key(self) -> str:
        """What names this figure in the whole dossier."""
        return f"{self.doc}:{self.i}"

    @property
    def least(self) -> float:
        """The lowest number that is claimed."""
        return min(value for value in (self.low, self.high) if value is not None)

    @property
    def most(self) -> float:
        """The highest number that is claimed."""
        return max(value for value in (self.low, self.high) if value is not None)

    def measured_in(self, unit: str | None) -> Claim:
        """The same claim with its numbers in a unit that measures the same."""
        low, high, own = self.said
        return (
            self
            if unit == self.unit
            else replace(self, low=converted(low, own, unit), high=converted(high, own, unit), unit=unit)
        )

    @property
    def counted_on(self) -> dt.date | None:
        """The one day the text gives the number for, else the day the document came out."""
        return self.day.only or self.published

    @property
    def passage(self) -> Passage:
        """What shows where the number comes from."""
        return Passage(
            *(self.doc, self.name, (self.low, self.high), self.sentence, self.quotation, self.speaker),
            credits=self.credits,
            document_credits=self.document_credits,
        )


Heap = list[Claim]
"""Claims that may be of one number; what sorts them takes such heaps apart."""


def in_one_unit(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with their numbers in the unit that most of them use; the first one's where several are as common."""
    units = Counter(claim.said[2] for claim in claims)
    unit = units.most_common(1)[0][0]
    return [claim.measured_in(unit) for claim in claims]


def ratio(one: Sequence[Claim], other: Sequence[Claim]) -> float:
    """How many times the larger of the nearest two values is the smaller; 1 where spans of values meet."""
    (low, high), (least, most) = _reach(one), _reach(other)
    if low <= most and least <= high:
        return 1.0
    below, above = (high, least) if high < least else (most, low)
    return above / below if below > 0 else float("inf")


def _reach(heap: Sequence[Claim]) -> tuple[float, float]:
    return min(s.least for s in heap), max(s.most for s in heap)
