"""Which place each name stands for, decided for all names of a document at once.

Each candidate starts from how readily a reader takes the name for it without any context, and gains by what the text
says beside the name, by its kind, and by the company it keeps: every name of the document votes for the countries,
regions and neighbourhoods of its own candidates, by their probability, and the votes are counted again as the
probabilities sharpen (as in the "spatial minimality" and coherence heuristics of toponym resolution since Leidner
2007). All steps are linear in the number of candidates.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.places.beside import read_beside
from core.places.gazetteer import Entry, Name, prominence
from core.places.groups import Group, probabilities
from core.places.home import home_of
from core.places.kinds import ADMIN_1
from core.places.mention import Mention
from core.places.tokens import Tokens

FAME_AT_HOME = 0.8
FAME_ABROAD = 1.2
UNCOUNTED_REGION = 5.5
"""Power of ten of people in a region whose settlements are not known one by one."""

BESIDE = 3.5
KIND = 2.8
COUNTRY = 3.0
REGION = 4.0
NEAR = 1.5
HOME = 2.8
FEW = 0.6
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Votes:
    """How much of the document points to each country, region and cell of a degree, by probability."""

    country: dict[str, float]
    region: dict[str, float]
    cell: dict[tuple[int, int], float]
    total: float


def resolve(tokens: Tokens, mentions: Sequence[Mention], groups: Sequence[Group], member: dict[int, int]) -> None:
    """Sets the scores of each group's candidates."""
    read_beside(tokens, mentions, groups, member)
    home = home_of(tokens)
    own = [[_own_score(group, index, home) for index in range(len(group.names))] for group in groups]
    chances = [probabilities(scores) for scores in own]
    for group in groups:
        group.famous = max(range(len(group.names)), key=lambda i: (fame(group.names[i]), -i))
    for _ in range(ROUNDS):
        votes = count_votes(groups, chances)
        for number, group in enumerate(groups):
            mine = _ballot(group, chances[number])
            group.scores = [
                score + _company(name.entry, votes, mine) for score, name in zip(own[number], group.names, strict=True)
            ]
        chances = [probabilities(group.scores) for group in groups]


def _own_score(group: Group, index: int, home: Mapping[str, float]) -> float:
    name = group.names[index]
    local = max(home.values(), default=0.0)
    score = (FAME_ABROAD + (FAME_AT_HOME - FAME_ABROAD) * local) * fame(name)
    if index in group.beside:
        score += BESIDE
    if name.entry.kind != "country":
        score += HOME * home.get(name.entry.country or "", 0.0)
    return score + _by_kind(group, name)


def fame(name: Name) -> float:
    """How well known a place is, as a power of ten of people; see ``prominence``."""
    people = prominence(name)
    if name.entry.kind == "region" and not name.entry.population:
        return people + UNCOUNTED_REGION
    return people


def _by_kind(group: Group, name: Name) -> float:
    if group.kind is None:
        return 0.0
    if name.entry.kind == group.kind:
        return KIND if group.kind != "region" or group.kind_word in ADMIN_1 else KIND / 2
    if group.kind == "region" and name.entry.kind in {"area", "country"}:
        return KIND / 2
    return 0.0


def _cell(entry: Entry) -> tuple[int, int]:
    return math.floor(entry.latitude), math.floor(entry.longitude)


def _home(entry: Entry) -> str | None:
    """The region of the first order that an entry speaks for: a county for its state, a state for itself."""
    return (entry.region or entry.source) if entry.kind == "region" else entry.region


def _ballot(group: Group, chances: Sequence[float]) -> Votes:
    """The votes of one group: each candidate's by its chance."""
    country: defaultdict[str, float] = defaultdict(float)
    region: defaultdict[str, float] = defaultdict(float)
    cell: defaultdict[tuple[int, int], float] = defaultdict(float)
    weight = 1.0 + math.log(len(group.mentions))
    for name, chance in zip(group.names, chances, strict=True):
        if chance < 0.05:
            continue
        entry, share = name.entry, weight * chance
        if entry.country:
            country[entry.country] += share
        home = _home(entry)
        if home:
            region[home] += share
        if entry.kind in {"settlement", "site"}:
            row, column = _cell(entry)
            for north in (-1, 0, 1):
                for east in (-1, 0, 1):
                    cell[row + north, column + east] += share
    return Votes(country, region, cell, weight)


def count_votes(groups: Sequence[Group], chances: Sequence[Sequence[float]]) -> Votes:
    """The votes of all groups together."""
    votes = Votes(defaultdict(float), defaultdict(float), defaultdict(float), 0.0)
    total = 0.0
    for group, shares in zip(groups, chances, strict=True):
        ballot = _ballot(group, shares)
        total += ballot.total
        for sums, new in ((votes.country, ballot.country), (votes.region, ballot.region)):
            for key, value in new.items():
                sums[key] += value
        for where, value in ballot.cell.items():
            votes.cell[where] += value
    return Votes(votes.country, votes.region, votes.cell, total)


def _company(entry: Entry, votes: Votes, mine: Votes) -> float:
    """What the other names of the document say for a candidate, its own group's votes taken out."""
    others = votes.total - mine.total
    if others <= 0:
        return 0.0
    score = 0.0
    if entry.country:
        score += COUNTRY * _share(votes.country.get(entry.country, 0.0) - mine.country.get(entry.country, 0.0), others)
    home = _home(entry)
    if home:
        score += REGION * _share(votes.region.get(home, 0.0) - mine.region.get(home, 0.0), others)
    if entry.kind in {"settlement", "site"}:
        where = _cell(entry)
        score += NEAR * _share(votes.cell.get(where, 0.0) - mine.cell.get(where, 0.0), others)
    return score


def _share(votes: float, others: float) -> float:
    """Between 0 and 1; the first votes count most."""
    return math.sqrt(max(votes, 0.0) / (others + 1.0)) * others / (others + FEW)
