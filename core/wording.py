"""Values and days in the words and signs of a newsroom."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from functools import cache

from babel import Locale

SIGNS = {"at least": "≥", "more than": ">", "at most": "≤", "less than": "<", "about": "≈"}
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
Number = int | float


def number(value: Number) -> str:
    """A number with thousands separated, large ones shortened: ``600 m``, ``1,200``, ``66.7``."""
    for scale, letters in _SCALES:
        if abs(value) >= scale:
            return f"{_plain(value / scale)} {letters}"
    return _plain(value)


def _plain(value: Number) -> str:
    if math.isclose(value, round(value), abs_tol=1e-9):
        return f"{round(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(low: Number | None, high: Number | None, bound: str, unit: str | None = None) -> str:
    """A figure's value with the sign of its bound and its unit: ``≥ 440``, ``18–25 %``, ``$600 m``, ``> 6 months``.

    An amount given in words alone is its lower end with a plus: ``2,000+`` for "thousands".
    """
    value = low if low is not None else high
    if value is None:
        return "unstated"
    if low is not None and high is not None and low != high:
        return _with_unit(f"{number(low)}–{number(high)}", unit, high)
    if bound == "vague":
        return _with_unit(f"{number(value)}+", unit, value)
    sign = SIGNS.get(bound, "")
    return f"{sign} {_with_unit(number(value), unit, value)}".strip()


def _with_unit(text: str, unit: str | None, value: Number) -> str:
    if unit is None:
        return text
    if unit == "percent":
        return f"{text} %"
    if unit in _CURRENCY_SIGNS:
        return f"{_CURRENCY_SIGNS[unit]}{text}"
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {text}"
    currency, per, time = unit.partition(" per ")
    if per and len(currency) == 3 and currency.isupper():
        return f"{_with_unit(text, currency, value)} per {time}"
    return f"{text} {unit if value == 1 else plural(unit)}"


def plural(noun: str) -> str:
    """The plural of a unit's name; the first word carries it in "kilometre per hour"."""
    first, _, rest = noun.partition(" per ")
    irregular = {"foot": "feet", "inch": "inches", "celsius": "celsius", "fahrenheit": "fahrenheit", "magnitude": ""}
    made = irregular.get(first, first if first.endswith("s") else f"{first}s")
    return f"{made} per {rest}" if rest else made


def day(date: dt.date) -> str:
    """``17 Sep 2022``."""
    return f"{date.day} {date:%b} {date.year}"


def days(earliest: dt.date | None, latest: dt.date | None) -> str:
    """A span of days, the shared parts said once: ``5–11 Sep 2022``, ``Jul 2022``, ``since 5 Sep 2022``."""
    if earliest is None and latest is None:
        return "no date"
    if latest is None and earliest is not None:
        return f"since {day(earliest)}"
    if earliest is None and latest is not None:
        return f"until {day(latest)}"
    assert earliest is not None and latest is not None  # noqa: S101  the two cases above leave no other
    return _closed(earliest, latest)


def _closed(earliest: dt.date, latest: dt.date) -> str:
    if earliest == latest:
        return day(earliest)
    next_day = latest + dt.timedelta(days=1) if latest < dt.date.max else latest
    if earliest.day == 1 and next_day.day == 1:
        return _months(earliest, latest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {earliest:%b} – {day(latest)}"
    return f"{day(earliest)} – {day(latest)}"


def _months(first: dt.date, last: dt.date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.year}"
    if first.year == last.year:
        return f"{first:%b}–{last:%b} {last.year}"
    return f"{first:%b} {first.year} – {last:%b} {last.year}"


def counted(count: int, singular: str, many: str | None = None) -> str:
    """``1 sentence``, ``7 sentences``."""
    return f"{count:,} {singular if count == 1 else many or singular + 's'}"


def listing(parts: Sequence[str], most: int = 3) -> str:
    """The first parts with commas, and how many more there are."""
    rest = len(parts) - most
    return ", ".join(parts[:most]) + (f" and {rest} more" if rest > 0 else "")


@cache
def country(code: str | None) -> str:
    """The English name of a country by its ISO 3166 code of two letters; the code where CLDR knows no name."""
    return str(Locale("en", "GB").territories.get(code, code)) if code else ""
