"""One name, one sense: the mentions of a document gathered by what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.models import PlaceKind
from core.places.context import is_first_order
from core.places.gazetteer import Name, fold
from core.places.mention import Mention

MOST = 60
"""Candidates kept for a name, best known first; San José has more."""


@dataclass(slots=True)
class Group:
    """All mentions of one form with the same kind word, and the places that they may stand for."""

    key: str
    kind: PlaceKind | None
    kind_word: str
    names: tuple[Name, ...]
    mentions: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    clues: list[str] = field(default_factory=list)
    beside: dict[int, str] = field(default_factory=dict)
    """Candidates that the text itself points to, by index, with its words."""


def gather(mentions: Sequence[Mention]) -> tuple[list[Group], dict[int, int]]:
    """The groups of a document and the group of each mention by its index; adjectives and unknown names stay out."""
    groups: dict[tuple[str, str], Group] = {}
    member: dict[int, int] = {}
    numbers: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(mentions):
        if not mention.names:
            continue
        word = "adjective" if mention.adjective else _sense(mention)
        key = (fold(mention.text), word)
        if key not in groups:
            numbers[key] = len(groups)
            groups[key] = Group(key[0], mention.kind, mention.kind_word, mention.names[:MOST])
        groups[key].mentions.append(index)
        member[index] = numbers[key]
    return list(groups.values()), member


def _sense(mention: Mention) -> str:
    """The kind that sets a mention apart from its namesakes in the same document: the region from its capital."""
    if mention.kind == "region" and is_first_order(mention.kind_word):
        return "region"
    return "water" if mention.kind == "water" else ""


def forms_of(mentions: Iterable[Mention]) -> dict[str, int]:
    """How often each form occurs."""
    counts: defaultdict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[fold(mention.text)] += 1
    return dict(counts)
