"""What the form of a verb says of time: told, going on, ahead."""

from __future__ import annotations

from spacy.tokens import Token

from core.dates.expression import Tense
from core.lexicon import meaning

AHEAD = {"will", "shall", "'ll", "’ll", "wo"}
MAYBE_AHEAD = {"would", "may", "might", "should", "must", "can"}
PLANS = meaning("verbs", "intends", "commits") | {"ask", "propose", "likely", "hop"}
"""What an infinitive that lies ahead hangs on; "hop" is how the lemmatiser reads "hopes" and "hoped"."""

SETS_A_DATE = {"schedule", "postpone", "plan", "slate", "delay", "expect", "invite", "due"}
_PROMISES = {"be", "plan", "program", "programme", "agreement", "deal", "offer", "proposal", "pledge", "promise"}
"""What an infinitive hangs on when it lies ahead: "is to resume on Tuesday", "a deal to buy the line in February"."""

_TIMETABLED = frozenset(
    """meet open begin start resume end close expire leave depart arrive visit travel return face play go vote hold
    host take get launch convene reconvene decide pay speak debate rule hear testify address deliver publish sit expire
    retire fly unveil conclude finish""".split()
)
"""Verbs whose present tense with a day of the week tells what is planned: "they meet on Monday"."""

_FINDS_OUT = frozenset("see hear feel smell tell find locate reach contact get".split())
"""What "could" says was possible and no more: "no one could be reached on Friday", "it could be seen on Monday"."""

_LASTS = frozenset("last stay remain run continue work live wait keep sit sleep fight rage drag be".split())


def begins_behind(verb: Token, start: int) -> bool:
    """Whether the verb's clause begins only behind: "delays this weekend [after a fault closed the tunnel]"."""
    return any(child.dep_ == "mark" and child.idx > start for child in verb.children)


def is_open(verb: Token) -> bool:
    """Whether what goes on "until Friday" still does: not "it lasted until Friday", "was not charged until"."""
    if verb.tag_ == "VBD" and verb.lemma_ in _LASTS:
        return False
    return verb.tag_ != "VBN" or any(child.lower_ in ("has", "have", "'ve", "’ve") for child in verb.children)


def is_timetabled(verb: Token) -> bool:
    """Whether its present tense tells what is planned: "they meet on Monday", "it comes into force on Monday"."""
    comes = verb.lemma_ == "come" and any(child.lower_ in ("into", "out") for child in verb.children)
    return comes or verb.lemma_ in _TIMETABLED


def is_told(verb: Token) -> bool:
    """Whether a verb is in the simple past: "closed", "was closed"."""
    passive = verb.tag_ == "VBN" and any(child.lower_ in ("was", "were") for child in verb.children)
    return passive or verb.tag_ == "VBD"


def has_object(verb: Token) -> bool:
    """Whether it does something to something."""
    return any(child.dep_ == "dobj" for child in verb.children)


def _is_bare(verb: Token) -> bool:
    """Whether a present tense was taken for an infinitive: "Tickets for next season go on sale on Monday"."""
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in verb.children)


def will(verb: Token) -> bool:
    """Whether "will" or "shall" helps it."""
    return any(child.lower_ in AHEAD for child in verb.children if child.dep_ == "aux")


def _could(verb: Token) -> bool:
    """Whether "could" speaks of what may come: "he could be freed on Monday", not "he could not leave on Monday"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "preconj")}
    open_still = helpers.isdisjoint({"have", "not", "n't", "n’t", "neither", "never"})
    return "could" in helpers and open_still and verb.lemma_ not in _FINDS_OUT


def _was(plan: Token) -> bool:
    """Whether a plan is told as one that was: "had been scheduled", "had been due"."""
    return any(child.lower_ == "had" for word in (plan, plan.head) for child in word.children if child.dep_ == "aux")


def tense_of(verb: Token) -> Tense | None:
    """The tense of the verb with its helpers; null where its form leaves it open."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & AHEAD or _could(verb):
        return "future"
    if verb.tag_ == "VB" and "to" in helpers:
        if _was(verb.head):
            return "past"  # "had been due to expire on Friday"
        return "future" if verb.head.lemma_ in PLANS or verb.head.lemma_ in _PROMISES else None
    if "had" in helpers:
        return "past"  # "had been scheduled to expire on Friday"
    if verb.lemma_ in SETS_A_DATE:
        return "future"
    if "to" in helpers and helpers & {"be"}:
        return "future"
    if helpers & {"had", "has", "have", "was", "were", "did", "'ve", "’ve", "'d", "’d"} or verb.tag_ == "VBD":
        return "past"
    if helpers & MAYBE_AHEAD:
        return "future"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or (not helpers and _is_bare(verb)):
        return "present"
    return None
