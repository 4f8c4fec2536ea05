"""Phrases that open a value to one side or loosen it: "at least", "nearly", "or so" (``bounds.csv``).

Figures take a phrase's bound from here and durations their TIMEX3 ``mod``, so that it means the same in both.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from core.lexicon.table import meaning, values
from core.models import Bound

Side = Literal["before", "behind"]


class BoundPhrase(NamedTuple):
    """What a phrase says of the number beside it: its bound, and the ``mod`` that TIMEX3 has for that.

    ``verbal``: it is a verb's and stays outside a temporal expression whose number it bounds. ``compares``: before a
    point in time it compares values and bounds no time: "higher than a year ago".
    """

    bound: Bound
    mod: str
    verbal: bool = False
    compares: bool = False


@cache
def bound_phrases(side: Side) -> dict[tuple[str, ...], BoundPhrase]:
    """The phrases that stand on one side of a number, each as its words and marks in small letters."""
    bounds, mods = values("bounds", "bound"), values("bounds", "mod")
    verbal, compares = meaning("bounds", "verb"), meaning("bounds", "compares")
    return {
        tuple(phrase.split()): BoundPhrase(
            cast(Bound, bounds[phrase]), mods[phrase], phrase in verbal, phrase in compares
        )
        for phrase in meaning("bounds", f"{side} a number")
    }


LONGEST = max(len(phrase) for side in get_args(Side) for phrase in bound_phrases(side))
"""Words and marks of the longest phrase."""
