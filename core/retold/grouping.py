"""Tellings of one event found among many, in time that grows with their number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from core.desk.frames import Frames
from core.prominence import prominence
from core.retold.comparing import LONGEST_DAYS, contradict, shared
from core.retold.numbers import RARE
from core.retold.retelling import Retelling, retelling
from core.retold.spots import narrow
from core.retold.telling import Telling, tellings

MOST_COMPARED = 40
"""Groups of one kind and day that a telling is compared with, the latest first: bounds the work on a dense day."""

MOST_HEARD = 6
"""Members of a group that a telling must not contradict."""

Group = list[Telling]


def retellings(frames: Frames) -> tuple[Retelling, ...]:
    """Every event of ``frames`` that is no mere saying, in exactly one group, in the order of the events.

    Greedy: a telling joins the group it shares most with and contradicts nowhere. Only groups of the same kind of
    thing, or of another side of it, whose days meet, or that share a place where a date is missing, are looked at.
    """
    groups: list[Group] = []
    near: dict[Any, list[int]] = defaultdict(list)
    for telling in tellings(frames):
        number = _best(telling, groups, near)
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(telling)
        for block in _blocks(telling):
            if not near[block] or near[block][-1] != number:
                near[block].append(number)
    today = max(frames.documents["published"].dropna(), default=None)
    return tuple(retelling(_best_first(group, today)) for group in groups)


def _best(telling: Telling, groups: list[Group], near: dict[Any, list[int]]) -> int | None:
    """The group that a telling belongs to; null where it begins one."""
    best, most = None, 0
    numbers = {number: None for block in _blocks(telling) for number in near[block][-MOST_COMPARED:]}
    for number in numbers:
        members = groups[number][:MOST_HEARD]
        weight = max((found.weight for member in members if (found := shared(telling, member))), default=0)
        if weight > most and not any(contradict(telling, member) for member in members):
            best, most = number, weight
    return best


def _blocks(telling: Telling) -> Iterable[tuple[Any, ...]]:
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
    counted = [number.family for number in telling.numbers if number.least >= RARE and narrow(telling.spots)]
    for step in range((last - first).days + 1):
        for sort in (*sorts, *counted):
            yield sort, first + dt.timedelta(days=step)


def _best_first(group: Group, today: dt.date | None) -> Group:
    """The most prominent telling first, the earliest in the text where two are alike."""
    order = sorted(range(len(group)), key=lambda n: (-prominence(group[n].row, today), n))
    return [group[n] for n in order]
