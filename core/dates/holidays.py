"""Holidays that have a date of their own, and the rules that give it for a year."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final

HOLIDAYS: Final[dict[str, str]] = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26",
    "new year's eve": "12-31", "new year's day": "01-01", "new year's": "01-01", "halloween": "10-31",
    "valentine's day": "02-14", "may day": "05-01", "st. patrick's day": "03-17", "anzac day": "04-25",
    "victory day": "05-09", "juneteenth": "06-19", "bastille day": "07-14", "all saints' day": "11-01",
    "armistice day": "11-11", "remembrance day": "11-11", "veterans day": "11-11", "labour day": "05-01",
    "international women's day": "03-08", "orthodox christmas": "01-07", "bonfire night": "11-05",
    "ash wednesday": "easter -46", "palm sunday": "easter -7", "maundy thursday": "easter -3",
    "good friday": "easter -2", "easter": "easter 0", "easter sunday": "easter 0", "easter monday": "easter 1",
    "ascension day": "easter 39", "pentecost": "easter 49", "whit monday": "easter 50",
    "orthodox easter": "orthodox 0", "thanksgiving": "weekday 11 4 4", "thanksgiving day": "weekday 11 4 4",
    "labor day": "weekday 9 1 1", "memorial day": "weekday 5 1 -1", "columbus day": "weekday 10 1 2",
    "presidents' day": "weekday 2 1 3", "martin luther king day": "weekday 1 1 3",
    "martin luther king jr. day": "weekday 1 1 3", "election day": "election",
}  # fmt: skip
"""Name → ``MM-DD``; days from western or orthodox Easter; ``weekday`` month, day of the week (1 Monday), which one.

Moving days are those of the United States, where "Labor" is spelled so; "Labour Day" is the first of May.
"""


def holiday(rule: str, year: int) -> dt.date | None:
    """The day that a rule of :data:`HOLIDAYS` gives in a year; null before the Gregorian calendar."""
    if rule[0].isdigit():
        return dt.date(year, int(rule[:2]), int(rule[3:]))
    kind, *numbers = rule.split()
    if kind == "weekday":
        month, weekday, count = (int(number) for number in numbers)
        return nth_weekday(year, month, weekday, count)
    if kind == "election":
        return dt.date(year, 11, nth_weekday(year, 11, 1, 1).day + 1)  # type: ignore[union-attr]  # there is a first
    if year < 1583:  # the first Easter by the Gregorian rule
        return None
    sunday = easter(year) if kind == "easter" else orthodox_easter(year)
    return sunday + dt.timedelta(days=int(numbers[0]))


def nth_weekday(year: int, month: int, weekday: int, count: int) -> dt.date | None:
    """The second Monday of a month, or with −1 the last (1 = Monday); null where there is none."""
    length = calendar.monthrange(year, month)[1]
    first = 1 + (weekday - dt.date(year, month, 1).isoweekday()) % 7
    day = first + 7 * (count - 1) if count > 0 else first + 7 * ((length - first) // 7)
    return dt.date(year, month, day) if day <= length else None


def easter(year: int) -> dt.date:
    """Western Easter Sunday by the anonymous Gregorian rule (Nature, 20 April 1876; Meeus 1991, chapter 8)."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    leap_hundreds, hundred_rest = divmod(hundreds, 4)
    correction = (hundreds - (hundreds + 8) // 25 + 1) // 3
    moon = (19 * golden + hundreds - leap_hundreds - correction + 15) % 30
    leap_years, year_rest = divmod(rest, 4)
    weekday = (32 + 2 * hundred_rest + 2 * leap_years - moon - year_rest) % 7
    month = (golden + 11 * moon + 22 * weekday) // 451
    number, day = divmod(moon + weekday - 7 * month + 114, 31)
    return dt.date(year, number, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter Sunday in the Gregorian calendar, by Meeus's Julian rule (Meeus 1991, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    julian_lag = year // 100 - year // 400 - 2
    return dt.date(year, month, day + 1) + dt.timedelta(days=julian_lag)
