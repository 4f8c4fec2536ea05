"""Two expressions that are the ends of one span, and lengths that a date behind them ends."""

from __future__ import annotations

from dataclasses import replace

from core.dates.composition import Found
from core.dates.expression import Expression
from core.dates.lexicon import EDGES
from core.dates.tokens import DateTokens

_SPAN = {"to", "-", "–", "—", "until", "till", "through", "/"}
_ENDED = {"ended", "ending", "ends"}


def mark_spans(tokens: DateTokens, found: list[Found]) -> list[Found]:
    """Tell of each expression whether it closes a span that its neighbour opens, or is ended by its neighbour."""
    marked = list(found)
    for i in range(len(marked) - 1):
        (first, after, left), (start, stop, right) = marked[i], marked[i + 1]
        if right.operation != "calendar":
            continue
        gap = [word for word in tokens.lower[after:start] if word not in EDGES]
        if left.operation == "calendar" and _is_span(tokens, first, gap) and not _differ(left, right):
            marked[i + 1] = (start, stop, replace(right, closes=not right.parts.dated))
        elif gap and gap[0] in _ENDED and set(gap[1:]) <= {"on", ","} and _is_reported(left):
            marked[i] = (first, after, replace(left, bounded=True))
            behind = gap[0] == "ended" and not right.parts.dated and right.direction is None
            marked[i + 1] = (start, stop, replace(right, direction=-1) if behind else right)
    return marked


def _is_span(tokens: DateTokens, first: int, gap: list[str]) -> bool:
    """ "from Monday to Friday", "March-May", "between 3 and 5 June"."""
    if len(gap) != 1:
        return False
    return gap[0] in _SPAN or (gap[0] == "and" and first > 0 and tokens.lower[first - 1] == "between")


def _differ(left: Expression, right: Expression) -> bool:
    """Whether they are no two ends: "the change on Friday to December's figures"."""
    day = right.parts.day or right.parts.weekday or right.parts.holiday or right.parts.weekend
    return left.parts.weekday is not None and left.parts.day is None and right.parts.inner and not day


def _is_reported(said: Expression) -> bool:
    """A length or a quarter that accounts are given for."""
    return said.operation == "duration" or said.parts.quarter is not None or said.unit in ("quarter", "year")
