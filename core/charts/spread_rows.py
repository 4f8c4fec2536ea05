"""Where the marks of groups of figures stand: one row a group, each on a scale of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.charts.bounds import SIZE, middle
from core.charts.lanes import lanes
from core.compare import Group, Source

_HEAD = 30
"""Pixels of a row's title over its marks."""

LANE = 17
"""Pixels between marks that stand at the same value."""

FOOT = 32
"""Pixels under a row's lowest lane: its values and the space to the next row."""

_LOGARITHMIC_FROM = 50
"""Ratio of the largest to the smallest value of a row from which its scale is logarithmic."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group on its own scale: places from 0 (lowest) to 1 (highest), in pixels from the top of the chart.

    ``times`` is how often the document of each source says that source's number.
    """

    group: Group
    sources: tuple[Source, ...]
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


def rows_of(groups: Sequence[Group], inner: int) -> list[Row]:
    """The groups one under another; ``inner`` is the pixels between the lowest and the highest number."""
    made: list[Row] = []
    top = 0
    for group in groups:
        sources, times = _told_once(group)
        places = _places(group, sources)
        lane_of = lanes([(at, at) for _, at, _ in places], (SIZE + 5) / inner)
        made.append(Row(group, sources, times, top, places, tuple(lane_of)))
        top = made[-1].bottom + FOOT
    return made


def _places(group: Group, sources: Sequence[Source]) -> tuple[tuple[float, float, float], ...]:
    """Low end, mark and high end of each source between 0 and 1; in the middle where all say the same."""
    low, high = group.low, group.high
    far = low > 0 and high / low >= _LOGARITHMIC_FROM

    def at(value: float) -> float:
        if high == low:
            return 0.5
        if far:
            return math.log(value / low) / math.log(high / low)
        return (value - low) / (high - low)

    return tuple((at(s.least), at(middle(s)), at(s.most)) for s in sources)


def _told_once(group: Group) -> tuple[tuple[Source, ...], tuple[int, ...]]:
    """The sources, those of one document with the same number as one, and how many each stands for."""
    told: dict[tuple[object, ...], list[Source]] = {}
    for source in group.sources:
        told.setdefault((source.doc, source.low, source.high, source.bound), []).append(source)
    return tuple(same[0] for same in told.values()), tuple(len(same) for same in told.values())
