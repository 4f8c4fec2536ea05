"""Events → marks of the timeline: a mark each, dense days one mark that counts, in bands by place, actor or kind."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.charts.moments import Moment, Order, moment, order
from core.charts.timeline_bands import Band, By, Lanes, bands_of, in_order
from core.frames.kinds import ClusterRow
from core.frames.salience import prominence

STACKED = 3
"""Events of the same days that are drawn one by one; more are one mark with their number."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """What is drawn, hovered and clicked as one: events that share a band and their days."""

    at: Moment
    band: Band
    events: tuple[ClusterRow, ...]
    weight: float
    order: Order
    """Where its first event stands among all: see :func:`core.charts.moments.order`."""

    @property
    def key(self) -> str:
        """``doc:i`` of each of its mentions, comma-joined."""
        return ",".join(event.keys for event in self.events)

    @property
    def happened(self) -> bool:
        """Whether the text plainly tells that at least one of it happened."""
        return any(event.status == "happened" for event in self.events)


def marks(
    events: Iterable[ClusterRow], by: By, today: dt.date | None, lanes: Lanes = "busiest"
) -> tuple[TimelineMark, ...]:
    """The dated ones of some events as marks, band after band, earliest first."""
    rows = [row for row in events if row.dated]
    grouped: dict[Band, dict[Moment, list[ClusterRow]]] = defaultdict(lambda: defaultdict(list))
    bands = bands_of(rows, by, lanes)
    for row, band in zip(rows, bands, strict=True):
        grouped[band][moment(row)].append(row)
    found = []
    for band in in_order(bands, by):
        made = [mark for at, group in grouped[band].items() for mark in _stacked(at, band, group, today)]
        found += sorted(made, key=lambda mark: mark.order)
    return tuple(found)


def _stacked(at: Moment, band: Band, group: list[ClusterRow], today: dt.date | None) -> Iterable[TimelineMark]:
    """One mark each for few events of the same days, one for all of many; the most prominent first."""
    weighed = sorted(((prominence(row, today, row.documents), row) for row in group), key=lambda pair: -pair[0])
    if len(weighed) > STACKED:
        yield TimelineMark(at, band, tuple(row for _, row in weighed), weighed[0][0], min(order(row) for row in group))
    else:
        yield from (TimelineMark(at, band, (row,), weight, order(row)) for weight, row in weighed)


def thinned(band: Sequence[TimelineMark], cell: dt.timedelta) -> list[TimelineMark]:
    """The marks of a band, those of a short time taken together where a ``cell`` of time holds more than a few."""
    if not cell or len(band) <= STACKED:
        return list(band)
    first = min(m.at.begin for m in band)
    cells: dict[int, list[TimelineMark]] = defaultdict(list)
    kept = []
    for mark in band:
        if mark.at.end - mark.at.begin > 4 * cell:
            kept.append(mark)  # a long span is not a part of any crowd
        else:
            cells[(mark.at.middle - first) // cell].append(mark)
    for group in cells.values():
        kept += group if len(group) <= STACKED else [_joined(group)]
    return sorted(kept, key=lambda mark: mark.order)


def _joined(group: list[TimelineMark]) -> TimelineMark:
    ordered, first = sorted(group, key=lambda mark: -mark.weight), min(mark.order for mark in group)
    at = Moment(min(m.at.begin for m in group), max(m.at.end for m in group))
    return TimelineMark(
        at, ordered[0].band, tuple(event for mark in ordered for event in mark.events), ordered[0].weight, first
    )
