"""Which place each name stands for, decided for all names of a document at once.

Each candidate starts from how readily a reader takes the name for it without any context, and gains by what the text
says beside the name, by its kind, and by the company it keeps; the votes of that company are counted again as the
probabilities sharpen (as in the "spatial minimality" and coherence heuristics of toponym resolution since Leidner
2007). All steps are linear in the number of candidates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.places.gazetteer import Name
from core.places.mention import Mention
from core.places.metonymy import role_of
from core.places.recognition.kinds import ADMIN_1, COUNTY
from core.places.recognition.phrase_cues import is_governing
from core.places.resolution.coherence import ballot, company, count_votes, introduce, neighbourhood
from core.places.resolution.containment import read_beside
from core.places.resolution.groups import NameGroup, probabilities
from core.places.resolution.home_country import home_of
from core.places.resolution.lists import read_lists
from core.places.resolution.prior import CAPITAL, IN_TOWN, capitals, fame, is_worldwide, weight_of_fame
from core.text.view import TextView

BESIDE = 4.5
KIND = 3.5
HOME = 2.8
PEERS = 4.0
SPEAKS = 3.0
"""For a capital that stands for its government: "Islamabad said"."""

ROUNDS = 3

_AMONG, _APART = 2.5, 1.0
"""Points that its region and neighbourhood give to a town among the others of the text, and to one far from them."""

_FEW_TOWNS = 3
"""So many towns have no neighbourhood."""


def resolve(view: TextView, mentions: Sequence[Mention], groups: Sequence[NameGroup], member: dict[int, int]) -> None:
    """Sets the scores of each group's candidates."""
    home = home_of(view)
    weight = weight_of_fame(view)
    own = [[weight * fame(name) + _own_score(group, name, home) for name in group.names] for group in groups]
    for scores, group in zip(own, groups, strict=True):
        group.capitals = capitals(group.names)
        speaks = any(is_governing(view, mentions[index].end) for index in group.mentions)
        for index in group.capitals if group.kind in {None, "settlement"} else ():
            scores[index] += CAPITAL * (weight - IN_TOWN) + SPEAKS * speaks
    listed = read_lists(view, mentions, groups, member, [probabilities(scores) for scores in own])
    read_beside(view, mentions, groups, member, listed)
    for scores, group in zip(own, groups, strict=True):
        for index in group.beside:
            scores[index] += BESIDE
        for index, agreeing in group.peers.items():
            scores[index] += PEERS * agreeing
    chances = [probabilities(scores) for scores in own]
    worldwide = is_worldwide(view)
    for group in groups:
        group.acts = worldwide and _acts(view, mentions, group)
        group.worldwide = worldwide
    leaning = max(home, key=lambda country: home[country], default="")
    for group in groups:
        group.leaning = leaning
        group.famous = max(range(len(group.names)), key=lambda i: (fame(group.names[i]), -i))
    for _ in range(ROUNDS):
        ballots = [ballot(group, shares) for group, shares in zip(groups, chances, strict=True)]
        votes = count_votes(ballots)
        for group, scores, mine in zip(groups, own, ballots, strict=True):
            group.company = [company(name.entry, votes, mine) for name in group.names]
            group.scores = [score + gain for score, gain in zip(scores, group.company, strict=True)]
            group.local = [neighbourhood(name.entry, votes, mine) for name in group.names]
        chances = [probabilities(group.scores) for group in groups]
    introduce(groups)
    tell_strangers(groups)


def tell_strangers(groups: Sequence[NameGroup]) -> None:
    """Notes which towns lie apart in a text whose other towns are neighbours; see ``NameGroup.stranger``."""
    towns = [(group, group.best(-1)) for group in groups]
    towns = [(group, best) for group, best in towns if group.names[best].entry.kind == "settlement"]
    gathered = sum(group.local[best] >= _AMONG for group, best in towns)
    for group, best in towns:
        group.stranger = gathered * 2 >= len(towns) > _FEW_TOWNS and group.local[best] < _APART


def _acts(view: TextView, mentions: Sequence[Mention], group: NameGroup) -> bool:
    """Whether a country is named as a government only: "U.S. envoys flew to Geneva"."""
    if group.names[0].entry.kind != "country" or not group.mentions:
        return False
    return all(role_of(view, mentions[index], "country") != "scene" for index in group.mentions)


def _own_score(group: NameGroup, name: Name, home: Mapping[str, float]) -> float:
    """What speaks for a candidate besides its fame, without regard to other names."""
    score = _by_kind(group, name)
    if name.entry.kind != "country":
        score += HOME * home.get(name.entry.country or "", 0.0)
    return score


def _by_kind(group: NameGroup, name: Name) -> float:
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
