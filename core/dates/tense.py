"""The tense of the clause that an expression stands in: it decides whether "on Thursday" is behind or ahead."""

from __future__ import annotations

from bisect import bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from core.dates.expression import Tense

_AHEAD = {"will", "shall", "'ll", "’ll", "wo"}
_MAYBE_AHEAD = {"would", "may", "might", "should", "must", "can"}
_PLANS = frozenset(
    """plan expect schedule intend aim due set hope slate want propose ask promise pledge vow threaten prepare agree
    likely ready keen hop""".split()
)
"""What an infinitive that lies ahead hangs on; "hop" is how the lemmatiser reads "hopes" and "hoped"."""

_SETS_A_DATE = {"schedule", "postpone", "plan", "slate", "delay", "expect", "invite", "due"}
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

_TELLS_WHEN = frozenset({"in", "during", "from", "since", "throughout", "on"})
_LASTS = frozenset("last stay remain run continue work live wait keep sit sleep fight rage drag be".split())
_TOWARDS = {"until", "till"}

LONGEST_CLIMB = 12
"""Steps up the tree: further away no verb governs the expression."""


class Tenses:
    """Tense at any stretch of one document."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts: list[int] = doc.to_array(IDX).tolist()

    def at(self, start: int, end: int) -> Tense | None:
        """Tense of the verb that governs the words from ``start`` to ``end``; null where there is none."""
        token = self._head(start, end)
        if token.dep_ == "pobj" and token.head.lower_ in _TOWARDS and _is_open(token.head.head):
            return "future"
        owner = token.dep_ == "poss"  # "may appeal against Friday's ruling": the ruling is behind
        for climbed in range(LONGEST_CLIMB):
            if token.pos_ in ("VERB", "AUX"):
                tense = _tense_of(token)
                if tense == "present" and token.lemma_ in _TIMETABLED and climbed <= 2 and not owner:
                    return "future"
                if tense is not None:
                    return "past" if owner and tense == "future" and not _will(token) else tense
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def happened(self, start: int, end: int) -> bool:
        """Whether the words tell when something was: "it opened in May", with no verb or noun in between."""
        token = self._head(start, end)
        if token.dep_ == "pobj" and token.head.lower_ in _TELLS_WHEN:
            token = token.head
        verb = token.head
        return token.dep_ in ("prep", "npadvmod") and _is_told(verb) and verb.lemma_ not in _SETS_A_DATE | _PLANS

    def someday(self, start: int, end: int) -> Tense | None:
        """Whether "one day" is no length but some day, ahead ("it will one day be seen") or behind.

        Null where it is a length.
        """
        day = self._head(start, end)
        if day.dep_ not in ("npadvmod", "advmod"):
            return None
        verb = day.head
        if any(child.dep_ == "aux" and child.lower_ in _AHEAD | _MAYBE_AHEAD | {"could"} for child in verb.children):
            return "future"
        return "past" if day.i < verb.i and self.opens_at(start) and _is_told(verb) else None

    def lands(self, start: int, end: int) -> bool:
        """Whether a length tells when something will be: "the lease ends in two years"."""
        token = self._head(start, end)
        in_time = token.dep_ == "poss" and token.head.lower_ == "time"  # "in ten years' time"
        token = token.head if in_time else token
        if token.dep_ != "pobj" or token.head.lower_ != "in" or token.head.i != self.token(start).i - 1:
            return False
        if in_time:
            return True
        verb = token.head.head
        return _will(verb) or (verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in _TIMETABLED)

    def token(self, offset: int) -> Token:
        """The token that holds a character."""
        return self._doc[max(0, bisect_right(self._starts, offset) - 1)]

    def is_explained(self, start: int, end: int) -> bool:
        """Whether the clause right behind says which one is meant: "the night the ship sank"."""
        behind = self.token(end - 1).i + 1
        return any(c.dep_ == "relcl" and c.left_edge.i == behind for c in self._head(start, end).children)

    def modifies(self, end: int) -> bool:
        """Whether the words that end here describe a noun right behind them ("the spring offensive")."""
        last = self.token(end - 1)
        behind = self._doc[last.i + 1] if last.i + 1 < len(self._doc) else None
        return (
            behind is not None
            and behind.pos_ in ("NOUN", "PROPN")
            and last.dep_ in ("compound", "amod", "nmod", "nummod")
        )

    def opens(self, start: int) -> bool:
        """Whether the words that start here open their sentence ("In 1976 …", "By the end of 1976 …")."""
        at = self.token(start).i
        return any(self._doc[i].is_sent_start for i in range(max(0, at - 2), at + 1))

    def opens_at(self, start: int) -> bool:
        """Whether the very word that starts here opens its sentence, or speech within it."""
        token = self.token(start)
        return bool(token.is_sent_start) or (token.i > 0 and not self._doc[token.i - 1].is_alpha)

    def before_noun(self, end: int) -> bool:
        """Whether a noun phrase goes on right behind ("the 11th Circuit")."""
        behind = self.token(end - 1).i + 1
        return behind < len(self._doc) and self._doc[behind].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")

    def _head(self, start: int, end: int) -> Token:
        """The highest token of the stretch."""
        first, last = self.token(start), self.token(max(start, end - 1))
        token = last
        while first.i <= token.head.i <= last.i and token.head.i != token.i:
            token = token.head
        return token


def _is_open(verb: Token) -> bool:
    """Whether what goes on "until Friday" still does: not "it lasted until Friday", "was not charged until"."""
    if verb.tag_ == "VBD" and verb.lemma_ in _LASTS:
        return False
    return verb.tag_ != "VBN" or any(child.lower_ in ("has", "have", "'ve", "’ve") for child in verb.children)


def _is_told(verb: Token) -> bool:
    """Whether a verb is in the simple past: "closed", "was closed"."""
    passive = verb.tag_ == "VBN" and any(child.lower_ in ("was", "were") for child in verb.children)
    return passive or verb.tag_ == "VBD"


def _will(verb: Token) -> bool:
    return any(child.lower_ in _AHEAD for child in verb.children if child.dep_ == "aux")


def _could(verb: Token) -> bool:
    """Whether "could" speaks of what may come: "he could be freed on Monday", not "he could not leave on Monday"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "preconj")}
    return (
        "could" in helpers
        and helpers.isdisjoint({"have", "not", "n't", "n’t", "neither", "never"})
        and (verb.lemma_ not in _FINDS_OUT)
    )


def _was(plan: Token) -> bool:
    """Whether a plan is told as one that was: "had been scheduled", "had been due"."""
    return any(child.lower_ == "had" for word in (plan, plan.head) for child in word.children if child.dep_ == "aux")


def _tense_of(verb: Token) -> Tense | None:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _AHEAD or _could(verb):
        return "future"
    if verb.tag_ == "VB" and "to" in helpers:
        if _was(verb.head):
            return "past"  # "had been due to expire on Friday"
        return "future" if verb.head.lemma_ in _PLANS or verb.head.lemma_ in _PROMISES else None
    if "had" in helpers:
        return "past"  # "had been scheduled to expire on Friday"
    if verb.lemma_ in _SETS_A_DATE:
        return "future"
    if "to" in helpers and helpers & {"be"}:
        return "future"
    if helpers & {"had", "has", "have", "was", "were", "did", "'ve", "’ve", "'d", "’d"} or verb.tag_ == "VBD":
        return "past"
    if helpers & _MAYBE_AHEAD:
        return "future"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return None
