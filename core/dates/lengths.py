"""Durations: their TIMEX3 value, and their days where they end or start at the anchor date."""

from __future__ import annotations

import datetime as dt

from core.dates import periods, reasons
from core.dates.anchor_context import AnchorContext, Anchored, mention, unknown
from core.dates.expression import Expression, Unit
from core.dates.lexicon import CODES

_SCALE: dict[str, tuple[int, str]] = {
    "fortnight": (2, "W"), "weekend": (2, "D"), "decade": (10, "Y"), "century": (100, "Y"), "millennium": (1000, "Y"),
}  # fmt: skip
_SMALLER = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}
_VAGUE = {"decade": "DE", "century": "CE"}


def anchored_duration(context: AnchorContext, expression: Expression) -> Anchored:
    """ "three days" has no days of its own; "the past week" ends, "the next two months" start at the anchor."""
    unit = expression.unit or "day"
    value = duration_value(expression.amount, unit)
    if expression.lands and expression.amount is not None and context.published is not None:
        return _landing(context.published, expression, unit, expression.amount)
    if expression.direction is None:
        return unknown(expression, value, "length of time, not tied to a date")
    base, anchor = context.base("published")
    if base is None:
        return unknown(expression, value, reasons.UNANCHORED)
    ahead = expression.direction > 0
    reason = f"{_amount(expression.amount, unit)} {'from' if ahead else 'up to'} {reasons.base_name(base, anchor)}"
    far: dt.date | None = None
    if expression.amount is not None:
        far = periods.move(base, unit, expression.direction * expression.amount)
    return Anchored(mention(expression, value, reason, (base, far) if ahead else (far, base), anchor))


def _landing(published: dt.date, expression: Expression, unit: Unit, amount: float) -> Anchored:
    """ "The lease ends in two years": the year so far ahead; the value stays a length, as TIMEX3 has it."""
    landed = periods.around(unit, periods.move(published, unit, amount))
    reason = f"{_amount(amount, unit)} after {reasons.full(published)}"
    return Anchored(mention(expression, duration_value(amount, unit), reason, (landed.first, landed.last), "published"))


def _amount(amount: float | None, unit: Unit) -> str:
    if amount is None:
        return f"some {reasons.plural(unit)}"
    return f"the {unit}" if amount == 1 else f"{amount:g} {reasons.plural(unit)}"


def duration_value(amount: float | None, unit: Unit) -> str:
    """TIMEX3 value of so many units: ``P3D``, ``PT5H``, ``PXY``, ``P2Y6M``."""
    times, code = _SCALE.get(unit, (1, CODES.get(unit, "D")))
    clock = "T" if unit in ("hour", "minute", "second") else ""
    if amount is None:
        return f"P{clock}X{_VAGUE.get(unit, code)}"
    count = amount * times
    whole = int(count)
    if count != whole and unit in _SMALLER:
        parts, smaller = _SMALLER[unit]
        return f"P{clock}{f'{whole}{code}' if whole else ''}{round((count - whole) * parts)}{smaller}"
    return f"P{clock}{whole if count == whole else count}{code}"
