"""Calendar dates: complete as they stand, or completed from the publication or from what the text told before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.dates import candidates, periods, reasons
from core.dates.anchor_context import AnchorContext, Anchored, dated, mention, unknown
from core.dates.direction import by_tense, in_month_told, in_story, named_direction
from core.dates.expression import Expression, Tense
from core.dates.lexicon import MONTH_NAMES, WEEKDAY_NAMES
from core.dates.offsets import unanchored
from core.dates.periods import Period
from core.models import Anchor


def anchored_calendar(context: AnchorContext, expression: Expression, tense: Tense | None) -> Anchored:
    """A date that names its parts; what is missing comes from the stage."""
    found = _anchored(context, expression, tense)
    if expression.parts.week_of and found.period is not None and found.period.first is not None:
        whole = periods.week(found.period.first)
        return dated(expression, whole, found.mention.anchor, f"the week that holds {reasons.full(found.period.first)}")
    if expression.shift and found.period is not None and found.period.first is not None:
        beside = periods.day(found.period.first + dt.timedelta(days=expression.shift))
        reason = reasons.steps("day", expression.shift, found.period.first, found.mention.anchor)
        return dated(expression, beside, found.mention.anchor, reason)
    return found


def _anchored(context: AnchorContext, expression: Expression, tense: Tense | None) -> Anchored:
    parts = expression.parts
    if parts.bc:
        return dated(expression, candidates.before_christ(parts), "explicit", reasons.BEFORE_CHRIST)
    if parts.decade is not None:
        return dated(expression, periods.decade(parts.decade), "explicit", "ten years as the text names them")
    if parts.century is not None:
        return dated(expression, periods.century(parts.century), "explicit", "the century as the text names it")
    if parts.year is not None:
        return _with_year(context, expression, parts.year)
    if expression.unit is not None:
        return _within(context, expression)
    return _completed(context, expression, tense)


def _with_year(context: AnchorContext, expression: Expression, year: int) -> Anchored:
    parts = expression.parts
    if parts.short_year:
        base = context.base("stage")[0]
        year = full_year(year, base.year if base else 2000)
    period = candidates.in_year(parts, year)
    if expression.compares and context.quarter is not None and context.quarter.first is not None:
        period = periods.around("quarter", context.quarter.first.replace(year=year))
    if period is None:
        return unknown(expression, f"{year:04}", "no such day in the calendar")
    fits = parts.weekday is None or period.first is None or period.first.isoweekday() == parts.weekday
    reason = "date given in full" if parts.day else "given with its year"
    if parts.shared_year:
        reason = "with the year of the date beside it"
    if not fits and parts.weekday:
        reason += f"; it was no {WEEKDAY_NAMES[parts.weekday - 1]}"
    return dated(expression, period, "explicit", reason)


def full_year(short: int, near: int) -> int:
    """The year ending in two digits that lies at most twenty years ahead of ``near``, else behind."""
    latest = min(near + 20, dt.MAXYEAR)
    return latest - (latest - short) % 100


def _within(context: AnchorContext, expression: Expression) -> Anchored:
    """ "June last year", "Tuesday of next week", "the 16th of this month"."""
    unit, parts = expression.unit or "year", expression.parts
    base, anchor = context.base(expression.base)
    if base is None:
        return unknown(expression, template(expression), reasons.UNANCHORED)
    whole = periods.around(unit, periods.move(base, unit, expression.offset))
    if whole.first is None:
        return unanchored(expression)
    period: Period | None
    if unit == "week" and parts.weekday:
        period = periods.day(whole.first + dt.timedelta(days=parts.weekday - 1))
    elif unit == "month" and parts.day:
        period = next((p for p in candidates.around(parts, whole.first) if p.value.startswith(whole.value)), None)
    else:
        period = candidates.in_year(parts, whole.first.year)
    reason = f"in the {reasons.steps(unit, expression.offset, base, anchor)}"
    return dated(expression, period or whole, anchor, reason)


def _completed(context: AnchorContext, expression: Expression, tense: Tense | None) -> Anchored:
    """Parts without their year: completed from the anchor, in the direction of "last", "next" or the tense."""
    ancient = context.ancient("previous" if expression.base == "previous" else "stage")
    if ancient is not None and (expression.parts.month or expression.parts.season):
        then = candidates.before_christ(replace(expression.parts, year=ancient.year))
        return dated(expression, then, "previous", f"in the year told before, {ancient.year} BC")
    if context.previous is None and context.ahead is not None and context.ahead.first is not None:
        return _back_from(context.ahead, context.ahead.first, expression)
    base, anchor = context.base("previous" if expression.base == "previous" else "stage")
    if base is None:
        return unknown(expression, template(expression), reasons.UNANCHORED)
    found = candidates.around(expression.parts, base)
    if expression.direction is not None:
        period, direction = named_direction(expression, found, base)
    elif anchor == "previous" and context.previous is not None:
        period, direction = in_story(context.previous, expression.parts, found, base)
    else:
        period, direction = by_tense(expression, tense, found, base)
        told = context.months.get(expression.parts.month or 0)
        inside = in_month_told(expression, told, period, base)
        if inside is not None:
            return dated(expression, inside, "previous", f"in the same month of {inside.year} as the date told before")
    if (
        context.opened is not None
        and context.opened.first
        and (not period or _lies_before(period, context.opened.first))
    ):
        return _closing(expression, context.opened.first, anchor)
    if period is None or period.first is None:
        return unknown(expression, template(expression), "no such day near the anchor date")
    reason = reasons.nearest(what(expression), base, anchor, direction)
    if period.unit == "day" and period.first == base:
        reason = reasons.steps("day", 0, base, anchor)
    return dated(expression, period, anchor, reason, base)


def _lies_before(period: Period, date: dt.date) -> bool:
    return period.last is not None and period.last < date


def _closing(expression: Expression, opened: dt.date, anchor: Anchor | None) -> Anchored:
    """The end of a span: the first that does not lie before its beginning."""
    ahead = candidates.after(candidates.around(expression.parts, opened), opened, inclusive=True)
    if ahead is None:
        return unknown(expression, template(expression), "no such day near the anchor date")
    return dated(
        expression, ahead, anchor, f"{what(expression)} after the beginning of the span, {reasons.full(opened)}"
    )


def _back_from(ahead: Period, base: dt.date, expression: Expression) -> Anchored:
    """A date before the first one with a year: the last that is not after it."""
    period = candidates.before(candidates.around(expression.parts, base), ahead.last or base, inclusive=True)
    if period is None:
        return unknown(expression, template(expression), reasons.UNANCHORED)
    reason = f"{what(expression)} before {reasons.full(base)}, the first date that the text gives with its year"
    first, last = period.first, period.last
    return Anchored(mention(expression, period.value + expression.clock, reason, (first, last), "previous"), period)


def what(expression: Expression) -> str:
    """What was looked for, in a reader's words."""
    parts = expression.parts
    if parts.nth:
        return expression.text
    if parts.weekday and not parts.day:
        return WEEKDAY_NAMES[parts.weekday - 1]
    if parts.month:
        name = MONTH_NAMES[parts.month - 1]
        return f"{parts.day} {name}" if parts.day else name
    return expression.text


def template(expression: Expression) -> str:
    """The value with X for what is not known: ``XXXX-09-16``, ``XXXX-WXX-4``, ``XXXX-SU``."""
    parts = expression.parts
    if parts.month:
        value = f"{parts.month:02}-{parts.day:02}" if parts.day else f"{parts.month:02}"
    elif parts.holiday and parts.holiday[0].isdigit():
        value = parts.holiday
    else:
        named: tuple[tuple[object, str], ...] = (
            (parts.quarter, f"Q{parts.quarter}"),
            (parts.half, f"H{parts.half}"),
            (parts.season, f"{parts.season}"),
            (parts.day, f"XX-{parts.day or 0:02}"),
            (parts.weekday, f"WXX-{parts.weekday}"),
            (parts.weekend, "WXX-WE"),
        )
        value = next((text for part, text in named if part), "XX-XX")
    return f"XXXX-{value}{expression.clock}"
