"""Typing errors: the well-known places whose name differs from a form by a letter or two.

Found by symmetric deletion (Garbe's SymSpell): two spellings one edit apart meet once a letter is taken out of either.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import combinations

from core.places.gazetteer.entry import Entry

SHORTEST = 6
"""Letters of a form; shorter ones have too many neighbours."""

LONGEST = 30
"""Letters of a form that is looked at."""

_LONG = 8
"""From so many letters on, two errors in the name of a city are looked for."""

_KNOWN = 15_000
"""People of a place from which on a wrong letter in its name is looked for."""

_CITY = 100_000
"""People of a city, from which on two are."""


def is_indexed(entry: Entry) -> bool:
    """Whether a place is so well known that a wrong letter in its name is likelier than another place."""
    division = entry.kind in {"country", "region"} and not entry.source.startswith("census:")
    return division or entry.population >= _KNOWN


def keys(form: str, population: int) -> frozenset[int]:
    """Under which a folded name is stored: itself and what is left without one letter, of a city's without two."""
    if not SHORTEST <= len(form) <= LONGEST:
        return frozenset()
    return frozenset(map(_number, _shorter(form, 2 if _may_have_two(form, population) else 1)))


def asked(form: str) -> frozenset[int]:
    """Under which a folded form is looked for."""
    return keys(form, _CITY)


def errors(form: str, entry: Entry, name: str) -> int | None:
    """How many letters are wrong, where the form may be a slip for the folded name; null where it is too far off.

    The first letter is seldom the wrong one.
    """
    if form[:1] != name[:1] or form == name:
        return None
    distance = _distance(form, name)
    return distance if distance <= (2 if _may_have_two(name, entry.population) else 1) else None


def _may_have_two(name: str, population: int) -> bool:
    return len(name) >= _LONG and population >= _CITY


def _shorter(form: str, most: int) -> Iterator[str]:
    yield form
    for count in range(1, most + 1):
        for gone in combinations(range(len(form)), count):
            yield "".join(letter for index, letter in enumerate(form) if index not in gone)


def _number(form: str) -> int:
    return zlib.crc32(form.encode())


def _distance(one: str, other: str) -> int:
    """Optimal string alignment: letters put in, left out, changed, or two neighbours swapped (Damerau 1964)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
