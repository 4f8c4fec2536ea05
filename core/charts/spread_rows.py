"""Where the marks of groups of figures stand: one row a group, each on a scale of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.charts.bounds import SIZE, middle
from core.charts.lanes import lanes
from core.charts.theme import Pixels
from core.compare import Claim, Group

_HEAD: Pixels = 30
"""Pixels of a row's title over its marks."""

LANE: Pixels = 17
"""Pixels between marks that stand at the same value."""

FOOT: Pixels = 32
"""Pixels under a row's lowest lane: its values and the space to the next row."""

_LOGARITHMIC_FROM = 50
"""Ratio of the largest to the smallest value of a row from which its scale is logarithmic."""


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One group on its own scale: places from 0 (lowest) to 1 (highest), in pixels from the top of the chart.

    ``times`` is how often the document of each claim says its number.
    """

    group: Group
    claims: tuple[Claim, ...]
    times: tuple[int, ...]
    top: int
    places: tuple[tuple[float, float, float], ...]
    lane_of: tuple[int, ...]

    @property
    def line(self) -> int:
        """Where the first lane lies."""
        return self.top + _HEAD

    @property
    def bottom(self) -> int:
        """Where the lowest lane lies."""
        return self.line + LANE * max(self.lane_of, default=0)


def rows_of(groups: Sequence[Group], inner: int) -> list[SpreadRow]:
    """The groups one under another; ``inner`` is the pixels between the lowest and the highest number."""
    made: list[SpreadRow] = []
    top = 0
    for group in groups:
        claims, times = _told_once(group)
        places = _places(group, claims)
        lane_of = lanes([(at, at) for _, at, _ in places], (SIZE + 5) / inner)
        made.append(SpreadRow(group, claims, times, top, places, tuple(lane_of)))
        top = made[-1].bottom + FOOT
    return made


def _places(group: Group, claims: Sequence[Claim]) -> tuple[tuple[float, float, float], ...]:
    """Low end, mark and high end of each claim between 0 and 1; in the middle where all say the same."""
    low, high = group.low, group.high
    far = low > 0 and high / low >= _LOGARITHMIC_FROM

    def at(value: float) -> float:
        if high == low:
            return 0.5
        if far:
            return math.log(value / low) / math.log(high / low)
        return (value - low) / (high - low)

    return tuple((at(s.least), at(middle(s)), at(s.most)) for s in claims)


def _told_once(group: Group) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """The claims, those of one document with the same number as one, and how many each stands for."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in group.claims:
        told.setdefault((claim.doc, claim.low, claim.high, claim.bound), []).append(claim)
    return tuple(same[0] for same in told.values()), tuple(len(same) for same in told.values())
