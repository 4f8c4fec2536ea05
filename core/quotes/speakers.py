"""Whose words stand in the quotation marks: cue behind, cue before, or the speaker goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from core.quotes.layout import Layout
from core.quotes.marks import Quoted
from core.quotes.sayings import Saying
from core.quotes.vocabulary import CUE

_INVITES_A_CUE = ",?!—–-…’'"
_STOPS = frozenset(".?!")
_FAR = 60
"""Tokens looked at on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The cue that shows the speaker of a quotation, or the subject alone where a plain verb stands beside it."""

    subject: Token | None
    cue: tuple[int, int] | None
    saying: Saying | None


class Attributor:
    """Finds the attribution of each quotation, in order; remembers who spoke last in a paragraph."""

    def __init__(self, layout: Layout, sayings: Sequence[Saying]) -> None:
        self.layout, self.doc = layout, layout.doc
        self.sayings: dict[int, list[Saying]] = {}
        for saying in sayings:
            self.sayings.setdefault(saying.level, []).append(saying)
        self.firsts = {level: [s.first for s in own] for level, own in self.sayings.items()}
        self.last: dict[int, tuple[int, Attribution]] = {}

    def attribute(self, number: int) -> Attribution | None:
        """The attribution of the stretch ``number``; to be called for each stretch in order."""
        quoted = self.layout.quoted[number]
        level = self.layout.around[number]
        found = self._behind(quoted, level) or self._before(quoted, level) or self._going_on(quoted, level)
        if found is not None:
            self.last[level] = (self.layout.paragraph_at(quoted.outer), found)
        return found

    def _between(self, level: int, first: int, end: int) -> list[Saying]:
        firsts = self.firsts.get(level, [])
        return self.sayings.get(level, [])[bisect_left(firsts, first) : bisect_left(firsts, end)]

    # ------------------------------------------------------------------ "…," said X

    def _behind(self, quoted: Quoted, level: int) -> Attribution | None:
        first = self.layout.first_token_from(quoted.outer_end)
        limit = self._end_of_tail(quoted, level, first)
        comma = first < limit and self.doc[first].text in (",", "，")
        first += comma
        while first < limit and self.doc[first].is_space:
            first += 1
        if first >= limit:
            return None
        invited = comma or self.layout.text[quoted.end - 1] in _INVITES_A_CUE
        for saying in self._between(level, first, limit):
            if self._starts_tail(saying, first) and (invited or saying.first == first):
                return Attribution(saying.subject, (saying.first, saying.end), saying)
        return self._plain_verb(first, limit) if invited else None

    def _starts_tail(self, saying: Saying, first: int) -> bool:
        if saying.subject is None:
            return False
        if saying.first <= first + 1:
            return saying.subject.i > saying.first or saying.subject.i >= first
        return first <= saying.subject.i and saying.subject.left_edge.i <= first + 1

    def _plain_verb(self, first: int, limit: int) -> Attribution | None:
        """ "…," X laughed: any verb will do where its subject follows the closing mark."""
        for token in self.doc[first : min(limit, first + 15)]:
            verb = token.head
            if token.dep_ == "nsubj" and token.left_edge.i <= first + 1 and first < verb.i < limit and verb.pos_ == "VERB":
                return Attribution(token, (verb.i, verb.i + 1), None)
        return None

    def _end_of_tail(self, quoted: Quoted, level: int, first: int) -> int:
        """The sentence behind a quotation: up to a full stop, the next mark or the paragraph's end."""
        _, end = self.layout.paragraph_tokens(self.layout.paragraph_at(quoted.outer))
        for i in range(first, min(end, first + _FAR)):
            if self.layout.inside[i] != level or self._ends_sentence(i, end):
                return i
        return min(end, first + _FAR)

    def _ends_sentence(self, i: int, end: int) -> bool:
        token = self.doc[i]
        return token.text in _STOPS and (i + 1 >= end or self.doc[i + 1].is_space or self.doc[i + 1].is_sent_start is True)

    # ------------------------------------------------------------------ X said: "…"

    def _before(self, quoted: Quoted, level: int) -> Attribution | None:
        end = self.layout.first_token_from(quoted.outer)
        first = self._start_of_head(quoted, level, end)
        for saying in reversed(self._between(level, first, end)):
            if saying.subject is not None:
                return Attribution(saying.subject, (saying.first, saying.end), saying)
        return None

    def _start_of_head(self, quoted: Quoted, level: int, end: int) -> int:
        """The beginning of the sentence that a quotation stands in; earlier quotations in it are stepped over."""
        first, _ = self.layout.paragraph_tokens(self.layout.paragraph_at(quoted.outer))
        i = end - 1
        while i >= max(first, end - _FAR):
            inner = self.layout.inside[i]
            if inner != level and inner >= 0 and self.layout.around[inner] == level:
                earlier = self.layout.quoted[inner]
                if self.layout.text[earlier.end - 1] in _STOPS:
                    return i + 1
                i = self.layout.first_token_from(earlier.outer) - 1
                continue
            if self._ends_sentence(i, end):
                return i + 1
            i -= 1
        return max(first, i + 1)

    # ------------------------------------------------------------------ the speaker goes on

    def _going_on(self, quoted: Quoted, level: int) -> Attribution | None:
        if level not in self.last:
            return None
        paragraph = self.layout.paragraph_at(quoted.outer)
        before, attribution = self.last[level]
        if before == paragraph or (quoted.continues and before == paragraph - 1):
            return attribution
        return None


def is_cue(verb: Token) -> bool:
    """Whether the verb can show a speaker."""
    return verb.lemma_.lower() in CUE
