"""Whether two mentions can be of one event, and what they share: the pairwise part of the clustering."""

from __future__ import annotations

from typing import NamedTuple

from core.event_coreference.counts import DISTINCT, RARE, Count
from core.event_coreference.mention import EventMention
from core.event_coreference.positions import can_meet
from core.event_coreference.sides import BLOW, counted_apart, of_people, one_count

ALIKE = 0.5
"""Share of the shorter mention's words that the other one has too, from which on they tell the same in other words."""

LONGEST_DAYS = 45
"""A span longer than this says too little about when to join by."""


class Shared(NamedTuple):
    """What two mentions have in common; ``number`` is the largest on which they agree, 0 where there is none."""

    day: bool
    place: bool
    town: bool
    number: float
    names: int
    people: bool
    objects: bool
    words: bool
    breath: bool

    @property
    def weight(self) -> int:
        """How much speaks for one event; compares one pair with another."""
        counted = 2 * bool(self.number) + (self.number >= RARE)
        told = 2 * bool(self.names) + self.people + self.objects + self.words
        return counted + told + 2 * self.place + self.day + 2 * self.breath


def incompatible(one: EventMention, other: EventMention) -> bool:
    """Whether two mentions cannot be of one event: other days, places or people, or numbers too far apart."""
    if _same_day(one, other) is False or can_meet(one.spots, other.spots) is False or _far_apart(one, other):
        return True
    return one.kind == other.kind and _other_people(one, other) and _number(one, other) < DISTINCT


def agreement(one: EventMention, other: EventMention) -> Shared | None:
    """What two mentions that do not contradict share; null where too little says that they are of one event.

    Two of one kind must agree in a number, in names or in what they say, and share the day or
    the place beside. Two that may be sides of one happening, as the blow and its dead, must share both, and a number
    that is no accident, a name, or what was struck.
    """
    found = Shared(
        day=bool(_same_day(one, other)),
        place=bool(can_meet(one.spots, other.spots)),
        town=bool(one.towns & other.towns),
        number=_number(one, other),
        names=len(one.names & other.names),
        people=bool(one.people & other.people),
        objects=bool(one.objects & other.objects),
        words=_alike(one, other),
        breath=one.sentence == other.sentence,
    )
    return found if _enough(one, other, found) else None


def _enough(one: EventMention, other: EventMention, found: Shared) -> bool:
    """Whether what is shared says more than that the same sort of thing happened twice."""
    if not found.day:
        again = one.row.doc == other.row.doc and one.kind == other.kind and found.words  # the title, and the text
        return found.place and (again or _exact(one, other))
    if one.kind != other.kind:
        return _sides(one, other, found)
    if not (one.listed and other.listed) or _other_people(one, other):
        return found.place and found.number >= DISTINCT
    if found.place:
        told = found.words or (found.objects and (found.people or (found.town and _one_day(one, other))))
        return bool(found.number or found.names or (told and not _other_things(one, other)))
    if found.names and (found.number or found.words):
        return True
    return sum((bool(found.number), found.people, found.words)) >= 2


def _sides(one: EventMention, other: EventMention, found: Shared) -> bool:
    """Whether two kinds of doing are sides of one happening."""
    if not one.sides & other.sides:
        bare = one.listed != other.listed or not one.listed
        return bare and found.town and found.number >= RARE and _exact(one, other)
    if found.breath:
        return found.place and {one.kind, other.kind} <= set(BLOW)
    if _other_people(one, other):
        return found.town and found.number >= RARE
    if not found.place:
        return found.names > 1 or bool(found.number and found.names)
    return bool(found.number >= DISTINCT or found.names or (found.objects and found.town))


def _other_people(one: EventMention, other: EventMention) -> bool:
    """Whether both name somebody, and nobody twice."""
    doers = bool(one.doers and other.doers and not one.doers & other.doers)
    return doers or bool(one.names and other.names and not one.names & other.names)


def _other_things(one: EventMention, other: EventMention) -> bool:
    """Whether both count, and nothing of what they count is the same: 14 bodies, 14 rifles."""
    return bool(one.counts and other.counts) and not _pairs(one, other)


def _pairs(one: EventMention, other: EventMention) -> list[tuple[Count, Count]]:
    """Numbers of both that count one thing."""
    if not one.counts or not other.counts:
        return []
    people = of_people(one.kind) and of_people(other.kind)
    return [(a, b) for a in one.counts for b in other.counts if a.alike(b, people=people)]


def _number(one: EventMention, other: EventMention) -> float:
    """The largest number on which both agree."""
    if counted_apart(one.kind, other.kind):
        return 0.0
    grown = one.kind == other.kind  # "95 dead" in the morning, "118 dead" in the evening
    return max(
        (
            least
            for a, b in _pairs(one, other)
            if a.agrees(b) or (grown and not a.contradicts(b) and min(a.least, b.least) >= RARE)
            for least in [min(a.least, b.least)]
        ),
        default=0.0,
    )


def _exact(one: EventMention, other: EventMention) -> bool:
    """Whether both give one number of one thing; across kinds it must be a rare one."""
    least = 0.0 if one.kind == other.kind else RARE
    return any(
        a.same(b) and a.least >= least for a, b in _pairs(one, other) if one.kind == other.kind or a.family == b.family
    )


def _far_apart(one: EventMention, other: EventMention) -> bool:
    """Whether they count the same and no number of the one can be one of the other."""
    pairs = _pairs(one, other) if one_count(one.kind, other.kind) else []
    return bool(pairs) and all(a.contradicts(b) for a, b in pairs)


def _same_day(one: EventMention, other: EventMention) -> bool | None:
    """Whether the spans of days meet; null where one of them is unknown or wide."""
    if one.days is None or other.days is None:
        return None
    if one.days[0] > other.days[1] or other.days[0] > one.days[1]:
        return False
    return one.length <= LONGEST_DAYS >= other.length or None


def _one_day(one: EventMention, other: EventMention) -> bool:
    """Whether both know the day, and it is one."""
    return one.days is not None and one.days == other.days and one.days[0] == one.days[1]


def _alike(one: EventMention, other: EventMention) -> bool:
    if one.objects == other.objects:
        return bool(one.objects)
    fewer = min(len(one.objects), len(other.objects))
    return len(one.objects & other.objects) >= max(2, ALIKE * fewer)
