"""Two numbers of one sentence: of two things, or of one thing at two times or by two tellers."""

from __future__ import annotations

import re

from core.compare.source import Source, ratio

_CONVERTED = 1.05
"""By how much a value "(19 km)" may be off that is given again in another unit."""

_MOVING = frozenset(
    "rose rise risen rising fell fall fallen grew grown climbed increased up revised earlier previously rather instead "
    "initially originally".split()
)


def by_sentence(heap: list[Source], _: object) -> list[list[Source]]:
    """A sentence that gives two numbers in one voice gives them for two things; the first stays with the others."""
    first: dict[tuple[object, ...], Source] = {}
    for source in sorted(heap, key=lambda s: s.start):
        first.setdefault((source.doc, source.sentence, source.speaker), source)
    kept: list[Source] = []
    apart: list[Source] = []
    for source in heap:
        leader = first[(source.doc, source.sentence, source.speaker)]
        same = (leader.low, leader.high) == (source.low, source.high) or _moves(source) or _moves(leader)
        same = same or _two_tellers(leader, source)
        same = same or (leader.said[2] != source.said[2] and ratio([leader], [source]) <= _CONVERTED)
        (kept if same else apart).append(source)
    return [kept, *([source] for source in apart)]


_TOLD_AGAIN = re.compile(
    r"\b(?:and|but|while|whereas)\b[^,;.]{1,40}\b(?:said|says|put|puts|counted|reported|estimated|claimed|gave|spoke)\b"
)


def _two_tellers(one: Source, other: Source) -> bool:
    """Whether a sentence changes its voice between two numbers: "…, and the council counted 5,500"."""
    between = one.sentence.partition(one.text)[2].partition(other.text)[0]
    return _TOLD_AGAIN.search(between) is not None


def _moves(source: Source) -> bool:
    """Whether the sentence tells that a number changed, so that its numbers may be one at two times."""
    return not _MOVING.isdisjoint(source.sentence.casefold().replace(",", " ").split())
