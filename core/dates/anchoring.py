"""Expression + anchor date → TIMEX3 value and calendar days."""

from __future__ import annotations

import datetime as dt

from core.dates.anchor_context import AnchorContext, Anchored, unknown
from core.dates.expression import Expression, Tense
from core.dates.lengths import anchored_duration
from core.dates.offsets import anchored_step
from core.dates.periods import Period
from core.dates.rule import UNTOLD
from core.dates.underspecified import anchored_calendar
from core.models import DateMention
from core.shelter import attempted

_TIMELESS = {
    "PRESENT_REF": "the time of writing, without a fixed date",
    "PAST_REF": "some time before, without a fixed date",
    "FUTURE_REF": "some time ahead, without a fixed date",
    "PXX": "a length of time that is not said",
    UNTOLD.value: "could not be worked out; read the sentence",
}


def anchor(
    expression: Expression, published: dt.date | None, previous: Period | None = None, tense: Tense | None = None
) -> DateMention:
    """The calendar meaning of one expression. Pure: the same arguments give the same mention.

    ``previous`` is the last date the text set; ``tense`` overrides the expression's own.
    """
    return anchor_on(AnchorContext(published, previous), expression, tense or expression.tense).mention


def anchor_on(context: AnchorContext, expression: Expression, tense: Tense | None) -> Anchored:
    """As :func:`anchor`, with the period that later expressions may refer to; one that fails costs no other."""
    failed = unknown(expression, UNTOLD.value, _TIMELESS[UNTOLD.value])
    return attempted(f"anchoring of a {expression.operation}", lambda: _anchored(context, expression, tense), failed)


def _anchored(context: AnchorContext, expression: Expression, tense: Tense | None) -> Anchored:
    try:
        if expression.operation == "calendar":
            return anchored_calendar(context, expression, tense)
        if expression.operation == "relative":
            return anchored_step(context, expression)
        if expression.operation == "duration":
            return anchored_duration(context, expression)
    except OverflowError:
        return unknown(expression, expression.value or "XXXX", "lies outside the calendar")
    reason = _TIMELESS.get(expression.value, "comes again and again, so it has no one date")
    return unknown(expression, expression.value, reason)
