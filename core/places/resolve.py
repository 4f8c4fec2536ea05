"""Which place each name stands for, decided for all names of a document at once.

Each candidate starts from how readily a reader takes the name for it without any context, and gains by what the text
says beside the name, by its kind, and by the company it keeps; the votes of that company are counted again as the
probabilities sharpen (as in the "spatial minimality" and coherence heuristics of toponym resolution since Leidner
2007). All steps are linear in the number of candidates.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from core.places.beside import read_beside
from core.places.company import ballot, company, count_votes
from core.places.gazetteer import Name, prominence
from core.places.groups import Group, probabilities
from core.places.home import home_of
from core.places.kinds import ADMIN_1, COUNTY
from core.places.mention import Mention
from core.places.peers import read_lists
from core.places.tokens import Tokens

FAME_AT_HOME = 0.8
FAME_ABROAD = 1.2
UNCOUNTED_REGION = 5.5
"""Power of ten of people in a region whose settlements are not known one by one."""

BESIDE = 3.5
KIND = 2.8
HOME = 2.8
PEERS = 3.0
ROUNDS = 3


def resolve(tokens: Tokens, mentions: Sequence[Mention], groups: Sequence[Group], member: dict[int, int]) -> None:
    """Sets the scores of each group's candidates."""
    home = home_of(tokens)
    own = [[_own_score(group, name, home) for name in group.names] for group in groups]
    listed = read_lists(tokens, mentions, groups, member, [probabilities(scores) for scores in own])
    read_beside(tokens, mentions, groups, member, listed)
    for scores, group in zip(own, groups, strict=True):
        for index in group.beside:
            scores[index] += BESIDE
        for index, agreeing in group.peers.items():
            scores[index] += PEERS * agreeing
    chances = [probabilities(scores) for scores in own]
    for group in groups:
        group.famous = max(range(len(group.names)), key=lambda i: (fame(group.names[i]), -i))
    for _ in range(ROUNDS):
        ballots = [ballot(group, shares) for group, shares in zip(groups, chances, strict=True)]
        votes = count_votes(ballots)
        for group, scores, mine in zip(groups, own, ballots, strict=True):
            group.scores = [
                score + company(name.entry, votes, mine) for score, name in zip(scores, group.names, strict=True)
            ]
        chances = [probabilities(group.scores) for group in groups]


def _own_score(group: Group, name: Name, home: Mapping[str, float]) -> float:
    """Without regard to other names."""
    local = max(home.values(), default=0.0)
    score = (FAME_ABROAD + (FAME_AT_HOME - FAME_ABROAD) * local) * fame(name)
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
    """A kind word of a first-order division, a county or a river names its kind; other kind words are used loosely."""
    if group.kind is None:
        return 0.0
    if group.kind_word in COUNTY:
        return KIND if _is_county(name) else KIND / 2 if name.entry.kind == "region" else 0.0
    if name.entry.kind == group.kind:
        return KIND if group.kind != "region" or group.kind_word in ADMIN_1 else KIND / 2
    if group.kind == "region" and name.entry.kind in {"area", "country"}:
        return KIND / 2
    return 0.0


def _is_county(name: Name) -> bool:
    return name.entry.kind == "region" and name.entry.name.rpartition(" ")[2].casefold() in COUNTY
