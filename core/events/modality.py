"""What adverbs, conditions and auxiliaries of a clause say about its status."""

from __future__ import annotations

from typing import NamedTuple

from core.events.clauses import Clause, Clauses
from core.lexicon import meaning
from core.models import Status

_DIRECTING = meaning("verbs", "directs", "commits", "tells or directs")
_CONDITIONS = meaning("hedges", "condition")
_DOUBT = meaning("hedges", "doubt")
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_MAY = frozenset({"would", "may", "might", "could", "can", "should", "must", "ca", "'d", "’d", "ought"})


class Standing(NamedTuple):
    """A status and the token that shows it; null where nothing but the plain verb does."""

    status: Status
    cue: int | None = None


def mood_of(clauses: Clauses, clause: Clause) -> Standing | None:
    """What adverbs, conditions and auxiliaries say."""
    view = clauses.view
    verb = clause.head
    for child in view.children[verb]:
        dep, word = view.dep[child], view.lemma[child]
        if dep in ("advmod", "mark", "acomp") and (word in _DOUBT or word in _CONDITIONS or word == "whether"):
            return Standing("possible", child)
    condition = _condition(clauses, verb)
    if condition is not None:
        return Standing("possible", condition)
    auxiliaries = {view.lower[c]: c for c in clauses.auxiliaries(verb)}
    will = next((c for word, c in auxiliaries.items() if word in _WILL), None)
    if will is not None:
        return Standing("planned", will)
    may = next((c for word, c in auxiliaries.items() if word in _MAY), None)
    if may is not None:
        expected = "would" in auxiliaries and "have" not in auxiliaries and _reported(clauses, clause)
        directed = "should" in auxiliaries and _directed(clauses, clause)
        return Standing("planned" if expected or directed else "possible", may)
    if view.tag[verb] == "VB" and "to" in auxiliaries and "have" not in auxiliaries:
        return Standing("planned", auxiliaries["to"])
    return None


def _condition(clauses: Clauses, verb: int) -> int | None:
    """The "if" on which the clause hangs, the "if" of the clause being the head's own matter: "if it rains, …"."""
    view = clauses.view
    if view.tag[verb] == "VBD" and not clauses.auxiliaries(verb):
        return None  # "if he knew, he said nothing" tells what was
    for child in view.children[verb]:
        if view.dep[child] == "advcl":
            mark = clauses.word_in(child, "mark", _CONDITIONS)
            if mark is not None and clauses.word_in(child, "advmod", ("even",)) is None:
                return mark
            inverted = _inverted(clauses, child)
            if inverted is not None:
                return inverted
    return _inverted(clauses, verb) if view.dep[verb] == "advcl" else None


def _inverted(clauses: Clauses, verb: int) -> int | None:
    """ "Had troops entered", "Should talks fail": the auxiliary that stands first."""
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return None
    first = (c for c in clauses.auxiliaries(verb) if c < subject and clauses.view.lemma[c] in ("have", "should", "be"))
    return next(first, None)


def _reported(clauses: Clauses, clause: Clause) -> bool:
    """ "said it would send": the future as seen from the saying."""
    up = clauses.parent(clause)
    return up is not None and up.saying


def _directed(clauses: Clauses, clause: Clause) -> bool:
    """ "ordered that they should leave": what is asked of somebody lies ahead, and is not only possible."""
    up = clauses.parent(clause)
    return up is not None and clause.relation == "ccomp" and clauses.view.lemma[up.head] in _DIRECTING
