"""When an event begins and ends on the axis, and which of its ends are soft."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from core.frames.kinds import EventRow

DAY = dt.timedelta(days=1)
FIRST = dt.datetime.combine(dt.date.min, dt.time())
LAST = dt.datetime.combine(dt.date.max, dt.time())
"""The ends of the calendar; what lies beyond them is drawn at them."""

OPEN_END = dt.timedelta(days=30)
"""How far an open end is drawn before it fades out."""

_HOUR = re.compile(r"([01]\d|2[0-4])(?::([0-5]\d))?")
_PARTS = {"MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 22), "NI": (19, 24), "DT": (6, 18)}
"""Parts of the day in hours, as far as TIMEX3 names them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time, end exclusive. A soft end is one where the text does not say when exactly."""

    begin: dt.datetime
    end: dt.datetime
    soft_left: bool = False
    soft_right: bool = False

    @property
    def middle(self) -> dt.datetime:
        """Where its mark stands."""
        return self.begin + (self.end - self.begin) / 2


Order = tuple[dt.date, dt.date, dt.datetime, dt.datetime, str, int]


def order(event: EventRow) -> Order:
    """What sorts dated events as they happened, in the chart and in the list alike.

    By days, so that those of the same days stay together; within a day by the hours told, then as the texts tell it.
    """
    at, (first, last) = moment(event), _ends(event)
    return first, last, at.begin, at.end, event.doc, event.start


def moment(event: EventRow) -> Moment:
    """The stretch of a dated event.

    A month, a week or "since July" is soft: it happened some time in there; "from 3 March to 20 May" is not.
    """
    earliest, latest = event.earliest, event.latest
    first = earliest or _shifted(_ends(event)[0], -OPEN_END)
    last = latest or _shifted(first, OPEN_END)
    begin, end = dt.datetime.combine(first, dt.time()), _end_of(last)
    if earliest == latest:
        return _narrowed(begin, end, event.clock)
    vague = not event.reason.startswith("from “")
    return Moment(begin, end, vague or earliest is None, vague or latest is None)


def _ends(event: EventRow) -> tuple[dt.date, dt.date]:
    """Its first and last day; where one is not known the other stands for it.

    Raises:
        ValueError: it is not dated.
    """
    first, last = event.earliest or event.latest, event.latest or event.earliest
    if first is None or last is None:
        raise ValueError(f"no date: {event.key}")
    return first, last


def _narrowed(begin: dt.datetime, end: dt.datetime, clock: str | None) -> Moment:
    """The hours of a day where the text gives them; a part of the day is soft."""
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return Moment(begin + dt.timedelta(hours=first), _capped(begin, last), True, True)
    found = _HOUR.match(clock or "")
    if found is None:
        return Moment(begin, end)
    at = _capped(begin, int(found[1])) + dt.timedelta(minutes=int(found[2] or 0))
    return Moment(at, min(at + dt.timedelta(hours=1), end) if at < end else at)


def _capped(day: dt.datetime, hours: int) -> dt.datetime:
    return day + dt.timedelta(hours=min(hours, 23), minutes=59 if hours >= 24 else 0)


def _end_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time()) + DAY if day < dt.date.max else LAST + dt.timedelta(hours=23)


def _shifted(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day
