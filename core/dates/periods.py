"""Stretches of the calendar with their TIMEX3 values, and the way from one to the next."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from core.dates.expression import Season, Unit

FIRST_MONTH: dict[Season, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Meteorological seasons of the northern hemisphere; winter runs on into the next year."""

_MONTHS_IN: dict[str, int] = {
    "month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000,
}  # fmt: skip
_DAYS_IN: dict[str, int] = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar. ``first`` and ``last`` are inclusive; null where no calendar reaches (BC)."""

    unit: Unit
    value: str
    first: dt.date | None
    last: dt.date | None
    year: int | None = None
    bc: bool = False


def day(date: dt.date) -> Period:
    """``2022-09-16``."""
    return Period("day", date.isoformat(), date, date, date.year)


def week(date: dt.date) -> Period:
    """The ISO week that holds the date, Monday to Sunday: ``2022-W37``."""
    year, number, weekday = date.isocalendar()
    first = date - dt.timedelta(days=weekday - 1)
    return Period("week", f"{year:04}-W{number:02}", first, _add_days(first, 6), date.year)


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the ISO week: ``2022-W37-WE``."""
    whole = week(date)
    saturday = _add_days(date, 6 - date.isoweekday())
    return Period("weekend", f"{whole.value}-WE", saturday, whole.last, date.year)


def month(year: int, number: int) -> Period:
    """``2022-09``."""
    return _months("month", f"{year:04}-{number:02}", year, number, 1)


def quarter(year: int, number: int) -> Period:
    """``2022-Q3``."""
    return _months("quarter", f"{year:04}-Q{number}", year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """``2022-H1``."""
    return _months("half", f"{year:04}-H{number}", year, 6 * number - 5, 6)


def season(year: int, name: Season) -> Period:
    """``2022-SU``: June to August; the winter of a year begins in its December."""
    return _months("season", f"{year:04}-{name}", year, FIRST_MONTH[name], 3)


def year(number: int) -> Period:
    """``2022``."""
    return _months("year", f"{number:04}", number, 1, 12)


def decade(digits: int) -> Period:
    """``199``: the 1990s."""
    return _months("decade", f"{digits:03}", 10 * digits, 1, 120)


def century(digits: int) -> Period:
    """``19``: the years 1900 to 1999, as TIMEX3 counts them."""
    return _months("century", f"{digits:02}", 100 * digits, 1, 1200)


def before_christ(value: str, unit: Unit, number: int) -> Period:
    """A year, decade or century BC: no calendar dates, the value alone."""
    return Period(unit, value, None, None, number, bc=True)


def around(unit: Unit, date: dt.date) -> Period:
    """The period of that unit which holds the date."""
    if unit == "week" or unit == "fortnight":
        return week(date)
    if unit == "weekend":
        return weekend(date)
    if unit == "month":
        return month(date.year, date.month)
    if unit == "quarter":
        return quarter(date.year, (date.month + 2) // 3)
    if unit == "half":
        return half(date.year, 1 if date.month <= 6 else 2)
    if unit == "year":
        return year(date.year)
    if unit == "decade":
        return decade(date.year // 10)
    if unit in ("century", "millennium"):
        return century(date.year // 100)
    return day(date)


def move(date: dt.date, unit: Unit, count: float) -> dt.date:
    """The date so many units on; the day is kept where the month has it.

    Raises:
        OverflowError: before year 1 or after year 9999.
    """
    if unit in _MONTHS_IN:
        months = date.year * 12 + date.month - 1 + round(count * _MONTHS_IN[unit])
        target, number = divmod(months, 12)
        if not dt.MINYEAR <= target <= dt.MAXYEAR:
            raise OverflowError
        return dt.date(target, number + 1, min(date.day, calendar.monthrange(target, number + 1)[1]))
    return date + dt.timedelta(days=round(count * _DAYS_IN.get(unit, 0)))


def third(period: Period, modifier: str) -> tuple[dt.date | None, dt.date | None]:
    """The first, middle or last third: what "early", "mid-" and "late" leave of a period."""
    if period.first is None or period.last is None:
        return period.first, period.last
    length = (period.last - period.first).days + 1
    share = -(-length // 3)
    skip = {"START": 0, "MID": (length - share) // 2, "END": length - share}[modifier]
    first = period.first + dt.timedelta(days=skip)
    return first, first + dt.timedelta(days=share - 1)


def _months(unit: Unit, value: str, start_year: int, start_month: int, count: int) -> Period:
    """A period of whole months; open where it leaves the calendar."""
    end = start_year * 12 + start_month - 1 + count
    first = dt.date(start_year, start_month, 1) if dt.MINYEAR <= start_year <= dt.MAXYEAR else None
    last_year, last_month = divmod(end - 1, 12)
    if not dt.MINYEAR <= last_year <= dt.MAXYEAR:
        return Period(unit, value, first, None, start_year)
    last = dt.date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])
    return Period(unit, value, first, last, start_year)


def _add_days(date: dt.date, count: int) -> dt.date:
    """A date moved by days, held inside the calendar."""
    try:
        return date + dt.timedelta(days=count)
    except OverflowError:
        return dt.date.max if count > 0 else dt.date.min
