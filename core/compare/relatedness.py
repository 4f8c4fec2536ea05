"""Things that are near one another: narrower words for one number, and what stands beside it without being the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.compare.claim import Claim, Heap
from core.compare.nouns import family
from core.compare.outcomes import THERE

_TELLING = 3
"""From this value on it says something that two texts give the same one."""

_BESIDE = 4
"""Claims that are named beside a group."""


def with_narrower(heaps: Sequence[Heap]) -> list[Heap]:
    """Heaps of "soldiers killed" put to "people killed" where both are plainly one number.

    That is: the same was done to them, at the same place or day, other documents tell it, and a number is the same.
    """
    wider: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, heap in enumerate(heaps):
        wider[_likeness(heap[0], heap[0].sense.thing)].append(i)
    home: dict[int, int] = {}
    for i, heap in enumerate(heaps):
        within = heap[0].sense.within
        found = [j for j in wider.get(_likeness(heap[0], within), ()) if within and _one_number(heap, heaps[j])]
        if len(found) == 1:
            home[i] = found[0]
    made = {i: list(heap) for i, heap in enumerate(heaps) if i not in home}
    for i, j in home.items():
        made[j] += heaps[i]
    return list(made.values())


def _likeness(claim: Claim, thing: str | None) -> tuple[object, ...]:
    sense = claim.sense
    return (sense.kind, sense.unit, sense.share, thing, sense.done, sense.modifiers, sense.period)


def _one_number(narrow: Heap, wide: Heap) -> bool:
    if {s.doc for s in narrow} & {s.doc for s in wide} or narrow[0].sense.done in (None, THERE):
        return False
    places = {s.place for s in narrow if s.place} & {s.place for s in wide if s.place}
    days = {s.day.of_event for s in narrow if s.day.of_event} & {s.day.of_event for s in wide if s.day.of_event}
    values = {s.least for s in narrow if s.least >= _TELLING} & {s.least for s in wide}  # "17", "at least 17"
    return bool((places or days) and values)


def beside(heaps: Sequence[Heap]) -> list[tuple[Claim, ...]]:
    """For each heap what is counted near it: graves beside bodies, injured beside killed, at the same place."""
    near: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, heap in enumerate(heaps):
        if heap[0].sense.share != "whole" or not _is_telling(heap[0]):
            continue
        for place in sorted({s.place for s in heap if s.place and s.place_kind != "country"}):
            near[(heap[0].sense.kind, heap[0].unit, family(heap[0].sense.thing), place)].append(i)
    others: list[set[int]] = [set() for _ in heaps]
    for members in near.values():
        for i in members:
            others[i] |= {*members[: _BESIDE + 1]} - {i}
    return [tuple(heaps[j][0] for j in sorted(o)[:_BESIDE]) for o in others]


def _is_telling(claim: Claim) -> bool:
    """Whether a heap is near others of its family: of people, those to whom harm was done, and their bodies."""
    if family(claim.sense.thing) != "person" or claim.sense.thing in ("body", "grave"):
        return True
    return claim.sense.done in _HARM


_HARM = frozenset({"killed", "injured", "killed or injured", "missing", "hospitalised", "buried"})
