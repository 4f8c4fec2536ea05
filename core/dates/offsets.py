"""Relative dates: so many units before or after the publication, or the date the text set last."""

from __future__ import annotations

import datetime as dt

from core.dates import periods, reasons
from core.dates.anchor_context import AnchorContext, Anchored, dated, mention, unknown
from core.dates.expression import WIDTHS, Expression, Unit
from core.dates.periods import Period
from core.models import Anchor

_FILLERS = {("day", "year"): "-XX-XX", ("day", "month"): "-XX", ("week", "year"): "-WXX", ("month", "year"): "-XX"}


def anchored_step(context: AnchorContext, expression: Expression) -> Anchored:
    """ "last week", "two years ago", "the following day", "a year earlier", "at 9 a.m."."""
    unit = expression.unit or "day"
    if context.quarter is not None and context.quarter.first is not None and _in_its_light(expression):
        return _same_quarter(expression, context.quarter.first)
    ancient = context.ancient(expression.base)
    if ancient is not None:
        return _before_christ(expression, ancient)
    base, anchor = context.base(expression.base)
    if unit == "quarter" and expression.base == "previous" and context.published and not context.narrative:
        base, anchor = periods.move(context.published, "quarter", -1), "published"  # results come after the quarter
    told = context.previous if anchor == "previous" else None
    if (
        told is not None
        and _is_of_the_day(expression)
        and not context.narrative
        and _is_no_day_of(told, context, expression)
    ):
        base, anchor, told = _day_of_the_news(context)
    if base is None or (expression.base == "previous" and anchor == "published" and expression.offset > 0):
        return unanchored(expression)
    if expression.value in ("then", "told now"):
        return _then(expression, told, context.narrative)
    if told is not None and expression.value == "same" and told.unit in ("day", "week", "month", "quarter", "half"):
        period = periods.around(told.unit, periods.move(base, "year", expression.offset))
        return Anchored(dated(expression, period, anchor, reasons.steps("year", -1, base, anchor)).mention)
    if told is not None and _too_wide(told.unit, unit):
        return _inside(expression, told)
    offset = -1 if _is_last_night(expression, context) else expression.offset
    period = periods.around(unit, periods.move(base, unit, offset))
    found = dated(expression, period, anchor, reasons.steps(unit, offset, base, anchor), base)
    if (context.narrative and anchor == "published") or (expression.base == "previous" and expression.offset < 0):
        return Anchored(found.mention)  # "today" and "the year before" leave the story where it is
    return found


def _is_of_the_day(expression: Expression) -> bool:
    """Whether it belongs to the day that the news is of: "in morning trading", "later in the day", "at 9 a.m."."""
    return (
        bool(expression.clock) or expression.value == "the day" or (expression.type == "TIME" and not expression.offset)
    )


def _is_no_day_of(told: Period, context: AnchorContext, expression: Expression) -> bool:
    """Whether such a time cannot lie in what was told before: in a month, or on a day ahead of what is over."""
    if told.unit != "day" or told.first is None or context.published is None:
        return told.unit != "day"
    return expression.tense == "past" and told.first > context.published


def _is_last_night(expression: Expression, context: AnchorContext) -> bool:
    """ "Overnight" in news that tells what was: the night that ended on the day of the news."""
    told = expression.tense in ("past", None) and not context.narrative
    return told and expression.text.lower() == "overnight"


def _day_of_the_news(context: AnchorContext) -> tuple[dt.date | None, Anchor | None, Period | None]:
    """The day told of those just before the publication, whatever years and months were told since; else that one."""
    if context.day is not None:
        return context.day.first, "previous", context.day
    return context.published, "published" if context.published else None, None


def _in_its_light(expression: Expression) -> bool:
    """Whether a quarter told before decides: "a year earlier", "the quarter", but not "the current quarter"."""
    return expression.compares or (expression.unit == "quarter" and expression.base != "published")


def unanchored(expression: Expression) -> Anchored:
    """No anchor: the value says only whether it lies behind, at or ahead of it."""
    value = "PAST_REF" if expression.offset < 0 else "FUTURE_REF" if expression.offset > 0 else "PRESENT_REF"
    if expression.clock:
        value = f"XXXX-XX-XX{expression.clock}"
    return unknown(expression, value, reasons.NO_PREVIOUS if expression.base == "previous" else reasons.UNANCHORED)


def _then(expression: Expression, told: Period | None, narrative: bool) -> Anchored:
    """ "At that time", "by this time": the date told before, as wide as it was told."""
    now = expression.value == "told now"
    past = "PRESENT_REF" if now and (narrative or expression.text.lower() == "this time") else "PAST_REF"
    if told is None:
        return unknown(expression, past, reasons.NO_PREVIOUS)
    days = (told.first, told.last)
    return Anchored(mention(expression, past if now else told.value, "the date told before", days, "previous"))


def _before_christ(expression: Expression, told: Period) -> Anchored:
    """ "The following year", "a decade earlier", "the same day" where the story is told in years before Christ."""
    unit, year = expression.unit or "day", told.year or 0
    told_first = f"{year}" if told.unit in ("decade", "century") else told.value.removeprefix("BC").lstrip("0")
    reason = f"counted from {told_first} BC, the date told before"
    if unit in ("year", "decade", "century"):
        length = {"year": 1, "decade": 10, "century": 100}[unit]
        number = (year - expression.offset * length) // length
        digits = {"year": 4, "decade": 3, "century": 2}[unit]
        if number <= 0:
            return unknown(expression, "XXXX", "counted across the turn of the era")
        return dated(
            expression, periods.before_christ(f"BC{number:0{digits}}", unit, number * length), "previous", reason
        )
    if not _too_wide(told.unit, unit):
        return unanchored(expression) if expression.offset else dated(expression, told, "previous", reason)
    filler = _FILLERS.get((unit, told.unit), "")
    return Anchored(mention(expression, told.value + filler + expression.clock, reason, anchor="previous"))


def _same_quarter(expression: Expression, first: dt.date) -> Anchored:
    """ "The quarter", "a year earlier" where results are told: the quarter spoken of, or the same one a year before."""
    months = 12 if expression.unit == "year" else 3
    period = periods.around("quarter", periods.move(first, "month", months * expression.offset))
    reason = "the quarter told of before"
    if expression.offset:
        reason = f"{reasons.steps(expression.unit or 'quarter', expression.offset, first, 'previous')} (its quarter)"
    return Anchored(dated(expression, period, "previous", reason).mention)


def _too_wide(told: Unit, unit: Unit) -> bool:
    """Whether the date told before is too wide to count such units from it."""
    return unit in ("day", "week", "month") and WIDTHS.index(told) > WIDTHS.index(unit) + 1


def _inside(expression: Expression, told: Period) -> Anchored:
    """ "Two days later" after "in May 1940": some day, no one knows which."""
    filler = _FILLERS.get((expression.unit or "day", told.unit), "")
    reason = f"counted from “{told.value}”, the date told before, which is too wide to count from"
    return Anchored(
        mention(expression, told.value + filler + expression.clock, reason, (told.first, told.last), "previous")
    )
