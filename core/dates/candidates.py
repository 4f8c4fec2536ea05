"""Which Thursday, which September: named parts of the calendar completed from an anchor date."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from core.dates import periods
from core.dates.expression import Parts, Unit
from core.dates.holidays import holiday, nth_weekday
from core.dates.periods import Period

_LEAP = 8
"""Years from one 29 February to the next at most: from 1896 to 1904."""


def in_year(parts: Parts, year: int) -> Period | None:
    """The period that the parts name in a year; null where that year has no such day.

    A weekday alone has no place in a year.
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    if parts.holiday:
        return periods.day(date) if (date := holiday(parts.holiday, year)) else None
    if parts.nth and parts.month and parts.weekday:
        return periods.day(date) if (date := nth_weekday(year, parts.month, parts.weekday, parts.nth)) else None
    if parts.quarter:
        return periods.quarter(year, parts.quarter)
    if parts.half:
        return periods.half(year, parts.half)
    if parts.season:
        return periods.season(year, parts.season)
    if parts.month is None:
        return periods.year(year)
    if parts.day is None:
        return periods.month(year, parts.month)
    if parts.day > calendar.monthrange(year, parts.month)[1]:
        return None
    return periods.day(dt.date(year, parts.month, parts.day))


def before_christ(parts: Parts) -> Period:
    """``BC0480``, ``BC0480-08``, ``BC048`` for a decade, ``BC04`` for a century."""
    if parts.decade is not None:
        return periods.before_christ(f"BC{parts.decade:03}", "decade", parts.decade * 10)
    if parts.century is not None:
        return periods.before_christ(f"BC{parts.century:02}", "century", parts.century * 100)
    rest = f"-{parts.month:02}" if parts.month else f"-{parts.season}" if parts.season else ""
    rest += f"-{parts.day:02}" if parts.month and parts.day else ""
    unit: Unit = "day" if rest.count("-") > 1 else "month" if parts.month else "season" if parts.season else "year"
    return periods.before_christ(f"BC{parts.year or 0:04}{rest}", unit, parts.year or 0)


def around(parts: Parts, base: dt.date) -> list[Period]:
    """The periods around the base that the parts may name, in order of time."""
    if parts.weekday and not parts.month and not parts.day:
        return _days_around(base, 9, lambda date: date.isoweekday() == parts.weekday)
    if parts.day and not parts.month:
        return _days_around(base, 62, lambda date: date.day == parts.day)
    if parts.weekend:
        return [periods.weekend(date) for shift in (-7, 0, 7) if (date := _moved(base, shift)) is not None]
    usual = range(base.year - 2, base.year + 2)  # "last winter" in January began two calendar years ago
    found = _in_years(parts, usual)
    if len(found) < len(usual):  # 29 February
        found = _in_years(parts, range(base.year - _LEAP, base.year + _LEAP + 1))
    if parts.weekday:
        return [p for p in found if p.first and p.first.isoweekday() == parts.weekday] or found
    return found


def _in_years(parts: Parts, years: range) -> list[Period]:
    return [period for year in years if (period := in_year(parts, year)) is not None]


def _days_around(base: dt.date, reach: int, test: Callable[[dt.date], bool]) -> list[Period]:
    days = (_moved(base, shift) for shift in range(-reach, reach + 1))
    return [periods.day(date) for date in days if date is not None and test(date)]


def _moved(base: dt.date, days: int) -> dt.date | None:
    try:
        return base + dt.timedelta(days=days)
    except OverflowError:
        return None


def before(found: list[Period], base: dt.date, inclusive: bool) -> Period | None:
    """The last period that has begun (``inclusive``) or is over by the base date."""
    over = [p for p in found if p.first and p.last and (p.first <= base if inclusive else p.last < base)]
    return over[-1] if over else None


def last(found: list[Period], base: dt.date, spoken: bool) -> Period | None:
    """ "Last Thursday", "last February": the last that is over, but of months not the one that has just ended.

    That one is "last month" on the day a person speaks (``spoken``); but of last year it is "last December" at once.
    """
    over = before(found, base, inclusive=False)
    if not spoken or over is None or over.unit != "month" or gap(over, base) > base.day:
        return over
    return before(found, over.first or base, inclusive=False) or over


def after(found: list[Period], base: dt.date, inclusive: bool) -> Period | None:
    """The first period that is not over (``inclusive``) or has not begun by the base date."""
    ahead = [p for p in found if p.first and p.last and (p.last >= base if inclusive else p.first > base)]
    return ahead[0] if ahead else None


def nearest(found: list[Period], base: dt.date) -> Period | None:
    """The period with the smallest gap to the base date; the earlier of two equals."""
    return min((p for p in found if p.first), key=lambda p: gap(p, base), default=None)


def gap(period: Period, base: dt.date) -> int:
    """Days between a period and a date; 0 where it holds the date."""
    if period.first is None or period.last is None:
        return 0
    return max((period.first - base).days, (base - period.last).days, 0)
