"""The word that tells what is done: behind "plans to", "failed to" and "carried out" it is another than the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.events.verbs import EVENT_NOUNS, FAILING, INTENDING, LIGHT, MANAGING, RESULTS, SEEMING

GOVERNING = INTENDING | FAILING | SEEMING | MANAGING
LONGEST = 3
"""Verbs that may stand before the one that counts: "is expected to try to begin to leave" has three."""


class Columns(NamedTuple):
    """The columns of a parsed text that the search reads."""

    children: Sequence[Sequence[int]]
    dep: Sequence[str]
    pos: Sequence[str]
    lemma: Sequence[str]
    tag: Sequence[str]


def trigger_of(columns: Columns, head: int, governor: int) -> tuple[int, tuple[int, ...]]:
    """The trigger of the clause of a verb, and the words between the verb and it, the verb first.

    ``governor`` is what the verb hangs on: "a strike planned for Tuesday" tells of the strike.
    """
    if columns.dep[head] == "acl" and columns.tag[head] == "VBN" and columns.lemma[head] in INTENDING:
        noun = governor if columns.lemma[governor] in EVENT_NOUNS else None
        if noun is not None:
            return noun, (head,)
    chain: list[int] = []
    token = head
    for _ in range(LONGEST):
        below = _below(columns, token)
        if below is None:
            break
        chain.append(token)
        token = below
    return token, tuple(chain)


def _below(columns: Columns, token: int) -> int | None:
    """The word that a governing or light verb leaves the telling to; null where it tells something itself."""
    lemma = columns.lemma[token]
    if lemma == "be":
        adjective = _child(columns, token, ("acomp",), GOVERNING)
        if adjective is not None and _infinitive(columns, adjective) is not None:
            return adjective
    came_of_it = _result(columns, token, RESULTS.get(lemma, frozenset()))
    if came_of_it is not None:
        return came_of_it
    if lemma in LIGHT:
        noun = _child(columns, token, ("dobj", "attr", "nsubj", "nsubjpass"), EVENT_NOUNS)
        if noun is not None:
            return noun
    if lemma in LIGHT or lemma in GOVERNING:
        return _infinitive(columns, token)
    return None


def _result(columns: Columns, token: int, adjectives: frozenset[str]) -> int | None:
    """The adjective that tells what came of it, behind the verb or behind its object."""
    found = _child(columns, token, ("oprd", "acomp"), adjectives)
    for noun in columns.children[token] if adjectives and found is None else ():
        if columns.dep[noun] == "dobj":
            behind = (c for c in columns.children[noun] if c > noun and columns.lemma[c] in adjectives)
            found = next((c for c in behind if columns.dep[c] in ("amod", "acl")), None)
    return found


def _infinitive(columns: Columns, token: int) -> int | None:
    return next(
        (c for c in columns.children[token] if columns.dep[c] == "xcomp" and columns.pos[c] in ("VERB", "AUX")), None
    )


def _child(columns: Columns, token: int, relations: Sequence[str], lemmas: frozenset[str]) -> int | None:
    return next(
        (c for c in columns.children[token] if columns.dep[c] in relations and columns.lemma[c] in lemmas), None
    )
