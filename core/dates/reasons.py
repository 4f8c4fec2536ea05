"""Why an expression means what it means, in words for a reader; the anchor date always stands in full."""

from __future__ import annotations

import datetime as dt

from core.dates.expression import Unit
from core.dates.lexicon import MONTH_NAMES, WEEKDAY_NAMES
from core.models import Anchor

BEFORE_CHRIST = "before Christ, so it has no days in our calendar"
UNANCHORED = "waits for the publication date"
NO_PREVIOUS = "waits for a date given earlier in the text, or the publication date"


def full(date: dt.date) -> str:
    """17 September 2022."""
    return f"{date.day} {MONTH_NAMES[date.month - 1]} {date.year}"


def with_weekday(date: dt.date) -> str:
    """17 September 2022 (Saturday)."""
    return f"{full(date)} ({WEEKDAY_NAMES[date.weekday()]})"


def base_name(date: dt.date, anchor: Anchor | None) -> str:
    """The anchor date in full, and where it comes from when that is the text."""
    return f"{full(date)}, the date told before" if anchor == "previous" else full(date)


def steps(unit: Unit, offset: int, base: dt.date, anchor: Anchor | None) -> str:
    """ "week before 17 September 2022"; "the year of 17 September 2022"."""
    where = base_name(base, anchor)
    if offset == 0:
        day = "day of publication, " if anchor == "published" else "same day as "
        return f"{day}{where}" if unit == "day" else f"{unit} of {where}"
    count = abs(offset)
    amount = unit if count == 1 else f"{count} {plural(unit)}"
    return f"{amount} {'before' if offset < 0 else 'after'} {where}"


def plural(unit: Unit) -> str:
    """ "weeks", "centuries"."""
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit != "day" else f"{unit}s"


def nearest(what: str, base: dt.date, anchor: Anchor | None, direction: int | None) -> str:
    """ "Thursday before 17 September 2022 (Saturday)"."""
    where = with_weekday(base) + (", the date told before" if anchor == "previous" else "")
    if direction is None:
        return f"{what} nearest to {where}"
    if direction == 0:
        return f"{what} of the week of {where}" if what in WEEKDAY_NAMES else f"{what} of the year of {where}"
    if direction == 2:
        return f"{what} of the week after {where}"
    return f"{what} {'before' if direction < 0 else 'after'} {where}"
