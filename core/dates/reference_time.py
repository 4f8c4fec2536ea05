"""All expressions of a text anchored in order: what the text says first sets the stage for what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.dates import periods
from core.dates.anchor_context import AnchorContext, Anchored
from core.dates.anchoring import anchor_on
from core.dates.expression import Expression
from core.dates.headings import Heading
from core.dates.narrative import first_told, is_narrative
from core.dates.periods import Period
from core.dates.reasons import full
from core.models import DateMention

REACH = 1500
"""Characters within which "a year earlier" still means the quarter spoken of."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """The quarter told last, and where; ``published`` tells whether it is over."""

    published: dt.date | None
    told: Period | None = None
    end: int = 0

    def at(self, expression: Expression) -> Period | None:
        """The quarter in whose light an expression stands."""
        return self.told if self.told is not None and expression.start - self.end <= REACH else None

    def after(self, expression: Expression, period: Period | None) -> Quarter:
        """What is spoken of behind an expression."""
        if expression.parts.quarter and period is not None:
            passing = self._looks_ahead(expression, period) or self._looks_back(expression, period)
            return self if passing else Quarter(self.published, period, expression.end)
        if self._spans_several(expression):
            return Quarter(self.published)
        return replace(self, end=expression.end) if expression.unit == "quarter" and self.at(expression) else self

    def _looks_ahead(self, expression: Expression, period: Period) -> bool:
        """A quarter still running is a forecast beside the results of the one before."""
        unfinished = self.published is None or period.last is None or period.last >= self.published
        if expression.tense == "future":
            return unfinished
        return unfinished and self.published is not None and self.told is not None

    def _looks_back(self, expression: Expression, period: Period) -> bool:
        """A quarter before the one told is only compared with it: "after a flat second quarter"."""
        if self.told is None or self.told.first is None or expression.parts.fiscal or expression.bounded:
            return False
        return period.last is not None and period.last < self.told.first

    def _spans_several(self, expression: Expression) -> bool:
        """ "For the nine months": what follows compares those, not a quarter."""
        return expression.operation == "duration" and expression.unit == "month" and expression.amount in (6, 9)


LONGEST_LEAP = 15
"""Years a story moves on at once."""

NEWS_DAYS = 7
"""A day told that lies so few days before the publication is the day that the news is of."""


def anchor_all(expressions: Sequence[Expression], published: dt.date | None) -> tuple[DateMention, ...]:
    """Every expression anchored: on the publication date, or on the date that the text itself set last.

    Depends on nothing else: the same expressions with another date give what reading the text with it would give.
    """
    story = _Story(expressions, published)
    mentions = tuple(story.tell(expression) for expression in expressions)
    return tuple(
        _ended(expression, mention, mentions[i + 1]) if expression.bounded and i + 1 < len(mentions) else mention
        for i, (expression, mention) in enumerate(zip(expressions, mentions, strict=True))
    )


class _Story:
    """What is known at a point of the text: the date told last, the heading above, the quarter spoken of."""

    def __init__(self, expressions: Sequence[Expression], published: dt.date | None) -> None:
        self._heading = Heading(published)
        self._narrative = is_narrative(expressions, published)
        self._ahead = first_told(expressions) if self._narrative else None
        self._quarter = Quarter(published)
        self._previous: Period | None = None
        self._aside: Period | None = None
        self._last: Period | None = None
        self._before: Period | None = None
        self._day: Period | None = None
        self._months: dict[int, Period] = {}

    def tell(self, expression: Expression) -> DateMention:
        """The expression anchored where the story stands; the story goes on from it."""
        anchored = anchor_on(self._stage(expression), expression, expression.tense)
        mention = self._heading.named(anchored.mention)
        self._quarter = self._quarter.after(expression, anchored.period)
        self._heading = self._heading.after(expression, anchored.period)
        self._go_on(expression, anchored)
        return mention

    def _stage(self, expression: Expression) -> AnchorContext:
        return AnchorContext(
            self._heading.day,
            self._told(expression),
            self._narrative and not self._heading.stands,
            self._quarter.at(expression),
            self._ahead,
            self._before if expression.closes else None,
            self._day,
            self._months,
        )

    def _told(self, expression: Expression) -> Period | None:
        """What the expression refers back to; "that year" is the year named last, even where the story is not in it."""
        if expression.base == "previous" and expression.unit == "year" and not expression.offset:
            return self._last or self._previous
        return self._previous

    def _go_on(self, expression: Expression, anchored: Anchored) -> None:
        period = anchored.period
        self._before, self._last = period, period or self._last
        if period is not None and period.first is not None and period.unit in ("day", "month"):
            self._months[period.first.month] = period
        self._day = period if period is not None and self._is_news(period) else self._day
        if expression.closes and self._previous and period and period.year != self._previous.year:
            return
        if period is None or (self._previous is not None and _holds(period, self._previous)):
            return
        if _in_passing(expression, period, self._previous, self._aside):
            self._aside = period
        else:
            self._previous, self._aside = period, None

    def _is_news(self, period: Period) -> bool:
        if period.unit != "day" or period.first is None or self._heading.day is None:
            return False
        return 0 <= (self._heading.day - period.first).days <= NEWS_DAYS


def _ended(expression: Expression, mention: DateMention, end: DateMention) -> DateMention:
    """ "The nine months ended Sept. 30": the months up to that day, whatever the calendar calls them."""
    unit = "quarter" if expression.parts.quarter else expression.unit
    amount = expression.amount if expression.operation == "duration" else 1
    if end.latest is None or unit is None or amount is None:
        return mention
    try:
        first = periods.move(end.latest + dt.timedelta(days=1), unit, -amount)
    except OverflowError:
        return mention
    reason = f"{expression.text} that ended on {full(end.latest)}"
    value = mention.value
    if expression.unit == "quarter":
        value = periods.around("quarter", first + (end.latest - first) / 2).value  # the one that holds most of it
    return replace(mention, value=value, earliest=first, latest=end.latest, anchor=end.anchor, reason=reason)


def _in_passing(expression: Expression, period: Period, previous: Period | None, aside: Period | None) -> bool:
    """Whether the story stays where it was: a far-off date, or one told in passing, until a second confirms it."""
    if _far_off(period, previous) and (aside is None or _far_off(period, aside)):
        return True
    confirmed = aside is not None and aside.year == period.year
    settled = confirmed or expression.happened or previous is None or previous.unit == "year"
    return expression.aside and not settled


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
