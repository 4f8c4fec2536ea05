"""Expression + anchor date → TIMEX3 value and calendar days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.dates import choosing, periods, reasons
from core.dates.expression import Base, Expression, Tense
from core.dates.lexicon import CODES, MONTH_NAMES, WEEKDAY_NAMES
from core.dates.periods import Period
from core.models import Anchor, DateMention

NEAR_DAYS = 122
"""A day given without its year lies within four months of the anchor, whatever the tense; further off, tense decides."""


WRAP = 8
SOON_DAYS = 62
"""A bare month that begins so soon is the one ahead: for the one behind people say "last November"."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What an expression is read against: ``narrative`` texts complete their dates from what they said before."""

    published: dt.date | None
    previous: Period | None
    narrative: bool = False
    quarter: Period | None = None  # the business quarter spoken of a little before
    ahead: Period | None = None  # the first date with a year, for what a narrative tells before it


@dataclass(frozen=True, slots=True)
class Anchored:
    """A mention, and the period it leaves for the next expression to build on; null where it sets none."""

    mention: DateMention
    period: Period | None = None


def anchor(
    expression: Expression, published: dt.date | None, previous: Period | None = None, tense: Tense | None = None
) -> DateMention:
    """The calendar meaning of one expression. Pure: the same arguments give the same mention.

    ``previous`` is the last date the text set; ``tense`` overrides the expression's own.
    """
    return anchor_on(Stage(published, previous), expression, tense or expression.tense).mention


def anchor_on(stage: Stage, expression: Expression, tense: Tense | None) -> Anchored:
    """As :func:`anchor`, with the period that later expressions may refer to."""
    try:
        if expression.operation == "calendar":
            return _calendar(stage, expression, tense)
        if expression.operation == "relative":
            return _relative(stage, expression)
        if expression.operation == "duration":
            return Anchored(_duration(stage, expression))
    except OverflowError:
        return Anchored(_mention(expression, "XXXX", None, None, None, "lies outside the calendar"))
    return Anchored(_timeless(expression))


def _timeless(expression: Expression) -> DateMention:
    """Sets, and pointers to past, present or future."""
    reason = {
        "PRESENT_REF": "the time of writing, without a fixed date",
        "PAST_REF": "some time before, without a fixed date",
        "FUTURE_REF": "some time ahead, without a fixed date",
    }.get(expression.value, "comes again and again, so it has no one date")
    return _mention(expression, expression.value, None, None, None, reason)


# --- durations


def _duration(stage: Stage, expression: Expression) -> DateMention:
    value = duration_value(expression.amount, expression.unit or "day")
    base, kind = _base(stage, "published")
    if expression.direction is None:
        return _mention(expression, value, None, None, None, "length of time, not tied to a date")
    if base is None:
        return _mention(expression, value, None, None, None, reasons.UNANCHORED)
    ahead = expression.direction > 0
    words = f"{'from' if ahead else 'up to'} {reasons.base_name(base, kind)}"
    if expression.amount is None:
        first, last = (base, None) if ahead else (None, base)
        return _mention(
            expression, value, first, last, kind, f"some {reasons.plural(expression.unit or 'day')} {words}"
        )
    far = periods.move(base, expression.unit or "day", expression.direction * expression.amount)
    amount = f"{expression.amount:g} {reasons.plural(expression.unit or 'day')}"
    if expression.amount == 1:
        amount = f"the {expression.unit}"
    first, last = (base, far) if ahead else (far, base)
    return _mention(expression, value, first, last, kind, f"{amount} {words}")


def duration_value(amount: float | None, unit: str) -> str:
    """TIMEX3 value of so many units: ``P3D``, ``PT5H``, ``PXY``, ``P2Y6M``."""
    scale = {
        "fortnight": (2, "W"),
        "decade": (10, "Y"),
        "century": (100, "Y"),
        "millennium": (1000, "Y"),
        "weekend": (2, "D"),
    }
    times, code = scale.get(unit, (1, CODES.get(unit, "D")))  # type: ignore[call-overload]
    clock = "T" if unit in ("hour", "minute", "second") else ""
    if amount is None:
        return f"P{clock}X{'DE' if unit == 'decade' else 'CE' if unit == 'century' else code}"
    count = amount * times
    whole, rest = int(count), count - int(count)
    smaller = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}.get(unit)
    if rest and smaller:
        return f"P{clock}{f'{whole}{code}' if whole else ''}{round(rest * smaller[0])}{smaller[1]}"
    return f"P{clock}{count:g}{code}" if count < 1e5 else f"P{clock}{int(count)}{code}"


# --- relative dates


def _relative(stage: Stage, expression: Expression) -> Anchored:
    unit = expression.unit or "day"
    if stage.quarter is not None and stage.quarter.first is not None and (expression.compares or unit == "quarter"):
        return _same_quarter(expression, stage.quarter.first)
    base, kind = _base(stage, expression.base)
    previous = stage.previous
    if unit == "quarter" and expression.base == "previous" and stage.published is not None:
        base, kind = periods.move(stage.published, "quarter", -1), "published"  # results are told of the one just over
    if base is None or (expression.base == "previous" and kind == "published" and expression.offset > 0):
        return _waiting(stage, expression)
    if (
        expression.clock
        and kind == "previous"
        and previous is not None
        and previous.unit != "day"
        and not stage.narrative
    ):
        base, kind = _base(stage, "published")
    if base is not None and kind == "previous" and previous is not None and _coarser(previous, unit):
        return _inside(expression, previous)
    period = periods.around(unit, periods.move(base, unit, expression.offset))
    anchored = _dated(expression, period, kind, reasons.steps(unit, expression.offset, base, kind), base)
    if stage.narrative and (kind == "published" or expression.offset < 0):
        return Anchored(anchored.mention)  # "today" and "the year before" leave the story where it is
    return anchored


def _same_quarter(expression: Expression, first: dt.date) -> Anchored:
    """ "The quarter", "a year earlier" where results are told: the quarter spoken of, or the same one a year before."""
    months = 12 if expression.unit == "year" else 3
    told = periods.around("quarter", periods.move(first, "month", months * expression.offset))
    reason = f"quarter of {reasons.base_name(first, 'previous')}"
    if expression.offset:
        reason = (
            f"{reasons.plural(expression.unit or 'quarter')[:-1]} before the {reason}"
            if expression.offset < 0
            else reason
        )
    return Anchored(_dated(expression, told, "previous", reason).mention)


def _coarser(period: Period, unit: str) -> bool:
    """Whether a period is too wide to count such units from it."""
    order = (
        "day",
        "weekend",
        "week",
        "fortnight",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
        "millennium",
    )
    return order.index(period.unit) > order.index(unit) + 1 and unit in ("day", "week", "month")


def _inside(expression: Expression, previous: Period) -> Anchored:
    """ "Two days later" after "in May 1940": some day, no one knows which."""
    filler = {"year": "-XX-XX", "month": "-XX"}.get(previous.unit, "") if expression.unit == "day" else "-XX"
    if expression.unit == "week" and previous.unit == "month":
        filler = ""
    value = f"{previous.value}{filler}{expression.clock}"
    reason = f"counted from {previous.value}, the date told before, which gives no day"
    return Anchored(_mention(expression, value, previous.first, previous.last, "previous", reason))


def _waiting(stage: Stage, expression: Expression) -> Anchored:
    """No anchor: the value says only whether it lies behind, at or ahead of it."""
    value = "PAST_REF" if expression.offset < 0 else "FUTURE_REF" if expression.offset > 0 else "PRESENT_REF"
    if expression.clock:
        value = f"XXXX-XX-XX{expression.clock}"
    reason = reasons.UNANCHORED if expression.base == "published" else reasons.NO_PREVIOUS
    return Anchored(_mention(expression, value, None, None, None, reason))


# --- calendar dates


def _calendar(stage: Stage, expression: Expression, tense: Tense | None) -> Anchored:
    parts = expression.parts
    if parts.bc:
        return _dated(expression, _before_christ(expression), "explicit", reasons.explicit(expression, True))
    if parts.decade is not None:
        return _dated(expression, periods.decade(parts.decade), "explicit", "ten years as the text names them")
    if parts.century is not None:
        return _dated(expression, periods.century(parts.century), "explicit", "the century as the text names it")
    if parts.year is not None:
        return _with_year(stage, expression, parts.year)
    if expression.unit is not None:
        return _within(stage, expression)
    return _completed(stage, expression, tense)


def _before_christ(expression: Expression) -> Period:
    parts = expression.parts
    if parts.decade is not None:
        return periods.before_christ(f"BC{parts.decade:03}", "decade", parts.decade * 10)
    if parts.century is not None:
        return periods.before_christ(f"BC{parts.century:02}", "century", parts.century * 100)
    year = parts.year or 0
    rest = f"-{parts.month:02}" if parts.month else f"-{parts.season}" if parts.season else ""
    rest += f"-{parts.day:02}" if parts.month and parts.day else ""
    return periods.before_christ(f"BC{year:04}{rest}", "month" if parts.month else "year", year)


def _with_year(stage: Stage, expression: Expression, year: int) -> Anchored:
    if expression.parts.short_year:
        base = _base(stage, "published")[0]
        year = _full_year(year, base.year if base else 2000)
    period = choosing.in_year(expression.parts, year)
    if period is None:
        return Anchored(_mention(expression, f"{year:04}", None, None, None, "no such day in the calendar"))
    fits = period.unit != "day" or period.first is None or period.first.isoweekday() == expression.parts.weekday
    return _dated(expression, period, "explicit", reasons.explicit(expression, fits))


def _full_year(short: int, near: int) -> int:
    """The year ending in two digits that lies at most twenty years ahead of ``near``, else behind."""
    year = near - near % 100 + short
    return year - 100 if year > near + 20 else year + 100 if year <= near - 80 else year


def _within(stage: Stage, expression: Expression) -> Anchored:
    """ "June last year", "Tuesday of next week", "the 16th of this month"."""
    unit, parts = expression.unit or "year", expression.parts
    base, kind = _base(stage, expression.base)
    if base is None:
        return Anchored(_mention(expression, _template(expression), None, None, None, reasons.UNANCHORED))
    whole = periods.around(unit, periods.move(base, unit, expression.offset))
    reason = f"in the {reasons.steps(unit, expression.offset, base, kind)}"
    if whole.first is None:
        return _waiting(stage, expression)
    period: Period | None = None
    if unit == "week" and parts.weekday:
        period = periods.day(whole.first + dt.timedelta(days=parts.weekday - 1))
    elif unit == "month" and parts.day:
        found = [p for p in choosing.candidates(parts, whole.first) if p.value.startswith(whole.value)]
        period = found[0] if found else None
    else:
        period = choosing.in_year(parts, whole.first.year)
    return _dated(expression, period or whole, kind, reason)


def _completed(stage: Stage, expression: Expression, tense: Tense | None) -> Anchored:
    """Parts without their year: completed from the anchor, in the direction of "last", "next" or the tense."""
    use: Base = "previous" if expression.base == "previous" else "stage"
    base, kind = _base(stage, use)
    if stage.previous is None and stage.ahead is not None and stage.ahead.first is not None:
        return _back_from(stage.ahead, stage.ahead.first, expression)
    if base is None:
        return Anchored(_mention(expression, _template(expression), None, None, None, reasons.UNANCHORED))
    found = choosing.candidates(expression.parts, base)
    period, direction = _choose(stage, expression, tense, found, base, kind)
    if period is None or period.first is None:
        return Anchored(_mention(expression, _template(expression), None, None, None, "no such day near the anchor"))
    reason = reasons.nearest(_what(expression), period.first, base, kind, direction)
    if period.unit == "day" and period.first == base:
        reason = reasons.steps("day", 0, base, kind)
    return _dated(expression, period, kind, reason, base)


def _back_from(ahead: Period, base: dt.date, expression: Expression) -> Anchored:
    """A date before the first one with a year: the last that is not after it."""
    found = choosing.candidates(expression.parts, base)
    period = choosing.before(found, ahead.last or base, inclusive=True)
    if period is None or period.first is None:
        return Anchored(_mention(expression, _template(expression), None, None, None, reasons.UNANCHORED))
    reason = f"{_what(expression)} before {reasons.full(base)}, the first date that the text gives with its year"
    return _dated(expression, period, "previous", reason, base)


def _choose(
    stage: Stage, expression: Expression, tense: Tense | None, found: list[Period], base: dt.date, kind: Anchor | None
) -> tuple[Period | None, int | None]:
    """The candidate, and the direction it was looked for in."""
    parts, direction = expression.parts, expression.direction
    if direction is not None:
        if direction < 0:
            return choosing.before(found, base, inclusive=False), -1
        if direction > 0:
            return choosing.after(found, base, inclusive=False), 1
        if parts.weekday:
            return choosing.nearest(
                [p for p in found if p.first and p.first.isocalendar()[:2] == base.isocalendar()[:2]], base
            ), 0
        return next((p for p in found if p.year == base.year), None), 0
    if kind == "previous" and stage.previous is not None:
        return _in_story(stage.previous, expression, found, base), None
    if parts.weekday and not parts.day:
        ahead = tense == "future"
        return (choosing.after if ahead else choosing.before)(found, base, inclusive=True), 1 if ahead else -1
    close = choosing.nearest(found, base)
    if parts.quarter:
        return close, None
    if parts.day or parts.holiday:
        if tense in (None, "present") or (close is not None and choosing.gap(close, base) <= NEAR_DAYS):
            return close, None
    ahead = choosing.after(found, base, inclusive=True)
    if tense == "future" or (
        parts.month and ahead and choosing.gap(ahead, base) <= SOON_DAYS < _gap_behind(found, base)
    ):
        return ahead, 1
    if tense == "past" or parts.weekend:
        return choosing.before(found, base, inclusive=True), -1
    return close, None


def _gap_behind(found: list[Period], base: dt.date) -> int:
    """Days back to the last period that has begun; a great many where there is none."""
    behind = choosing.before(found, base, inclusive=True)
    return choosing.gap(behind, base) if behind else 10**6


def _in_story(previous: Period, expression: Expression, found: list[Period], base: dt.date) -> Period | None:
    """In a narrative the year (or month) goes on from what was told last."""
    if expression.parts.weekday and not expression.parts.day:
        return choosing.after(found, base, inclusive=True)
    if expression.parts.day and not expression.parts.month:
        return next((p for p in found if p.first and (p.first.year, p.first.month) == (base.year, base.month)), None)
    year = base.year
    if previous.unit in ("day", "week", "month") and found and found[0].first:
        year += found[0].first.month + WRAP <= base.month
    return next((p for p in found if p.year == year), None)


def _what(expression: Expression) -> str:
    parts = expression.parts
    if parts.weekday and not parts.day:
        return WEEKDAY_NAMES[parts.weekday - 1]
    if parts.month:
        name = MONTH_NAMES[parts.month - 1]
        return f"{parts.day} {name}" if parts.day else name
    return expression.text


def _template(expression: Expression) -> str:
    """The value with X for what is not known."""
    parts = expression.parts
    if parts.quarter:
        value = f"XXXX-Q{parts.quarter}"
    elif parts.half:
        value = f"XXXX-H{parts.half}"
    elif parts.season:
        value = f"XXXX-{parts.season}"
    elif parts.month:
        value = f"XXXX-{parts.month:02}" + (f"-{parts.day:02}" if parts.day else "")
    elif parts.day:
        value = f"XXXX-XX-{parts.day:02}"
    elif parts.weekday:
        value = f"XXXX-WXX-{parts.weekday}"
    elif parts.weekend:
        value = "XXXX-WXX-WE"
    elif parts.holiday and parts.holiday[0].isdigit():
        value = f"XXXX-{parts.holiday}"
    else:
        value = "XXXX"
    return value + expression.clock


# --- shared


def _base(stage: Stage, wanted: Base) -> tuple[dt.date | None, Anchor | None]:
    """The anchor date and where it comes from; the other source steps in where the wanted one is missing."""
    told = stage.previous.first if stage.previous else None
    if wanted == "stage":
        wanted = "previous" if stage.narrative else "published"
    if wanted == "previous" and told is not None:
        return told, "previous"
    if stage.published is not None:
        return stage.published, "published"
    return None, None


def _dated(
    expression: Expression, period: Period, kind: Anchor | None, reason: str, base: dt.date | None = None
) -> Anchored:
    """A mention of a known period, narrowed by "early", "late", "earlier" and the like."""
    first, last = period.first, period.last
    if expression.modifier in ("START", "MID", "END") and period.unit != "day":
        if expression.until and base and first and last and first <= base <= last:
            first, last = (first, base) if expression.until == "base" else (base, last)
        else:
            first, last = periods.third(period, expression.modifier)
    mention = _mention(expression, period.value + expression.clock, first, last, kind, reason)
    return Anchored(mention, period)


def _mention(
    expression: Expression, value: str, first: dt.date | None, last: dt.date | None, kind: Anchor | None, reason: str
) -> DateMention:
    return DateMention(
        start=expression.start, end=expression.end, text=expression.text, type=expression.type, value=value,
        modifier=expression.modifier, earliest=first, latest=last, anchor=kind, reason=reason,
    )  # fmt: skip
