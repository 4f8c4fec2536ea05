"""Amounts in the signs of a newsroom: number, bound, unit, currency."""

from __future__ import annotations

import math

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
