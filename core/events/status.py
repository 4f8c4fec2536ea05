"""Whether a clause tells of what happened, was said, is planned, is denied or is only possible."""

from __future__ import annotations

from core.events.clauses import Clause, Clauses
from core.events.verbs import DOUBT, MAY, NO_RESULT, PLANNING, SAYING, WILL
from core.models import Status

NO = ("no", "neither")
DEEPEST = 6
"""Steps up through clauses that hold a clause: further away nothing changes its status."""


def status_of(clauses: Clauses, clause: Clause) -> Status:
    """Mood, negation and modality of the clause, then of the clauses it depends on."""
    if _refused(clauses, clause.head, clause.trigger):
        return "denied"
    own = _mood(clauses, clause.head)
    if own is not None:
        return own
    above = _from_above(clauses, clause)
    if above is not None:
        return above
    return "said" if clause.saying else "happened"


def status_of_noun(clauses: Clauses, noun: int) -> Status:
    """An event noun shares the mood of its clause only where it is what is planned or denied."""
    clause = clauses.clause_of(noun)
    governor = clauses.head[noun]
    if clauses.lemma[governor] in NO_RESULT or clauses.lemma[clauses.head[governor]] in NO_RESULT:
        return "denied"
    planned = {"plan", "planned", "upcoming", "schedule", "scheduled", "propose", "proposed"}
    if planned & {clauses.lemma[c] for c in clauses.children[noun]}:
        return "planned"
    mood = _mood(clauses, clause.head)
    return mood if mood in ("planned", "possible") and clauses.head[noun] == clause.head else "happened"


def _refused(clauses: Clauses, head: int, trigger: int) -> bool:
    """ "did not attack", "no one was hurt", "never", "without"."""
    if clauses.dep[head] == "acl" and _determiner(clauses, clauses.head[head]) in NO:
        return True
    for verb in {head, trigger}:
        for child in clauses.children[verb]:
            if clauses.dep[child] == "neg" or clauses.lemma[child] in ("never", "nobody", "none", "nothing"):
                return True
            if clauses.dep[child] in ("nsubj", "nsubjpass", "dobj", "attr") and _determiner(clauses, child) in NO:
                return True
    return False


def _determiner(clauses: Clauses, noun: int) -> str:
    child = clauses.child(noun, "det")
    return "" if child is None else clauses.lemma[child]


def _mood(clauses: Clauses, verb: int) -> Status | None:
    """What auxiliaries, adverbs and governing words of intention say."""
    words = set()
    for child in clauses.children[verb]:
        dep, word = clauses.dep[child], clauses.doc[child].lower_
        if dep in ("aux", "auxpass"):
            words.add(word)
        elif dep in ("advmod", "mark", "acomp") and (word in DOUBT or word == "if"):
            return "possible"
        elif dep == "xcomp" and _intends(clauses, verb, child):
            return "planned"
    if words & WILL:
        return "planned"
    if words & MAY:
        return "planned" if "would" in words and _reported(clauses, verb) else "possible"
    if clauses.tag[verb] == "VB" and "to" in words and "have" not in words:
        return "planned"
    return None


def _intends(clauses: Clauses, verb: int, infinitive: int) -> bool:
    """ "plans to send", "is going to send"."""
    if clauses.lemma[verb] == "go":
        return clauses.tag[verb] == "VBG"
    return clauses.lemma[verb] in PLANNING - SAYING and "to" in _auxiliaries(clauses, infinitive)


def _auxiliaries(clauses: Clauses, verb: int) -> set[str]:
    return {clauses.doc[c].lower_ for c in clauses.children[verb] if clauses.dep[c] == "aux"}


def _reported(clauses: Clauses, verb: int) -> bool:
    """ "said it would send": the future as seen from the saying."""
    up = clauses.parent(clauses.clause_of(verb))
    return up is not None and up.saying


def _from_above(clauses: Clauses, clause: Clause) -> Status | None:
    """Denials, plans and conditions of the clauses that hold this one as their content."""
    below = clause
    for _ in range(DEEPEST):
        above = clauses.parent(below)
        if above is None or below.relation not in ("ccomp", "pcomp", "conj", "csubj"):
            return None
        if below.relation == "ccomp":
            if clauses.lemma[above.head] in NO_RESULT:
                return "denied"
            if clauses.lemma[above.head] in PLANNING:
                return "planned"
        if below.relation == "conj":
            mood = _mood(clauses, above.head)
            if mood is not None and not clauses.child(clause.head, "nsubj", "nsubjpass"):
                return mood
        below = above
    return None
