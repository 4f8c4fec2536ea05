"""All expressions of a text anchored in order: what the text says first sets the stage for what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from core.dates.anchoring import anchor_on
from core.dates.choosing import in_year
from core.dates.expression import Expression
from core.dates.periods import Period
from core.dates.quarters import Quarter
from core.dates.stage import Stage
from core.models import DateMention

LONGEST_LEAP = 15
"""Years a story moves on at once."""

FEWEST_YEARS = 3
MOST_RECENT = 0.4
MOST_DEICTIC = 0.1
"""Share of "yesterday", "on Friday" and the like among the dates, above which a text is news whatever its years."""


def anchor_all(expressions: Sequence[Expression], published: dt.date | None) -> tuple[DateMention, ...]:
    """Every expression anchored: on the publication date, or on the date that the text itself set last."""
    narrative = is_narrative(expressions, published)
    previous: Period | None = None
    aside: Period | None = None
    ahead = first_told(expressions) if narrative else None
    mentions = []
    quarter = Quarter(published)
    for expression in expressions:
        stage = Stage(published, previous, narrative, quarter.at(expression), ahead)
        anchored = anchor_on(stage, expression, expression.tense)
        mentions.append(anchored.mention)
        quarter = quarter.after(expression, anchored.period)
        period = anchored.period
        if period is None or (previous is not None and _holds(period, previous)):
            continue
        if _in_passing(expression, period, previous, aside):
            aside = period
        else:
            previous, aside = period, None
    return tuple(mentions)


def _in_passing(expression: Expression, period: Period, previous: Period | None, aside: Period | None) -> bool:
    """Whether the story stays where it was: a far-off date, or one told in passing, until a second confirms it."""
    if _far_off(period, previous) and (aside is None or _far_off(period, aside)):
        return True
    confirmed = aside is not None and aside.year == period.year
    return expression.aside and previous is not None and previous.unit != "year" and not confirmed


def _far_off(period: Period, other: Period | None) -> bool:
    """Whether a date lies so far from what was told that it is a remark aside, until a second one confirms it."""
    if period.year is None or period.bc or (other is not None and (other.bc or other.year is None)):
        return False
    return other is not None and abs(period.year - (other.year or 0)) > LONGEST_LEAP


def _holds(wide: Period, narrow: Period) -> bool:
    """Whether a period only repeats, more roughly, what was told before ("in December … of 1941")."""
    if wide.first is None or wide.last is None or narrow.first is None or narrow.last is None:
        return False
    return wide.unit != narrow.unit and wide.first <= narrow.first and narrow.last <= wide.last


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
