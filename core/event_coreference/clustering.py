"""Mentions of one event found among many: greedy clustering within blocks, in time that grows with their number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from core.event_coreference.counts import RARE
from core.event_coreference.mention import EventMention
from core.event_coreference.pairwise import LONGEST_DAYS, agreement, incompatible

MOST_COMPARED = 24
"""Groups of one kind and day that a mention is compared with, the latest first: bounds the work on a dense day."""

MOST_HEARD = 5
"""Members of a group that a mention must not contradict."""

Mentions = list[EventMention]
Block = tuple[str, str | dt.date | None]
"""A kind, side or thing counted, with a place or a day: what mentions of one event have in common at least."""


def cluster_mentions(mentions: Iterable[EventMention]) -> list[Mentions]:
    """Each mention in exactly one group, in their order; a mere saying is alone, since no two are the same.

    Greedy: a mention joins the group it shares most with and contradicts nowhere, and brings groups together that it
    belongs to alike. Only groups of the same kind of thing, or of another side of it, whose days meet, or that share a
    place where a date is missing, are looked at (blocking, as in record linkage).
    """
    groups: list[Mentions] = []
    near: dict[Block, list[int]] = defaultdict(list)
    for mention in mentions:
        fitting = [] if mention.said else _fitting(mention, groups, near)
        number = fitting[0] if fitting else len(groups)
        if not fitting:
            groups.append([])
        added = [mention]
        for other in fitting[1:]:
            if not _incompatible_groups(groups[number], groups[other]):
                added += groups[other]
                groups[other] = []
        groups[number] += added
        for block in {block: None for member in added if not member.said for block in _blocks(member)}:
            if not near[block] or near[block][-1] != number:
                near[block].append(number)
    return _in_order(groups)


def _in_order(groups: list[Mentions]) -> list[Mentions]:
    """The groups that are left, in the order of their first events."""
    kept = [sorted(group, key=lambda mention: mention.order) for group in groups if group]
    return sorted(kept, key=lambda group: group[0].order)


def _fitting(mention: EventMention, groups: list[Mentions], near: dict[Block, list[int]]) -> list[int]:
    """The groups that a mention may belong to, the one it shares most with first."""
    found = []
    numbers = {number: None for block in _blocks(mention) for number in near[block][-MOST_COMPARED:]}
    for number in numbers:
        weight = _weight(mention, groups[number][:MOST_HEARD])
        if weight:
            found.append((-weight, number))
    return [number for _, number in sorted(found)]


def _weight(mention: EventMention, members: Mentions) -> int:
    """How much speaks for a mention's being of a group; 0 where nothing does, or something against it."""
    if any(incompatible(mention, member) for member in members):
        return 0
    return max((both.weight for member in members if (both := agreement(mention, member))), default=0)


def _incompatible_groups(group: Mentions, other: Mentions) -> bool:
    return any(incompatible(one, two) for one in group[:MOST_HEARD] for two in other[:MOST_HEARD])


def _blocks(mention: EventMention) -> Iterable[Block]:
    """The blocks that a mention lies in.

    A kind, or a side of the happening, and a day, or a place where one is undated; a rare number and a day.
    """
    sorts = (mention.kind, *mention.sides)
    for sort in sorts:
        for spot in mention.spots:
            yield sort, spot.key if spot.kind != "country" else spot.country
    if mention.days is None or (mention.days[1] - mention.days[0]).days > LONGEST_DAYS:
        return
    first, last = mention.days
    counted = [count.family for count in mention.counts if count.least >= RARE and mention.towns]
    for step in range((last - first).days + 1):
        for sort in (*sorts, *counted):
            yield sort, first + dt.timedelta(days=step)
