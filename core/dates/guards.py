"""Words that look like time and are not: May said, March on Moscow, 2,010 people, Boeing 747."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from core.dates.expression import Expression
from core.dates.tokens import Tokens


def is_time(said: Expression, doc: Doc, tokens: Tokens, first: int, after: int) -> bool:
    """Whether the stretch speaks of time, by its neighbours and by what the parser makes of it."""
    return True
