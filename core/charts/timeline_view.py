"""Which stretch of time the timeline shows: the busiest one at first, then hours to decades around a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, get_args

from core.charts.moments import DAY, FIRST, LAST
from core.charts.timeline_marks import Mark

Zoom = Literal["story", "hours", "days", "months", "years", "all"]
ZOOMS: tuple[Zoom, ...] = get_args(Zoom)
View = tuple[dt.datetime, dt.datetime]
_WIDTHS: dict[Zoom, dt.timedelta] = {"hours": 2 * DAY, "days": 14 * DAY, "months": 240 * DAY, "years": 12 * 365 * DAY}
_STORY = 120 * DAY
"""What the first view shows where most events lie close together and a few far off."""


def view(found: Sequence[Mark], zoom: Zoom = "story", focus: dt.datetime | None = None) -> View | None:
    """The stretch to show; null where there is no mark.

    ``focus`` is what to look at closely, by default the most prominent mark of a known day.
    """
    if not found:
        return None
    if zoom in _WIDTHS:
        middle = focus or max(found, key=lambda mark: (_precise(mark), mark.weight)).at.middle
        return _shifted(middle, -_WIDTHS[zoom] / 2), _shifted(middle, _WIDTHS[zoom] / 2)
    first, last = min(m.at.begin for m in found), max(m.at.end for m in found)
    if zoom == "story" and last - first > 3 * _STORY:
        first, last = _busiest(found, first, last)
    room = max(DAY, (last - first) * 0.04)
    return _shifted(first, -room), _shifted(last, room)


def _precise(mark: Mark) -> bool:
    return mark.at.end - mark.at.begin <= DAY


def _busiest(found: Sequence[Mark], first: dt.datetime, last: dt.datetime) -> View:
    """The stretch of ``_STORY`` that wholly holds most events; everything where it holds under half."""
    starts = sorted({mark.at.begin for mark in found})
    ends = sorted(((m.at.end, m.at.begin, len(m.events)) for m in found), key=lambda end: end[0])
    best, most = starts[0], 0
    for start in starts[:: max(1, len(starts) // 400)]:  # a step in long lists: the busiest stretch is no sharp peak
        held = sum(n for end, begin, n in ends if begin >= start and end - start <= _STORY)
        best, most = (start, held) if held > most else (best, most)
    if 2 * most < sum(len(mark.events) for mark in found):
        return first, last
    inside = [m for m in found if m.at.begin >= best and m.at.end - best <= _STORY]
    return min(m.at.begin for m in inside), max(m.at.end for m in inside)


def _shifted(at: dt.datetime, by: dt.timedelta) -> dt.datetime:
    try:
        return at + by
    except OverflowError:
        return LAST if by > dt.timedelta() else FIRST
