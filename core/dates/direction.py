"""Which of the days or months so named is meant: by a word of direction, by the tense, by the story so far."""

from __future__ import annotations

import datetime as dt

from core.dates import candidates
from core.dates.expression import Expression, Parts, Tense
from core.dates.periods import Period

NEAR_DAYS = 122
"""A day without its year lies within four months of the anchor whatever the tense; further off, tense decides."""

SOON_DAYS = 62
"""A bare month that begins so soon is the one ahead: for the one behind people say "last November".

Further off no day is ahead that something "happened" on; a nearer one may be what was called: "an election on 4 July".
"""

NEAR_WEEKDAY = 2
"""Days; a day of this week that comes so soon is "tomorrow" or "on Friday": "next Friday" is then the one after it."""

JUST_OVER_DAYS = 31
"""A day so few days behind is news, whatever earlier month of that name was told before."""

WRAP_MONTHS = 8
"""In a story a month so many earlier than the one told before belongs to the next year."""


def named_direction(expression: Expression, found: list[Period], base: dt.date) -> tuple[Period | None, int | None]:
    """ "last Thursday", "next April", "this summer"."""
    direction = expression.direction or 0
    if direction < 0:
        return candidates.last(found, base, spoken=expression.base == "published"), -1
    if direction > 0:
        period = candidates.after(found, base, inclusive=False)
        if period and period.first and _is_all_but_here(expression, base, period.first):
            return candidates.after(found, period.first, inclusive=False), 2
        return period, 1
    if expression.parts.weekday:
        week = base.isocalendar()[:2]
        return next((p for p in found if p.first and p.first.isocalendar()[:2] == week), None), 0
    return next((p for p in found if p.year == base.year), None), 0


def _is_all_but_here(expression: Expression, base: dt.date, ahead: dt.date) -> bool:
    """Whether "next Friday" would be tomorrow or the day after, and still in the same week."""
    named = expression.parts.weekday is not None and expression.text.lower().startswith("next ")
    return named and (ahead - base).days <= NEAR_WEEKDAY and ahead.isocalendar()[:2] == base.isocalendar()[:2]


def by_tense(
    expression: Expression, tense: Tense | None, found: list[Period], base: dt.date
) -> tuple[Period | None, int | None]:
    """Without a word of direction: a weekday by the tense, a day by nearness, a month by both."""
    parts, happened = expression.parts, expression.happened and tense == "past"
    behind = candidates.before(found, base, inclusive=True)
    ahead = candidates.after(found, base, inclusive=True)
    if parts.weekday and not parts.day:
        return (ahead, 1) if tense == "future" else (behind, -1)
    close = candidates.nearest(found, base)
    if parts.weekend and tense != "past":
        return (ahead, 1) if tense == "future" or expression.text.lower().startswith("this") else (close, None)
    if parts.fiscal:
        return next((p for p in found if p.year == base.year), close), 0
    if close is None or parts.quarter:
        return close, None
    if happened and parts.day and candidates.gap(close, base) > SOON_DAYS:
        return behind, -1
    if (parts.day or parts.holiday) and (tense in (None, "present") or candidates.gap(close, base) <= NEAR_DAYS):
        return close, None
    begins_soon = not happened and ahead is not None and candidates.gap(ahead, base) <= SOON_DAYS
    if tense == "future" or (parts.month and begins_soon and ahead != behind):
        return ahead, 1
    if tense == "past" or (parts.month and not parts.day):
        return behind, -1
    return close, None


def in_month_told(expression: Expression, told: Period | None, chosen: Period | None, base: dt.date) -> Period | None:
    """ "On 9 June" of something past, where June of last year was told before: that June, unless one is just over."""
    parts = expression.parts
    if told is None or told.first is None or not parts.day or expression.tense != "past":
        return None
    if chosen is not None and chosen.first is not None and 0 <= (base - chosen.first).days <= JUST_OVER_DAYS:
        return None
    return candidates.in_year(parts, told.first.year)


def in_story(previous: Period, parts: Parts, found: list[Period], base: dt.date) -> tuple[Period | None, int | None]:
    """In a narrative the year (or month) goes on from what was told last."""
    if parts.weekday and not parts.day:
        return candidates.after(found, base, inclusive=True), 1
    if parts.day and not parts.month:
        month = (base.year, base.month)
        return next((p for p in found if p.first and (p.first.year, p.first.month) == month), None), None
    year = base.year
    if previous.unit in ("day", "week", "month") and found and found[0].first:
        year += found[0].first.month + WRAP_MONTHS <= base.month
    return next((p for p in found if p.year == year), None), 0 if year == base.year else 1
