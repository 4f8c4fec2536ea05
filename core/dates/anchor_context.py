"""What an expression is read against, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.dates import periods
from core.dates.expression import Base, Expression
from core.dates.periods import Period
from core.models import Anchor, DateMention

_OPEN = ("BEFORE", "AFTER")


@dataclass(frozen=True, slots=True)
class AnchorContext:
    """The dates that are known where an expression stands.

    ``previous`` is the last date the text set; a ``narrative`` completes its dates from that and not from the
    publication. ``quarter`` is the business quarter spoken of shortly before. ``ahead`` is the first date with a year,
    for what a narrative tells before it. ``opened`` is where the span began that the expression closes. ``day`` is the
    last day told of those just before the publication: the one that the news is of. ``months`` has the last date
    told of each month, by its number.
    """

    published: dt.date | None
    previous: Period | None
    narrative: bool = False
    quarter: Period | None = None
    ahead: Period | None = None
    opened: Period | None = None
    day: Period | None = None
    months: Mapping[int, Period] = field(default_factory=dict)

    def base(self, wanted: Base) -> tuple[dt.date | None, Anchor | None]:
        """The anchor date and where it comes from; the publication steps in where the text has set none."""
        if wanted == "stage":
            wanted = "previous" if self.narrative else "published"
        if wanted == "previous" and self.previous is not None and self.previous.first is not None:
            return self.previous.first, "previous"
        return (None, None) if self.published is None else (self.published, "published")

    def ancient(self, wanted: Base) -> Period | None:
        """The date told before, where that is what is wanted and it lies before Christ."""
        if wanted == "stage" and self.narrative:
            wanted = "previous"
        return self.previous if wanted == "previous" and self.previous is not None and self.previous.bc else None


@dataclass(frozen=True, slots=True)
class Anchored:
    """A mention, and the period it leaves for the next expression to build on; null where it sets none."""

    mention: DateMention
    period: Period | None = None


def mention(
    expression: Expression,
    value: str,
    reason: str,
    days: tuple[dt.date | None, dt.date | None] = (None, None),
    anchor: Anchor | None = None,
) -> DateMention:
    """The record for an expression with its value and the first and last of its days."""
    return DateMention(
        start=expression.start,
        end=expression.end,
        text=expression.text,
        type=expression.type,
        value=value,
        modifier=expression.modifier,
        earliest=days[0],
        latest=days[1],
        anchor=anchor,
        reason=reason,
    )


def unknown(expression: Expression, value: str, reason: str) -> Anchored:
    """An expression that has a value but no days."""
    return Anchored(mention(expression, value, reason))


def dated(
    expression: Expression, period: Period, anchor: Anchor | None, reason: str, base: dt.date | None = None
) -> Anchored:
    """A mention of a known period, narrowed by "early", "late", "earlier" and the like."""
    first, last = period.first, period.last
    if expression.modifier in _OPEN:
        days = (None, last) if expression.modifier == "BEFORE" else (first, None)
        return Anchored(mention(expression, period.value, reason, days, anchor))
    if expression.modifier in ("START", "MID", "END") and period.unit != "day":
        if expression.until and base and first and last and first <= base <= last:
            first, last = (first, base) if expression.until == "base" else (base, last)
        else:
            first, last = periods.third(period, expression.modifier)
    return Anchored(mention(expression, period.value + expression.clock, reason, (first, last), anchor), period)
