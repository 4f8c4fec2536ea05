"""One name, one sense: the mentions of a document gathered by what they are called."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.models import PlaceKind
from core.places.gazetteer import Name, fold
from core.places.mention import Mention
from core.places.recognition.context import is_first_order
from core.places.recognition.kinds import COUNTY, DISTRICT, DISTRICTS_WITHIN
from core.places.recognition.other_forms import bare_city

MOST = 60
"""Candidates kept for a name, best known first; San José has more."""


RULED_OUT = 0.02
"""What is left of the chance of a candidate that does not lie where the text says."""


@dataclass(slots=True)
class NameGroup:
    """All mentions of one form with the same kind word, and the places that they may stand for."""

    key: str
    text: str
    kind: PlaceKind | None
    kind_word: str
    names: tuple[Name, ...]
    mentions: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    beside: dict[int, str] = field(default_factory=dict)
    """Candidates that the text itself points to, by index, with its words."""
    capitals: set[int] = field(default_factory=set)
    """Candidates that are seats of government, by index."""
    worldwide: bool = False
    """Whether the words of the text are those of a story for the world."""
    acts: bool = False
    """Whether all mentions stand for a government and none for the country where something happens."""
    company: list[float] = field(default_factory=list)
    """How much of each candidate's score is owed to the other names of the document."""
    local: list[float] = field(default_factory=list)
    """The part of ``company`` that is owed to names of the same region and neighbourhood."""
    stranger: bool = False
    """Whether the best candidate is a town far from the others of a text whose towns are neighbours."""
    near: str = ""
    """Words on another name of the document that keeps this one company: "near Midland"."""
    leaning: str = ""
    """The country that the words of the text are at home in; empty where they do not tell."""
    famous: int = 0
    """The candidate that is the best known, by index."""
    peers: dict[int, float] = field(default_factory=dict)
    """Candidates of the same kind as the items of a list in which the name stands, by index; 0 to 1."""
    elsewhere: str = ""
    """Words of the text on where the place lies, if none of the candidates lies there or near."""
    pinned: dict[int, set[int]] = field(default_factory=dict)
    """Mentions, by index, beside which the text names the wider place, with the candidates that lie in it."""

    def chances(self) -> list[float]:
        """The probability of each candidate."""
        return probabilities(self.scores)

    def chances_of(self, mention: int) -> list[float]:
        """The probability of each candidate for one mention: hardly any for what the text rules out beside it."""
        allowed = self.pinned.get(mention) or self._introduced(mention)
        chances = self.chances()
        if not allowed:
            return chances
        weighed = [chance * (1.0 if index in allowed else RULED_OUT) for index, chance in enumerate(chances)]
        return [chance / sum(weighed) for chance in weighed]

    def best(self, mention: int) -> int:
        """The candidate that a mention stands for: what the text says beside it before the sense of the document.

        The country is decided first, by all its candidates together: eight American towns called Oxford, each hardly
        likely, can make it likelier that the text speaks of America. Not so in a story for the world, which seldom
        means any of the eight.
        """
        allowed = self.pinned.get(mention) or self._introduced(mention) or range(len(self.names))
        chances = self.chances()
        first = max(allowed, key=lambda index: (chances[index], -index))
        if self.worldwide or not self.names[first].entry.country:
            return first
        shares: dict[str, float] = {}
        for index in allowed:
            country = self.country(index)
            shares[country] = shares.get(country, 0.0) + chances[index]
        return max(allowed, key=lambda index: (shares[self.country(index)], chances[index], -index))

    def _introduced(self, mention: int) -> set[int]:
        """What the text said beside the first mention holds for the later ones: "Palma in Mozambique … from Palma".

        Not where a seat of government bears the name, which may come into any story.
        """
        allowed = self.pinned.get(self.mentions[0], set()) if self.mentions and mention > self.mentions[0] else set()
        return allowed if self.capitals <= allowed else set()

    def country(self, index: int) -> str:
        """The country of a candidate; what belongs to none stands for itself."""
        entry = self.names[index].entry
        return entry.country or entry.source


def pinned_in(groups: Sequence[NameGroup]) -> frozenset[int]:
    """Indices of all mentions beside which the text names the wider place."""
    return frozenset(index for group in groups for index in group.pinned)


def probabilities(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores, default=0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def gather(mentions: Sequence[Mention]) -> tuple[list[NameGroup], dict[int, int]]:
    """The groups of a document and the group of each mention by its index; adjectives and unknown names stay out."""
    groups: dict[tuple[str, str], NameGroup] = {}
    member: dict[int, int] = {}
    numbers: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(mentions):
        if not mention.names:
            continue
        key = _key(mention)
        if key not in groups:
            numbers[key] = len(groups)
            groups[key] = NameGroup(
                key[0], mention.text, mention.kind, mention.kind_word, _fit_for_district(mention)[:MOST]
            )
        elif groups[key].kind is None:
            groups[key].kind, groups[key].kind_word = mention.kind, mention.kind_word
        groups[key].mentions.append(index)
        member[index] = numbers[key]
    return list(groups.values()), member


def _fit_for_district(mention: Mention) -> tuple[Name, ...]:
    """Without the region that bears the name, where a district is a part of it: the Kharkiv district of the region."""
    if mention.kind_word not in DISTRICT:
        return mention.names
    smaller = tuple(
        name
        for name in mention.names
        if name.entry.kind != "region" or name.entry.region or name.entry.country not in DISTRICTS_WITHIN
    )
    return smaller or mention.names


def _key(mention: Mention) -> tuple[str, str]:
    """What the mentions of one sense have in common: the name, and the kind that sets it apart from its namesakes.

    In one document the region goes apart from its capital, the county from its town; "City of Logan" is Logan.
    """
    form = fold(mention.text)
    if mention.adjective:
        return form, "adjective"
    if mention.kind_word in COUNTY:
        full = f" {COUNTY[mention.kind_word]}".casefold()
        return form.removesuffix(full) + full, ""
    if mention.kind == "region" and is_first_order(mention.kind_word):
        return form, "region"
    if mention.kind_word in DISTRICT:
        return form, "district"
    return bare_city(mention) or form, "water" if mention.kind == "water" else ""
