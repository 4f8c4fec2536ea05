"""Which stretch of time the timeline shows: the busiest one at first, then hours to decades around a day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, get_args

from core.charts.moments import DAY, FIRST, LAST
from core.charts.timeline_marks import TimelineMark

Zoom = Literal["story", "hours", "days", "months", "years", "all"]
ZOOMS: tuple[Zoom, ...] = get_args(Zoom)
TimeWindow = tuple[dt.datetime, dt.datetime]
_WIDTHS: dict[Zoom, dt.timedelta] = {"hours": 2 * DAY, "days": 14 * DAY, "months": 240 * DAY, "years": 12 * 365 * DAY}
_STORY = 120 * DAY
"""What the first view shows where most events lie close together and a few far off."""


def window(found: Sequence[TimelineMark], zoom: Zoom = "story", focus: dt.datetime | None = None) -> TimeWindow | None:
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


def _precise(mark: TimelineMark) -> bool:
    return mark.at.end - mark.at.begin <= DAY


def _busiest(found: Sequence[TimelineMark], first: dt.datetime, last: dt.datetime) -> TimeWindow:
    """The stretch of ``_STORY`` that wholly holds most events; everything where it holds under half.

    Of what is no longer than the stretch, it holds all that end in it but those that began before it.
    """
    short = [mark for mark in found if mark.at.end - mark.at.begin <= _STORY]
    begins, begun = _running([(mark.at.begin, len(mark.events)) for mark in short])
    ends, ended = _running([(mark.at.end, len(mark.events)) for mark in short])
    best, most = first, 0
    for start in begins:
        held = ended[bisect_right(ends, _shifted(start, _STORY))] - begun[bisect_left(begins, start)]
        best, most = (start, held) if held > most else (best, most)
    if 2 * most < sum(len(mark.events) for mark in found):
        return first, last
    inside = [m for m in short if m.at.begin >= best and m.at.end - best <= _STORY]
    return min(m.at.begin for m in inside), max(m.at.end for m in inside)


def _running(counts: list[tuple[dt.datetime, int]]) -> tuple[list[dt.datetime], list[int]]:
    """Times in order, and how many events there are before each of them and after the last."""
    counts.sort()
    return [at for at, _ in counts], list(accumulate((number for _, number in counts), initial=0))


def _shifted(at: dt.datetime, by: dt.timedelta) -> dt.datetime:
    try:
        return at + by
    except OverflowError:
        return LAST if by > dt.timedelta() else FIRST
