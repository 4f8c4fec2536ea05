"""Event-selecting predicates: what the verbs and nouns that hold a clause as their content say about its factuality.

"Refused to", "ordered that", "the risk that", "called off": after FactBank (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from core.events.clauses import Clause, Clauses
from core.events.modality import Standing, mood_of
from core.lexicon import meaning

_ACCUSING = meaning("verbs", "accuses")
_CANCELLING = meaning("verbs", "cancels")
_CLEARING = meaning("verbs", "clears")
_DENYING = meaning("verbs", "denies")
_DOUBTING = meaning("verbs", "doubts")
_FAILING = meaning("verbs", "fails")
_INTENDING = meaning("verbs", "intends")
_WILLING = meaning("verbs", "intends", "directs", "commits")
_TELLING_OR_DIRECTING = meaning("verbs", "tells or directs")
_SEEMING = meaning("verbs", "seems")
_AHEAD = meaning("hedges", "ahead")
_CHANCES = meaning("hedges", "chance")
_CLAIMS = meaning("hedges", "claim")
_PLANS = meaning("hedges", "plan")
_DOUBTFUL = meaning("hedges", "doubtful")
_UNSURE = meaning("hedges", "unsure")
_UNTRUE = meaning("hedges", "untrue")
_PARTICLES = {"call": "off", "rule": "out"}


def in_chain(clauses: Clauses, clause: Clause) -> Standing | None:
    """What the words before the trigger say: "refused to", "plans to", "is believed to have"."""
    for word in clause.chain:
        lemma, below = clauses.view.lemma[word], clauses.child(word, "xcomp")
        if lemma in _FAILING:
            return Standing("denied", word)
        if lemma in _SEEMING:
            return Standing("possible", word)
        if lemma in _INTENDING:
            cancelled = _cancelled(clauses, clause.trigger)
            return Standing("planned", word) if cancelled is None else Standing("denied", cancelled)
        to = None if below is None else clauses.word_in(below, "aux", ("to",))
        if (lemma == "be" and to is not None) or (lemma == "go" and clauses.view.tag[word] == "VBG"):
            return Standing("planned", word if to is None else to)
    return None


def held_by_noun(clauses: Clauses, clause: Clause) -> Standing | None:
    """ "reports that …", "the risk that …", "a plan to …", "accused of killing"."""
    view = clauses.view
    head = clause.head
    up = view.head[head]
    if clause.relation == "pcomp" and view.pos[up] == "ADP":
        accusation = view.head[up]
        if view.lemma[accusation] in _ACCUSING:
            return Standing("possible", accusation)
        if view.lemma[accusation] in _CLEARING:
            return Standing("denied", accusation)
        up = accusation
    return claimed(clauses, up) if clause.relation in ("acl", "ccomp", "pcomp") else None


def claimed(clauses: Clauses, noun: int) -> Standing | None:
    """What a noun that holds a content says about it: a false report, a plan, a risk."""
    view = clauses.view
    lemma, verb = view.lemma[noun], view.head[noun]
    if view.pos[noun] != "NOUN" or lemma not in _CLAIMS | _CHANCES | _PLANS:
        return None
    untrue = clauses.word_in(verb, "acomp", _UNTRUE)
    if untrue is not None:
        return Standing("denied", untrue)
    if denies(clauses, verb) and view.dep[noun] == "dobj":
        return Standing("denied", verb)
    return Standing("planned" if lemma in _PLANS else "possible", noun)


def of_noun(clauses: Clauses, noun: int) -> Standing | None:
    """ "the planned strike", "an alleged attack"."""
    view = clauses.view
    for child in view.children[noun]:
        if view.lemma[child] in _AHEAD:
            return Standing("planned", child)
        if view.dep[child] == "amod" and view.lemma[child] in _DOUBTFUL:
            return Standing("possible", child)
    return None


def _cancelled(clauses: Clauses, noun: int) -> int | None:
    """The verb that takes an event off the calendar: "called off a strike planned for Friday"."""
    view = clauses.view
    verb = view.head[noun]
    if view.lemma[verb] not in _CANCELLING or view.dep[noun] not in ("dobj", "nsubjpass"):
        return None
    return verb if _with_particle(clauses, verb) else None


def denies(clauses: Clauses, verb: int) -> bool:
    """Whether a verb says of its content or object that it is not so."""
    return clauses.view.lemma[verb] in _DENYING and _with_particle(clauses, verb)


def _with_particle(clauses: Clauses, verb: int) -> bool:
    """Whether a verb has the particle without which it means another thing: a court that rules denies nothing."""
    particle = _PARTICLES.get(clauses.view.lemma[verb])
    return particle is None or clauses.word_in(verb, "prt", (particle,)) is not None


def from_above(clauses: Clauses, clause: Clause) -> Standing | None:
    """Denials, plans, doubts and conditions of the clauses that hold this one as their content."""
    below = clause
    while (above := clauses.parent(below)) is not None and below.relation in ("ccomp", "pcomp", "conj", "csubj"):
        if below.relation == "ccomp":
            standing = _content(clauses, above.head, below.head)
            if standing is not None:
                return standing
        # "failed to pay and closed": the second is no failure
        shared = clauses.view.head[below.head] not in above.chain
        if below.relation == "conj" and shared and not clauses.child(clause.head, "nsubj", "nsubjpass"):
            standing = in_chain(clauses, above) or mood_of(clauses, above)
            if standing is not None:
                return standing
        below = above
    return None


def _content(clauses: Clauses, verb: int, content: int) -> Standing | None:
    """What a verb says about its content."""
    lemma = clauses.view.lemma[verb]
    if lemma == "be" and (adjective := clauses.child(verb, "acomp")) is not None:
        said = clauses.view.lemma[adjective]
        return Standing("denied" if said in _UNTRUE else "possible", adjective) if said in _UNTRUE | _UNSURE else None
    if denies(clauses, verb):
        return Standing("denied", verb)
    if lemma in _DOUBTING:
        return Standing("possible", verb)
    directs = lemma in _WILLING or (lemma in _TELLING_OR_DIRECTING and _is_plain(clauses, verb, content))
    return Standing("planned", verb) if directs else None


def _is_plain(clauses: Clauses, verb: int, content: int) -> bool:
    """Whether the content of a verb is in the plain form: "insisted that they leave", not "that they left"."""
    view = clauses.view
    finite = next(iter(clauses.auxiliaries(content)), content)
    told = view.tag[verb] in ("VBD", "VBN")  # "insists that they leave" may tell what they do every day
    return view.tag[finite] == "VB" or (told and view.tag[finite] == "VBP")
