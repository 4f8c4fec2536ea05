"""How a date that lacks its year is named: to a reader, and as a value with X for what is not known."""

from __future__ import annotations

from core.dates.expression import Expression
from core.dates.lexicon import MONTH_NAMES, WEEKDAY_NAMES


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
