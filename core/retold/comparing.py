"""Whether two tellings can be of one event, and what they share."""

from __future__ import annotations

from typing import NamedTuple

from core.retold.telling import Telling

CLOSE = 1.5
"""Numbers of one thing that differ by less may be an early and a later count of one event."""

ALIKE = 0.5
"""Share of the shorter telling's words that the other one has too, from which on they tell the same in other words."""

LONGEST_DAYS = 45
"""A span longer than this says too little about when to join by."""


class Shared(NamedTuple):
    """What two tellings have in common; ``weight`` compares one pair with another."""

    day: bool
    place: bool
    number: bool
    people: bool
    words: bool

    @property
    def weight(self) -> int:
        """How much speaks for one event."""
        return 2 * self.number + 2 * self.place + self.people + self.words + self.day


def shared(one: Telling, other: Telling) -> Shared | None:
    """What both share; null where they cannot be of one event, or too little says that they are.

    The same kind of thing is taken for granted. Days and places must not contradict; then numbers, or who did it,
    or most of the words must agree, and the day or the place must be shared beside.
    """
    day, place = _same_day(one, other), _same_place(one, other)
    if day is False or place is False or _far_apart(one, other):
        return None
    number = any(a.agrees(b) and a.thing for a in one.numbers for b in other.numbers)
    found = Shared(bool(day), bool(place), number, bool(one.people & other.people), _alike(one, other))
    return found if _enough(one, other, found, day) else None


def _enough(one: Telling, other: Telling, found: Shared, day: bool | None) -> bool:
    """Whether what is shared says more than that the same sort of thing happened twice."""
    if day is None:
        return found.place and any(a.same(b) and a.thing for a in one.numbers for b in other.numbers)
    if not (one.listed and other.listed) or (one.names and other.names and not one.names & other.names):
        return found.place and found.number
    if found.place:
        return found.number or found.people or found.words
    return found.number + found.people + found.words >= 2


def _same_day(one: Telling, other: Telling) -> bool | None:
    """Whether the spans of days meet; null where one of them is unknown or wide."""
    if one.days is None or other.days is None:
        return None
    if one.days[0] > other.days[1] or other.days[0] > one.days[1]:
        return False
    return max((last - first).days for first, last in (one.days, other.days)) <= LONGEST_DAYS or None


def _same_place(one: Telling, other: Telling) -> bool | None:
    """Whether they share a place or one lies in the other's country; null where one names none."""
    if not (one.places or one.wide) or not (other.places or other.wide):
        return None
    if one.places & other.places or one.wide & other.wide:
        return True
    inside = (one.wide and not one.places and one.wide & other.countries) or (
        other.wide and not other.places and other.wide & one.countries
    )
    return bool(inside)


def _far_apart(one: Telling, other: Telling) -> bool:
    """Whether they count the same thing and cannot mean one number, even as an early and a later count."""
    for a in one.numbers:
        for b in other.numbers:
            if a.thing and a.thing == b.thing and not a.agrees(b):
                low, high = min(a.high, b.high), max(a.low, b.low)
                if high > CLOSE * max(low, 1.0):
                    return True
    return False


def _alike(one: Telling, other: Telling) -> bool:
    fewer = min(len(one.words), len(other.words))
    return fewer >= 2 and len(one.words & other.words) >= max(2, ALIKE * fewer)
