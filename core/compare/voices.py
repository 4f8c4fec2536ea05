"""Two numbers of one sentence: of two things, or of one thing at two times or by two tellers."""

from __future__ import annotations

import re

from core.compare.claim import Claim, ratio

_CONVERTED = 1.05
"""By how much a value "(19 km)" may be off that is given again in another unit."""

_MOVING = frozenset(
    "rose rise risen rising fell fall fallen grew grown climbed increased up revised earlier previously rather instead "
    "initially originally".split()
)


def by_sentence(heap: list[Claim], _: object) -> list[list[Claim]]:
    """A sentence that gives two numbers in one voice gives them for two things; the first stays with the others."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(heap, key=lambda s: s.start):
        first.setdefault((claim.doc, claim.sentence, claim.speaker), claim)
    kept: list[Claim] = []
    apart: list[Claim] = []
    for claim in heap:
        leader = first[(claim.doc, claim.sentence, claim.speaker)]
        same = (leader.low, leader.high) == (claim.low, claim.high) or _moves(claim) or _moves(leader)
        same = same or _two_tellers(leader, claim)
        same = same or (leader.said[2] != claim.said[2] and ratio([leader], [claim]) <= _CONVERTED)
        (kept if same else apart).append(claim)
    return [kept, *([claim] for claim in apart)]


_TOLD_AGAIN = re.compile(
    r"\b(?:and|but|while|whereas)\b[^,;.]{1,40}\b(?:said|says|put|puts|counted|reported|estimated|claimed|gave|spoke)\b"
)


def _two_tellers(one: Claim, other: Claim) -> bool:
    """Whether a sentence changes its voice between two numbers: "…, and the council counted 5,500"."""
    between = one.sentence.partition(one.text)[2].partition(other.text)[0]
    return _TOLD_AGAIN.search(between) is not None


def _moves(claim: Claim) -> bool:
    """Whether the sentence tells that a number changed, so that its numbers may be one at two times."""
    return not _MOVING.isdisjoint(claim.sentence.casefold().replace(",", " ").split())
