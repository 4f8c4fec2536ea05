"""Tellings of one event found among many, in time that grows with their number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from core.event_coreference.comparing import LONGEST_DAYS, agreement, contradict
from core.event_coreference.mention import EventMention
from core.event_coreference.numbers import RARE

MOST_COMPARED = 24
"""Groups of one kind and day that a telling is compared with, the latest first: bounds the work on a dense day."""

MOST_HEARD = 5
"""Members of a group that a telling must not contradict."""

Group = list[EventMention]


def proposed(found: Iterable[EventMention]) -> list[Group]:
    """Each telling in exactly one group, in their order; a mere saying is alone, since no two are the same.

    Greedy: a telling joins the group it shares most with and contradicts nowhere, and brings groups together that it
    belongs to alike. Only groups of the same kind of
    thing, or of another side of it, whose days meet, or that share a place where a date is missing, are looked at.
    """
    groups: list[Group] = []
    near: dict[Any, list[int]] = defaultdict(list)
    for telling in found:
        fitting = [] if telling.said else _fitting(telling, groups, near)
        number = fitting[0] if fitting else len(groups)
        if not fitting:
            groups.append([])
        added = [telling]
        for other in fitting[1:]:
            if not _contradictory(groups[number], groups[other]):
                added += groups[other]
                groups[other] = []
        groups[number] += added
        for block in {block: None for member in added if not member.said for block in _blocks(member)}:
            if not near[block] or near[block][-1] != number:
                near[block].append(number)
    return _in_order(groups)


def _in_order(groups: list[Group]) -> list[Group]:
    """The groups that are left, in the order of their first events."""
    kept = [sorted(group, key=lambda telling: telling.order) for group in groups if group]
    return sorted(kept, key=lambda group: group[0].order)


def _fitting(telling: EventMention, groups: list[Group], near: dict[Any, list[int]]) -> list[int]:
    """The groups that a telling may belong to, the one it shares most with first."""
    found = []
    numbers = {number: None for block in _blocks(telling) for number in near[block][-MOST_COMPARED:]}
    for number in numbers:
        weight = _weight(telling, groups[number][:MOST_HEARD])
        if weight:
            found.append((-weight, number))
    return [number for _, number in sorted(found)]


def _weight(telling: EventMention, members: Group) -> int:
    """How much speaks for a telling's being of a group; 0 where nothing does, or something against it."""
    if any(contradict(telling, member) for member in members):
        return 0
    return max((both.weight for member in members if (both := agreement(telling, member))), default=0)


def _contradictory(group: Group, other: Group) -> bool:
    return any(contradict(one, two) for one in group[:MOST_HEARD] for two in other[:MOST_HEARD])


def _blocks(telling: EventMention) -> Iterable[tuple[Any, ...]]:
    """What tellings of one event have in common at least.

    A kind, or a side of the happening, and a day, or a place where one is undated; a rare number and a day.
    """
    sorts = (telling.kind, *telling.sides)
    for sort in sorts:
        for spot in telling.spots:
            yield sort, spot.key if spot.kind != "country" else spot.country
    if telling.days is None or (telling.days[1] - telling.days[0]).days > LONGEST_DAYS:
        return
    first, last = telling.days
    counted = [number.family for number in telling.numbers if number.least >= RARE and telling.towns]
    for step in range((last - first).days + 1):
        for sort in (*sorts, *counted):
            yield sort, first + dt.timedelta(days=step)
