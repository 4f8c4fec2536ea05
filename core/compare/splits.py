"""The rules by which figures may count the same thing: what was done, of which sort, where, when, in which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.compare.anchors import SHARED_WORDS
from core.compare.claim import Claim, Heap, ratio
from core.compare.splitting import by_detail, by_gap

Wholes = Callable[[str], frozenset[str]]
"""Key of a place → keys of all places that hold it."""

_WINDOW = 31
"""Days within which a number that is counted on may still be the same count."""

_SAME_EVENT = 1
"""Days that two texts may lie apart in dating one event: it happened in the night."""

_EVENTFUL = frozenset({"killed", "injured", "killed or injured", "shot down", "launched", "gathered"})
_EVENTS = frozenset({"attack", "strike", "explosion", "fire", "earthquake"})
_NEAR = 1.5
"""Values of which the larger is at most so many times the smaller may count one thing in two areas."""

_CLOSE = 2.0
"""By how many times a number without a place may differ from those of the place its text named last."""

_CROWDS = 10.0
"""By how many times the counts of one crowd may differ: organisers and police seldom agree."""

_GAP = 20
"""Sources of one number seldom differ by so many times; police and organisers of a march come near."""


def by_done(heap: Heap, _: Wholes) -> list[Heap]:
    """Killed and injured lie apart; a number without a verb joins where only one thing was done."""
    return by_detail(heap, lambda s: frozenset({s.sense.done}) if s.sense.done else frozenset())


def by_modifiers(heap: Heap, _: Wholes) -> list[Heap]:
    """Military and humanitarian aid lie apart; "aid" alone joins where there is only one sort."""
    return by_detail(heap, lambda s: s.sense.modifiers)


def by_place(heap: Heap, wholes: Wholes) -> list[Heap]:
    """Places lie apart; a wider place joins the one place within it where the values are near each other.

    A number without a place joins the place its text named last, if value or words are close; else the places in its
    sentence, whatever they are to it, set it apart. Losses and prices belong to somebody and have no place.
    """

    if heap[0].sense.matter and not heap[0].sense.matter.local:
        return [heap]

    def may_join(vague: Heap, precise: Heap) -> bool:
        if vague[0].place is None:
            is_near = all(s.near and precise[0].place in (s.near, *wholes(s.near)) for s in vague)
            close = _CROWDS if vague[0].sense.done == "gathered" else _CLOSE
            return is_near and (ratio(vague, precise) <= close or _words_meet(vague, precise))
        return ratio(vague, precise) <= _NEAR and not {s.doc for s in vague} & {s.doc for s in precise}

    unplaced = [[s] for s in heap if s.place is None]
    placed = by_detail([s for s in heap if s.place is not None], lambda s: _detail(s, wholes), may_join)
    left: Heap = []
    joining: dict[int, Heap] = {}
    for single in unplaced:
        homes = [i for i, other in enumerate(placed) if may_join(single, other)]
        if len(homes) == 1:
            joining.setdefault(homes[0], []).extend(single)
        else:
            left += single
    whole = [[*other, *joining.get(i, [])] for i, other in enumerate(placed)]
    return [*whole, *by_detail(left, lambda s: s.named)]


def by_day(heap: Heap, _: Wholes) -> list[Heap]:
    """Events of different days lie apart, and so do counts with more than a month between them."""
    eventful = heap[0].sense.done in _EVENTFUL or heap[0].sense.thing in _EVENTS
    certain = [s for s in heap if s.day.of_event] if eventful else []
    heaps = by_gap(certain, _event, _SAME_EVENT)
    ends = [(min(_event(s)[0] for s in h), max(_event(s)[1] for s in h)) for h in heaps]
    later: Heap = []
    undated: Heap = []
    for claim in heap:
        if claim in certain:
            continue
        span = _span(claim)
        homes = [
            i
            for i, (first, last) in enumerate(ends)
            if span is None or (span[1] >= first - _SAME_EVENT and span[0] <= last + _WINDOW)
        ]
        if len(homes) == 1:
            heaps[homes[0]].append(claim)
        else:
            (later if span else undated).append(claim)
    heaps += by_gap(later, lambda s: _span(s) or (0, 0), _WINDOW)
    if undated and len(heaps) == 1:
        heaps[0] += undated
    elif undated:
        heaps.append(undated)
    return heaps


def by_scale(heap: Heap, _: Wholes) -> list[Heap]:
    """Values with a wide gap between them lie apart: "200 in all those years" and "three last week"."""
    heaps: list[Heap] = []
    top = 0.0
    for claim in sorted(heap, key=lambda s: (s.least, s.key)):
        if not heaps or (top > 0 and claim.least > _GAP * top):
            heaps.append([])
        heaps[-1].append(claim)
        top = max(top, claim.most)
    return heaps


def _detail(claim: Claim, wholes: Wholes) -> frozenset[str]:
    return frozenset({claim.place, *wholes(claim.place)}) if claim.place else frozenset()


def _words_meet(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    words = frozenset[str]().union(*(s.sense.words for s in other))
    return all(len(s.sense.words & words) >= SHARED_WORDS for s in one)


def _event(claim: Claim) -> tuple[int, int]:
    first, last = claim.day.of_event or (None, None)
    return (first.toordinal(), last.toordinal()) if first and last else (0, 0)


def _span(claim: Claim) -> tuple[int, int] | None:
    """First and last day of a number as ordinals: by the text unless it names a season, else by publication."""
    earliest, latest = claim.day.earliest or claim.day.latest, claim.day.latest or claim.day.earliest
    if earliest and latest and (latest - earliest).days <= 3 * _WINDOW:
        return earliest.toordinal(), latest.toordinal()
    return (claim.published.toordinal(),) * 2 if claim.published else None
