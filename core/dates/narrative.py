"""Whether a text tells of the past in its own dates, as histories do, or of the days around its publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from core.dates.candidates import in_year
from core.dates.expression import Expression
from core.dates.periods import Period

FEWEST_YEARS = 3
"""Dates with an earlier year, below which a text tells of its own days."""

MOST_RECENT = 0.4
"""Share of the years named that may be the publication's own."""

MOST_DEICTIC = 0.1
"""Share of "yesterday", "on Friday" and the like among the dates, above which a text is news whatever its years."""

YEARS_OF_A_HISTORY = 7
"""Dates with their years, below which a text may be a portrait or a piece of news that looks back."""

_EPITHETS = frozenset({"former", "formerly", "future"})


def is_narrative(expressions: Sequence[Expression], published: dt.date | None) -> bool:
    """Whether the text tells of years before its publication, so that it sets its own dates and not the calendar.

    Without a publication date every text does. Else it must name earlier years, at least one of them with its month,
    and hardly ever point from the day of writing.
    """
    if published is None:
        return True
    dates = [e for e in expressions if e.operation == "calendar" and not e.parts.short_year]
    years = [e for e in dates if e.parts.year]
    earlier = [e for e in years if e.parts.bc or (e.parts.year or 0) < published.year]
    told = any(e.parts.month or e.parts.bc for e in earlier)
    months = sum(1 for e in dates if e.parts.month and not e.parts.dated)
    deictic = sum(1 for e in expressions if _is_deictic(e))
    if not told or len(earlier) < FEWEST_YEARS or len(earlier) <= (1 - MOST_RECENT) * len(years):
        return False
    return deictic <= MOST_DEICTIC * (len(years) + months)


def is_epithet(said: Expression) -> bool:
    """Whether it may be no more than an adjective: "the former king", "future wars"."""
    return said.operation == "reference" and said.text.lower() in _EPITHETS


def without_epithets(expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions as they are in a history; elsewhere "former" and "future" before a noun point to no time.

    Where all is told of the past, such a word places a thing in the course of the story (TIDES 2005 lists it among
    the triggers of time); in the news it is a title ("the former minister"), and news annotations leave it out.
    Whether a text is a history hangs on its own dates alone, so that no publication date changes what is found.
    """
    years = sum(1 for e in expressions if e.operation == "calendar" and e.parts.year and not e.parts.short_year)
    if years >= YEARS_OF_A_HISTORY and is_narrative(expressions, dt.date.max):
        return tuple(expressions)
    return tuple(e for e in expressions if not (e.aside and is_epithet(e)))


def _is_deictic(expression: Expression) -> bool:
    """Whether it points from the day of writing."""
    if expression.operation == "calendar":
        parts = expression.parts
        return parts.weekday is not None and parts.day is None
    return expression.operation == "relative" and expression.base == "published" and expression.unit in ("day", "week")


def first_told(expressions: Sequence[Expression]) -> Period | None:
    """The first date that the text gives with its year: what stands before it, without a year, goes back from there."""
    first = next((e for e in expressions if e.operation == "calendar" and e.parts.year and not e.parts.bc), None)
    if first is None or first.parts.year is None or first.parts.short_year:
        return None
    return in_year(first.parts, first.parts.year)
