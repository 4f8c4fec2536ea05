"""The company that a name keeps: how much of the document points to each country, region and neighbourhood.

Every name votes for the countries, regions and neighbourhoods of its own candidates, by their probability. The votes
are concave in the probability: five names that could each, with a small chance, lie in Minnesota say more for Minnesota
than one that lies there for certain. All steps are linear in the number of candidates.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.places.gazetteer import Entry
from core.places.resolution.groups import NameGroup

COUNTRY = 4.0
REGION = 4.0
NEAR = 3.0
FEW = 1.5
"""One other name may share a region by chance; three hardly."""

STEEPNESS = 5.0
"""How much more than its share a small probability counts; see ``_concave``."""

GOVERNMENT = 0.5
"""How much a government votes for its country, by its capital or its country: it is often far from the scene."""

UNLIKELY = 0.002
"""Candidates with a smaller chance have no vote."""

_SMALL_KM = 90.0
"""A region up to this radius, such as a county, is a part of a neighbourhood like a town."""

_SQUARES = 1.5
"""Squares to a degree: with the eight around it, a square is a neighbourhood some 200 km wide."""

Cell = tuple[int, int]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Votes:
    """How much points to each country, region and square of the grid, and how much could at most."""

    country: dict[str, float]
    region: dict[str, float]
    cell: dict[Cell, float]
    total: float


def ballot(group: NameGroup, chances: Sequence[float]) -> Votes:
    """The votes of one name, each candidate's by its chance; a name that is often repeated counts a little more."""
    if group.elsewhere and not group.beside:
        return Votes({}, {}, {}, 0.0)
    country: defaultdict[str, float] = defaultdict(float)
    region: defaultdict[str, float] = defaultdict(float)
    cell: defaultdict[Cell, float] = defaultdict(float)
    for index, (name, chance) in enumerate(zip(group.names, chances, strict=True)):
        if chance < UNLIKELY:
            continue
        entry = name.entry
        if entry.country:
            far = group.acts if entry.kind == "country" else index in group.capitals
            country[entry.country] += chance * (GOVERNMENT if far else 1.0)
        home = _home(entry)
        if home:
            region[home] += chance
        for around in _around(entry):
            cell[around] += chance
    weight = 1.0 + math.log(max(len(group.mentions), 1))
    return Votes(
        {key: weight * share for key, share in country.items()}, _voiced(region, weight), _voiced(cell, weight), weight
    )


def count_votes(ballots: Sequence[Votes]) -> Votes:
    """The votes of all names together."""
    country: defaultdict[str, float] = defaultdict(float)
    region: defaultdict[str, float] = defaultdict(float)
    cell: defaultdict[Cell, float] = defaultdict(float)
    for one in ballots:
        for key, value in one.country.items():
            country[key] += value
        for key, value in one.region.items():
            region[key] += value
        for where, value in one.cell.items():
            cell[where] += value
    return Votes(country, region, cell, sum(one.total for one in ballots))


def company(entry: Entry, votes: Votes, mine: Votes) -> float:
    """What the other names of the document say for a candidate, its own name's votes taken out."""
    others = votes.total - mine.total
    if others <= 0:
        return 0.0
    score = 0.0
    if entry.country:
        score += COUNTRY * _share(_without(votes.country, mine.country, entry.country), others)
    return score + neighbourhood(entry, votes, mine)


def neighbourhood(entry: Entry, votes: Votes, mine: Votes) -> float:
    """The part of ``company`` that is owed to names of the same region and of the same neighbourhood."""
    others = votes.total - mine.total
    home = _home(entry)
    score = REGION * _share(_without(votes.region, mine.region, home), others) if home and others > 0 else 0.0
    if _is_local(entry) and others > 0:
        score += NEAR * _share(_without(votes.cell, mine.cell, _cell(entry)), others)
    return score


def introduce(groups: Sequence[NameGroup]) -> None:
    """Tells each name of another one that speaks for its best candidate: the nearest kind of company there is.

    The first or second of a circle nearly always is another name: only the paper's own home and the few kinds of the
    same name are passed over.
    """
    best = [group.names[group.best(-1)].entry for group in groups]
    known: dict[tuple[str, Hashable], list[int]] = {}
    for number, entry in enumerate(best):
        for circle in _circles(entry):
            known.setdefault(circle, []).append(number)
    for number, (group, entry) in enumerate(zip(groups, best, strict=True)):
        for words, place in _circles(entry):
            other = next((n for n in known[words, place] if n != number and _is_other(groups[n], group)), None)
            if other is not None:
                group.near = f"{words} {groups[other].text}"
                break


def _circles(entry: Entry) -> list[tuple[str, Hashable]]:
    """The neighbourhood, the region and the country that a place lies in, with the words for it."""
    circles: list[tuple[str, Hashable]] = [("near", _cell(entry))] if _is_local(entry) else []
    home = _home(entry)
    if home and home != entry.source:
        circles.append(("in the same region as", home))
    return [*circles, ("in the same country as", entry.country)] if entry.country else circles


def _is_other(one: NameGroup, other: NameGroup) -> bool:
    return bool(one.mentions) and one.key != other.key


def _voiced(shares: Mapping[Key, float], weight: float) -> dict[Key, float]:
    return {key: weight * _concave(share) for key, share in shares.items()}


def _concave(share: float) -> float:
    """From 0 to 1 as the share does, but steep at first."""
    return math.log1p(STEEPNESS * share) / math.log1p(STEEPNESS)


def _without(votes: Mapping[Key, float], mine: Mapping[Key, float], key: Key) -> float:
    return votes.get(key, 0.0) - mine.get(key, 0.0)


def _share(votes: float, others: float) -> float:
    """Between 0 and 1; the first votes count most, but one other name hardly."""
    return math.sqrt(max(votes, 0.0) / (others + 1.0)) * others**2 / (others**2 + FEW)


def _is_local(entry: Entry) -> bool:
    return entry.kind in {"settlement", "site"} or (entry.kind == "region" and entry.precision_km < _SMALL_KM)


def _home(entry: Entry) -> str | None:
    """The region of the first order that an entry speaks for: a county for its state, a state for itself."""
    return (entry.region or entry.source) if entry.kind == "region" else entry.region


def _cell(entry: Entry) -> Cell:
    return math.floor(entry.latitude * _SQUARES), math.floor(entry.longitude * _SQUARES)


def _around(entry: Entry) -> list[Cell]:
    """The square that holds a local place, and the eight around it; none for what is wide."""
    if not _is_local(entry):
        return []
    row, column = _cell(entry)
    return [(row + north, column + east) for north in (-1, 0, 1) for east in (-1, 0, 1)]
