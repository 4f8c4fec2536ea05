"""What the nouns and clauses that hold a clause as their content say about its status."""

from __future__ import annotations

from core.events.clauses import Clause, Clauses
from core.events.modality import Standing, mood_of
from core.events.verbs import (
    ACCUSING,
    AHEAD,
    CANCELLING,
    CHANCES,
    CLAIMS,
    CLEARING,
    DENYING,
    DOUBTFUL,
    DOUBTING,
    FAILING,
    INTENDING,
    PLANS,
    SAYING,
    SEEMING,
    UNSURE,
    UNTRUE,
    WILLING,
)  # fmt: skip

DEEPEST = 6
"""Steps up through clauses that hold a clause: further away nothing changes its status."""


def in_chain(clauses: Clauses, clause: Clause) -> Standing | None:
    """What the words before the trigger say: "refused to", "plans to", "is believed to have"."""
    for word in clause.chain:
        lemma, below = clauses.lemma[word], clauses.child(word, "xcomp")
        if lemma in FAILING:
            return Standing("denied", word)
        if lemma in SEEMING:
            return Standing("possible", word)
        if lemma in INTENDING:
            cancelled = of_noun(clauses, clause.trigger)
            return cancelled if cancelled and cancelled.status == "denied" else Standing("planned", word)
        to = None if below is None else clauses.word_in(below, "aux", ("to",))
        if (lemma == "be" and to is not None) or (lemma == "go" and clauses.tag[word] == "VBG"):
            return Standing("planned", word if to is None else to)
    return None


def held_by_noun(clauses: Clauses, clause: Clause) -> Standing | None:
    """ "reports that …", "the risk that …", "a plan to …", "accused of killing"."""
    head = clause.head
    up = clauses.head[head]
    if clause.relation == "pcomp" and clauses.pos[up] == "ADP":
        accusation = clauses.head[up]
        if clauses.lemma[accusation] in ACCUSING:
            return Standing("possible", accusation)
        if clauses.lemma[accusation] in CLEARING:
            return Standing("denied", accusation)
        up = accusation
    return claimed(clauses, up) if clause.relation in ("acl", "ccomp", "pcomp") else None


def claimed(clauses: Clauses, noun: int) -> Standing | None:
    """What a noun that holds a content says about it: a false report, a plan, a risk."""
    lemma, verb = clauses.lemma[noun], clauses.head[noun]
    if clauses.pos[noun] != "NOUN" or lemma not in CLAIMS | CHANCES | PLANS:
        return None
    untrue = clauses.word_in(verb, "acomp", UNTRUE)
    if untrue is not None:
        return Standing("denied", untrue)
    if clauses.lemma[verb] in DENYING and clauses.dep[noun] == "dobj":
        return Standing("denied", verb)
    return Standing("planned" if lemma in PLANS else "possible", noun)


def of_noun(clauses: Clauses, noun: int) -> Standing | None:
    """ "the planned strike", "an alleged attack", "called off the talks"."""
    for child in clauses.children[noun]:
        if clauses.lemma[child] in AHEAD:
            cancelled = _cancelled(clauses, noun)
            return Standing("planned", child) if cancelled is None else Standing("denied", cancelled)
        if clauses.dep[child] == "amod" and clauses.lemma[child] in DOUBTFUL:
            return Standing("possible", child)
    cancelled = _cancelled(clauses, noun)
    return None if cancelled is None else Standing("denied", cancelled)


def _cancelled(clauses: Clauses, noun: int) -> int | None:
    """The verb that takes an event off the calendar."""
    verb = clauses.head[noun]
    if clauses.lemma[verb] not in CANCELLING or clauses.dep[noun] not in ("dobj", "nsubjpass"):
        return None
    off = clauses.lemma[verb] != "call" or clauses.word_in(verb, "prt", ("off",)) is not None
    return verb if off else None


def from_above(clauses: Clauses, clause: Clause) -> Standing | None:
    """Denials, plans, doubts and conditions of the clauses that hold this one as their content."""
    below = clause
    for _ in range(DEEPEST):
        above = clauses.parent(below)
        if above is None or below.relation not in ("ccomp", "pcomp", "conj", "csubj"):
            return None
        if below.relation == "ccomp":
            standing = _content(clauses, above.head)
            if standing is not None:
                return standing
        shared = clauses.head[below.head] not in above.chain  # "failed to pay and closed": the second is no failure
        if below.relation == "conj" and shared and not clauses.child(clause.head, "nsubj", "nsubjpass"):
            standing = in_chain(clauses, above) or mood_of(clauses, above)
            if standing is not None:
                return standing
        below = above
    return None


def _content(clauses: Clauses, verb: int) -> Standing | None:
    """What a verb says about its content."""
    lemma = clauses.lemma[verb]
    if lemma == "be" and (adjective := clauses.child(verb, "acomp")) is not None:
        said = clauses.lemma[adjective]
        return Standing("denied" if said in UNTRUE else "possible", adjective) if said in UNTRUE | UNSURE else None
    if lemma in DENYING:
        return Standing("denied", verb)
    if lemma in DOUBTING:
        return Standing("possible", verb)
    if lemma in WILLING and lemma not in SAYING - WILLING:
        return Standing("planned", verb)
    return None
