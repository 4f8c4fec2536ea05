"""What figures must have in common besides their noun to stay together: a place, a day, a quotation, words, a value."""

from __future__ import annotations

import re
from itertools import combinations

from core.clustering.connected_components import joined
from core.compare.claim import Claim
from core.compare.outcomes import THERE
from core.lexicon import meaning

SHARED_WORDS = 3
"""Words that two sentences share if they tell of one thing."""

_MOST_WORDS = 14
"""Words of a sentence that are tried: bounds the work on a long one."""

_SAME_MATTER = 1.1
"""Two losses or prices of which one is at most so many times the other may be one."""


def by_anchor(heap: list[Claim], _: object) -> list[list[Claim]]:
    """Figures stay together that have more than the noun in common: a place, an event's day, a quotation, words."""
    if matter := heap[0].sense.matter:
        return [part for own in ([heap] if matter.local else _by_owner(heap)) for part in _by_value(own)]
    telling = heap[0].sense.done not in (None, THERE) or heap[0].sense.thing != "person"
    if telling and any(s.place and s.place_kind != "country" for s in heap):
        return [heap]
    return joined(heap, _anchors)


def _by_value(heap: list[Claim]) -> list[list[Claim]]:
    """Matters of near values stay together, and those that one place has but one of."""
    runs = _runs(heap)
    return joined(heap, lambda s: [*_anchors(s), ("run", runs[s.key]), *_where(s)])


def _by_owner(heap: list[Claim]) -> list[list[Claim]]:
    """The losses of two firms lie apart; a sentence that names nobody joins where only one can be meant."""
    names = {s.key: frozenset(_NAME.findall(s.sentence)) - _OF_DAYS for s in heap}
    owned = joined([s for s in heap if names[s.key]], lambda s: names[s.key])
    nameless = [s for s in heap if not names[s.key]]
    return [[*owned[0], *nameless]] if len(owned) == 1 else [part for part in (*owned, nameless) if part]


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_OF_DAYS = frozenset(name.capitalize() for name in meaning("time", "month", "weekday"))


def _where(claim: Claim) -> list[tuple[object, ...]]:
    """Where a matter is that one place has but one of: the damage of a flood, the level of its river."""
    place = claim.place or claim.near
    return [("local", place)] if place and claim.sense.matter and claim.sense.matter.local else []


def _runs(heap: list[Claim]) -> dict[str, int]:
    """Key of each claim → number of the run of values it is in, each at most a tenth over the one before it."""
    run, top, runs = 0, 0.0, {}
    for claim in sorted(heap, key=lambda s: (s.least, s.key)):
        run += claim.least > _SAME_MATTER * top
        top = max(claim.least, 0)
        runs[claim.key] = run
    return runs


def _anchors(claim: Claim) -> list[tuple[object, ...]]:
    days = [("day", *claim.day.of_event)] if claim.day.of_event and claim.sense.done not in (None, THERE) else []
    quoted = [("quoted", claim.quotation)] if claim.quotation else []
    told = claim.sense.done not in (None, THERE) and claim.near
    near = [("near", claim.near)] if told else []
    return [
        ("itself", claim.key),
        *days,
        *quoted,
        *near,
        *combinations(sorted(claim.sense.words)[:_MOST_WORDS], SHARED_WORDS),
    ]
