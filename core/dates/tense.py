"""The tense of the clause that an expression stands in: it decides whether "on Thursday" is behind or ahead."""

from __future__ import annotations

from spacy.tokens import Token

from core.dates.expression import Tense
from core.dates.verbs import (
    AHEAD,
    MAYBE_AHEAD,
    PLANS,
    SETS_A_DATE,
    begins_behind,
    has_object,
    is_open,
    is_timetabled,
    is_told,
    tense_of,
    will,
)
from core.text.view import TextView

_TELLS_WHEN = frozenset({"in", "during", "from", "since", "throughout", "on"})
_TOWARDS = {"until", "till"}


class Tenses:
    """Tense at any stretch of one document."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._doc = view.doc

    def at(self, start: int, end: int) -> Tense | None:
        """Tense of the verb that governs the words from ``start`` to ``end``; null where there is none."""
        head = self._head(start, end)
        if head.dep_ == "pobj" and head.head.lower_ in _TOWARDS and is_open(head.head.head):
            return "future"
        owner = head.dep_ == "poss"  # "may appeal against Friday's ruling": the ruling is behind
        for climbed, token in enumerate((head, *head.ancestors)):
            if token.pos_ in ("VERB", "AUX") and not begins_behind(token, start):
                tense = tense_of(token)
                if tense == "present" and is_timetabled(token) and climbed <= 2 and not owner:
                    return "future"
                if tense is not None:
                    return "past" if owner and tense == "future" and not will(token) else tense
        return None

    def happened(self, start: int, end: int) -> bool:
        """Whether the words tell when something was: "it opened in May", with no verb or noun in between."""
        token = self._head(start, end)
        if token.dep_ == "pobj" and token.head.lower_ in _TELLS_WHEN:
            token = token.head
        verb = token.head
        if token.dep_ not in ("prep", "npadvmod") or not is_told(verb) or verb.lemma_ in SETS_A_DATE | PLANS:
            return False
        return token.lower_ != "from" or not has_object(verb)  # "cut the tax from 6 April" was decided, not done

    def someday(self, start: int, end: int) -> Tense | None:
        """Whether "one day" is no length but some day, ahead ("it will one day be seen") or behind.

        Null where it is a length.
        """
        day = self._head(start, end)
        if day.dep_ not in ("npadvmod", "advmod"):
            return None
        verb = day.head
        if any(child.dep_ == "aux" and child.lower_ in AHEAD | MAYBE_AHEAD | {"could"} for child in verb.children):
            return "future"
        return "past" if day.i < verb.i and self.opens_at(start) and is_told(verb) else None

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
        return will(verb) or (verb.tag_ in ("VBZ", "VBP") and is_timetabled(verb))

    def token(self, offset: int) -> Token:
        """The token that holds a character."""
        return self._doc[self._view.token_at(offset)]

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
        return self._doc[self._view.span_head(*self._view.tokens(start, end))]
