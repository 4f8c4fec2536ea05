"""Whose words stand in the quotation marks: cue behind, cue before, or the speaker goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from core.quotes.layout import Layout
from core.quotes.marks import Quoted
from core.quotes.sayings import Saying
from core.quotes.subjects import noun_behind
from core.quotes.surroundings import head, tail
from core.quotes.vocabulary import CUE

_INVITES_A_CUE = ",?!—–-…’'"
_DASHES = frozenset({"―", "—", "–", "-", "--"})
_LONGEST_BYLINE = 10
_CLOSE_BY = 15


@dataclass(frozen=True, slots=True)
class Attribution:
    """The word for the speaker of a quotation and the cue that shows it; a plain verb or a dash has no saying."""

    subject: Token
    cue: tuple[int, int] | None
    saying: Saying | None = None


class Attributor:
    """Finds the attribution of each quotation, in order; remembers who spoke last in a paragraph."""

    def __init__(self, layout: Layout, sayings: Sequence[Saying]) -> None:
        self.layout, self.doc = layout, layout.doc
        self.by_level: dict[int, list[Saying]] = {}
        for saying in sayings:
            if saying.subject is not None:
                self.by_level.setdefault(saying.level, []).append(saying)
        self.firsts = {level: [s.first for s in own] for level, own in self.by_level.items()}
        self.by_verb = {s.verb.i: s for own in self.by_level.values() for s in own}
        self.last: dict[int, tuple[Quoted, Attribution]] = {}

    def attribute(self, number: int) -> Attribution | None:
        """The attribution of the stretch ``number``; to be called for each stretch in order."""
        quoted = self.layout.quoted[number]
        level = self.layout.around[number]
        found = self._shown(quoted, level) or self._going_on(quoted, level)
        if found is not None:
            self.last[level] = (quoted, found)
        return found

    def _shown(self, quoted: Quoted, level: int) -> Attribution | None:
        behind, before = tail(self.layout, quoted, level), head(self.layout, quoted, level)
        return (
            self._behind(quoted, level, *behind)
            or self._byline(*behind)
            or self._enclosing(quoted, level, *before)
            or self._closing(level, *behind)
            or self._before(level, *before)
            or self._colon_above(quoted, level)
        )

    def _between(self, level: int, first: int, end: int) -> list[Saying]:
        firsts = self.firsts.get(level, [])
        return self.by_level.get(level, [])[bisect_left(firsts, first) : bisect_left(firsts, end)]

    # ------------------------------------------------------------------ "…," said X

    def _behind(self, quoted: Quoted, level: int, first: int, limit: int) -> Attribution | None:
        comma = first < limit and self.doc[first].text == ","
        first += comma
        while first < limit and self.doc[first].is_space:
            first += 1
        if first >= limit:
            return None
        invited = comma or self.layout.text[quoted.end - 1] in _INVITES_A_CUE
        for saying in self._between(level, first, limit):
            if _starts_tail(saying, first) and (invited or saying.first == first):
                return _by(saying)
        return self._plain_verb(first, limit) if invited else None

    def _plain_verb(self, first: int, limit: int) -> Attribution | None:
        """ "…," X laughed: any verb will do where its subject follows the closing mark."""
        if self.doc[first].lemma_.lower() in CUE:
            subject = noun_behind(self.doc[first])
            return Attribution(subject, (first, first + 1)) if subject is not None and subject.i < limit else None
        for token in self.doc[first : min(limit, first + _CLOSE_BY)]:
            verb = token.head
            follows = token.dep_ == "nsubj" and token.left_edge.i <= first + 1
            if follows and first < verb.i < limit and verb.pos_ == "VERB":
                return Attribution(token, (verb.i, verb.i + 1))
        return None

    def _byline(self, first: int, limit: int) -> Attribution | None:
        """ "…" — X: a dash and a name, and nothing else in the sentence."""
        words = [t for t in self.doc[first : min(limit, first + _LONGEST_BYLINE)] if not t.is_space]
        if len(words) < 2 or words[0].text not in _DASHES or limit - first >= _LONGEST_BYLINE:
            return None
        names = [t for t in words[1:] if t.pos_ == "PROPN"]
        if not names or any(t.pos_ in ("VERB", "AUX") for t in words) or not words[1].text[:1].isupper():
            return None
        return Attribution(names[-1] if names[-1].dep_ != "compound" else names[-1].head, None)

    def _closing(self, level: int, first: int, limit: int) -> Attribution | None:
        """ "…" for this or that, X said: the cue closes the sentence behind a comma."""
        for saying in self._between(level, first, limit):
            start = saying.start if saying.subject is None else min(saying.first, saying.subject.left_edge.i)
            after = saying.end if saying.subject is None else max(saying.end, saying.subject.i + 1)
            comma = start > first and self.doc[start - 1].text in (",", "—", "–")
            closes = after >= limit or self.doc[after].text in (",", "—", "–")
            if comma and closes:
                return _by(saying)
        return None

    # ------------------------------------------------------------------ X said: "…"

    def _enclosing(self, quoted: Quoted, level: int, first: int, end: int) -> Attribution | None:
        """The cue that the quoted words depend on, where it stands before them in the sentence."""
        word = self._first_word(quoted)
        for _ in range(_CLOSE_BY):
            if word is None or word.head == word:
                return None
            word = word.head
            saying = self.by_verb.get(word.i)
            if saying is not None and saying.level == level and first <= saying.first < end and saying.subject is not None:
                return _by(saying)
        return None

    def _first_word(self, quoted: Quoted) -> Token | None:
        i = self.layout.first_token_from(quoted.start)
        return self.doc[i] if i < len(self.doc) else None

    def _before(self, level: int, first: int, end: int) -> Attribution | None:
        sayings = self._between(level, first, end)
        return _by(sayings[-1]) if sayings else None

    def _colon_above(self, quoted: Quoted, level: int) -> Attribution | None:
        """X said: at the end of the paragraph above a quotation."""
        paragraph = self.layout.paragraph_at(quoted.outer)
        if paragraph == 0 or self.layout.paragraphs[paragraph].start != quoted.outer:
            return None
        above = self.layout.paragraphs[paragraph - 1]
        if self.layout.text[above.end - 1] != ":":
            return None
        first, end = self.layout.paragraph_tokens(paragraph - 1)
        start = self.doc[end - 1].sent.start
        sayings = self._between(level, max(first, start), end)
        if sayings:
            return _by(sayings[-1])
        subject = next((t for t in self.doc[max(first, start) : end] if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        return Attribution(subject, None) if subject is not None else None

    # ------------------------------------------------------------------ the speaker goes on

    def _going_on(self, quoted: Quoted, level: int) -> Attribution | None:
        if level not in self.last:
            return None
        earlier, attribution = self.last[level]
        distance = self.layout.paragraph_at(quoted.outer) - self.layout.paragraph_at(earlier.outer)
        if distance == 0 or (distance == 1 and quoted.continues):
            return attribution
        return None


def _by(saying: Saying) -> Attribution | None:
    return None if saying.subject is None else Attribution(saying.subject, (saying.first, saying.end), saying)


def _starts_tail(saying: Saying, first: int) -> bool:
    if saying.subject is None:
        return False
    if saying.first <= first + 1:
        return saying.subject.i > saying.first or saying.subject.i >= first
    return first <= saying.subject.i and saying.subject.left_edge.i <= first + 1
