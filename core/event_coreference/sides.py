"""Kinds of trigger that tell one happening from different sides: the blow, the dead, the ruin; the find, the grave."""

from __future__ import annotations

_SIDES = {
    "harm": "attack die hurt destroy disaster",
    "dead": "die find bury",
    "haul": "capture find",
    "custody": "capture arrest",
    "poll": "vote win",
    "bill": "vote approve",
    "flight": "flee disaster",
    "rescue": "rescue find",
    "trade": "buy agree",
    "unrest": "protest fight",
}
"""Side → the kinds of :mod:`core.lexicon.event_types` that tell it."""

BLOW = _SIDES["harm"].split()
_OF = {kind: frozenset(side for side, kinds in _SIDES.items() if kind in kinds.split()) for kind in
       {kind for kinds in _SIDES.values() for kind in kinds.split()}}  # fmt: skip
_COUNTED_APART = frozenset({"die", "hurt"})
_OF_PEOPLE = frozenset("die hurt bury flee rescue arrest kidnap protest vote infect sentence".split())


def sides_of(kind: str) -> frozenset[str]:
    """The sides that a kind of trigger may tell; none for most."""
    return _OF.get(kind, frozenset())


def counted_apart(one: str, other: str) -> bool:
    """Whether a number of the one kind says nothing of the other: five dead and five wounded are ten."""
    return one != other and {one, other} == _COUNTED_APART


def one_count(one: str, other: str) -> bool:
    """Whether two numbers of one thing contradict where they differ: of kills, or of the found and the buried."""
    return one == other or "dead" in sides_of(one) & sides_of(other)


def of_people(kind: str) -> bool:
    """Whether what such a trigger counts, where nothing else is said, are people."""
    return kind in _OF_PEOPLE
