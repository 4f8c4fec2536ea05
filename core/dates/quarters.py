"""The business quarter that a report of results speaks of: what "the quarter" and "a year earlier" mean in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from core.dates.expression import Expression
from core.dates.periods import Period

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
