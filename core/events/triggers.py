"""The word that tells what is done: behind "plans to", "failed to" and "carried out" it is another than the verb."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon import meaning
from core.text.view import TextView

_INTENDING = meaning("verbs", "intends")
_GOVERNING = meaning("verbs", "intends", "fails", "seems", "manages")
_LIGHT = meaning("verbs", "is light")
_NOMINAL = meaning("events", "nominal")
_RESULTS = {
    "leave": frozenset("dead homeless injure wound".split()),
    "find": frozenset("guilty innocent liable".split()),
    "plead": frozenset({"guilty"}),
    "shoot": frozenset({"dead"}),
    "go": frozenset({"missing"}),
}
"""Verbs that leave it to an adjective to say what came of it: "left 12 workers dead", "found guilty"."""


def trigger_of(view: TextView, head: int) -> tuple[int, tuple[int, ...]]:
    """The trigger of the clause of a verb, and the words between the verb and it, the verb first."""
    if view.dep[head] == "acl" and view.tag[head] == "VBN" and view.lemma[head] in _INTENDING:
        noun = view.head[head]  # "a strike planned for Tuesday" tells of the strike
        if view.lemma[noun] in _NOMINAL:
            return noun, (head,)
    chain: list[int] = []
    token = head
    while (below := _below(view, token)) is not None:
        chain.append(token)
        token = below
    return token, tuple(chain)


def _below(view: TextView, token: int) -> int | None:
    """The word that a governing or light verb leaves the telling to; null where it tells something itself."""
    lemma = view.lemma[token]
    if lemma == "be":
        adjective = _child(view, token, ("acomp",), _GOVERNING)
        if adjective is not None and _infinitive(view, adjective) is not None:
            return adjective
    came_of_it = _result(view, token, _RESULTS[lemma]) if lemma in _RESULTS else None
    if came_of_it is not None:
        return came_of_it
    if lemma in _LIGHT:
        noun = _child(view, token, ("dobj", "attr", "nsubj", "nsubjpass"), _NOMINAL)
        if noun is not None:
            return noun
    if lemma in _LIGHT or lemma in _GOVERNING:
        return _infinitive(view, token)
    return None


def _result(view: TextView, token: int, adjectives: frozenset[str]) -> int | None:
    """The adjective that tells what came of it, behind the verb or behind its object."""
    found = _child(view, token, ("oprd", "acomp"), adjectives)
    for noun in view.children[token] if found is None else ():
        if view.dep[noun] == "dobj":
            behind = (c for c in view.children[noun] if c > noun and view.lemma[c] in adjectives)
            found = next((c for c in behind if view.dep[c] in ("amod", "acl")), None)
    return found


def _infinitive(view: TextView, token: int) -> int | None:
    return next((c for c in view.children[token] if view.dep[c] == "xcomp" and view.pos[c] in ("VERB", "AUX")), None)


def _child(view: TextView, token: int, relations: Sequence[str], lemmas: frozenset[str]) -> int | None:
    return next((c for c in view.children[token] if view.dep[c] in relations and view.lemma[c] in lemmas), None)
