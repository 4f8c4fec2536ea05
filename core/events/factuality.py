"""Whether a clause tells of what happened, was said, is planned, denied or only possible, and which word says so."""

from __future__ import annotations

import datetime as dt

from core.events.clauses import Clause, Clauses
from core.events.modality import Standing, mood_of
from core.events.selecting_predicates import claimed, from_above, held_by_noun, in_chain, of_noun

NO = ("no", "neither")
NOBODY = ("never", "nobody", "none", "nothing")


def status_of(clauses: Clauses, clause: Clause) -> Standing:
    """Negation, mood and modality of the clause, then of the clauses it depends on."""
    return (
        _refused(clauses, clause)
        or in_chain(clauses, clause)
        or mood_of(clauses, clause)
        or held_by_noun(clauses, clause)
        or from_above(clauses, clause)
        or _asked(clauses, clause)
        or Standing("said" if clause.saying else "happened")
    )


def status_of_noun(clauses: Clauses, noun: int) -> Standing:
    """An event noun has its own adjectives, and shares the mood of its clause only where that is about it."""
    view = clauses.view
    own = of_noun(clauses, noun)
    if own is not None:
        return own
    clause = clauses.clause_of(noun)
    governor = view.head[noun]
    told = claimed(clauses, view.head[governor]) if view.pos[governor] == "ADP" else None
    if told is not None:
        return told
    mood = mood_of(clauses, clause) if governor == clause.head else None
    return mood or Standing("happened")


def ahead(
    clauses: Clauses, token: int, standing: Standing, earliest: dt.date | None, today: dt.date | None
) -> Standing:
    """What is told in the present tense, or by a noun, of a day after the publication is planned."""
    if standing.status != "happened" or earliest is None or today is None or earliest <= today:
        return standing
    tags = {clauses.view.tag[t] for t in (token, *clauses.auxiliaries(token))}
    return standing if tags & {"VBD"} else Standing("planned")


def _refused(clauses: Clauses, clause: Clause) -> Standing | None:
    """ "did not attack", "no one was hurt", "never", "without"."""
    view = clauses.view
    head = clause.head
    if view.dep[head] == "acl" and _determiner(clauses, view.head[head]) in NO:
        return Standing("denied", clauses.child(view.head[head], "det"))
    for verb in (head, *clause.chain, clause.trigger):
        for child in view.children[verb]:
            if view.dep[child] == "neg" or view.lemma[child] in NOBODY:
                return Standing("denied", child)
            if view.dep[child] in ("nsubj", "nsubjpass", "dobj", "attr") and _determiner(clauses, child) in NO:
                return Standing("denied", clauses.child(child, "det"))
    if view.dep[head] == "pcomp" and view.lemma[view.head[head]] == "without":
        return Standing("denied", view.head[head])
    return None


def _determiner(clauses: Clauses, noun: int) -> str:
    child = clauses.child(noun, "det")
    return "" if child is None else clauses.view.lemma[child]


def _asked(clauses: Clauses, clause: Clause) -> Standing | None:
    """A question tells of nothing that is sure."""
    mark = clauses.question_mark(clause)
    return None if mark is None or clause.relation not in ("ROOT", "conj") else Standing("possible", mark)
