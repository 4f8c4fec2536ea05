"""Whose words stand in the quotation marks: cue behind, cue before, or the speaker goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from core.quotes.layout import OUTSIDE, Layout
from core.quotes.marks import Quoted
from core.quotes.mentions import Mentions
from core.quotes.sayings import Saying
from core.quotes.subjects import noun_behind
from core.quotes.surroundings import head, tail
from core.quotes.vocabulary import CUE, MEDIUM

_INVITES_A_CUE = ",?!—–-…’'"
_BYLINE = re.compile(r"[ \u00a0]?(?:[―—–]|--?)[ \u00a0]?(?=[A-Z])")
_LABEL = re.compile(r"([A-Z][A-Z.'’ -]{1,30}):\s")
_UNCLEAR = frozenset({"it", "that", "this", "which", "what", "them", "one", "anybody", "anyone"})
_LONGEST_BYLINE = 10
_CLOSE_BY = 15
_NEVER = 1_000_000
_SENTENCE_ENDS = ".?!…:”\"’'"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The word for the speaker of a quotation and the cue that shows it; a plain verb or a dash has no saying."""

    subject: Token
    cue: tuple[int, int] | None
    saying: Saying | None = None


class Attributor:
    """Finds the attribution of each quotation, in order; remembers who spoke last in a paragraph."""

    def __init__(self, layout: Layout, sayings: Sequence[Saying], mentions: Mentions) -> None:
        self.layout, self.doc, self.mentions = layout, layout.doc, mentions
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
            self._label(quoted)
            or self._behind(quoted, level, *behind)
            or self._byline(quoted, behind[1])
            or self._enclosing(quoted, level, *before)
            or self._closing(level, *behind)
            or self._before(level, *before)
            or self._colon_above(quoted, level)
        )

    def _between(self, level: int, first: int, end: int) -> list[Saying]:
        firsts = self.firsts.get(level, [])
        return self.by_level.get(level, [])[bisect_left(firsts, first) : bisect_left(firsts, end)]

    def _label(self, quoted: Quoted) -> Attribution | None:
        """ "WALLACE: …": the speaker's name in capitals at the head of the words, as in transcripts."""
        label = _LABEL.match(self.layout.text, quoted.start)
        if label is None or label.end() >= quoted.end:
            return None
        name = self.layout.first_token_from(label.end(1)) - 1
        return Attribution(self.doc[name], None) if self.doc[name].is_alpha else None

    # ------------------------------------------------------------------ "…," said X

    def _behind(self, quoted: Quoted, level: int, first: int, limit: int) -> Attribution | None:
        comma = first < limit and self.doc[first].text == ","
        first += comma
        while first < limit and self.doc[first].is_space:
            first += 1
        if first >= limit:
            return None
        if self.doc[first].pos_ in ("SCONJ", "CCONJ"):
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
            follows = token.dep_ == "nsubj" and token.left_edge.i <= first + 1 and token.tag_ not in ("WP", "WDT")
            if follows and first < verb.i < limit and verb.pos_ == "VERB":
                return Attribution(token, (verb.i, verb.i + 1))
        return None

    def _byline(self, quoted: Quoted, limit: int) -> Attribution | None:
        """ "…" — X: a dash and a name, and nothing else in the sentence."""
        dash = _BYLINE.match(self.layout.text, quoted.outer_end)
        if dash is None:
            return None
        first = self.layout.first_token_from(dash.end())
        words = self.doc[first : max(first, min(limit, first + _LONGEST_BYLINE))]
        names = [t for t in words if t.pos_ == "PROPN"]
        if not names or limit - first >= _LONGEST_BYLINE or any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in words):
            return None
        return Attribution(names[-1], None)

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
        """The cue that the quoted words depend on, where it stands before them in the sentence.

        A verb of speech further out is preferred to a verb of opinion or an "it" further in.
        """
        word, second = self._first_word(quoted), None
        for _ in range(_CLOSE_BY):
            if word is None or word.head == word:
                break
            word = word.head
            saying = self.by_verb.get(word.i)
            if saying is None or saying.level != level or not first <= saying.first < end or saying.subject is None:
                continue
            if saying.verb.lemma_.lower() in CUE and saying.subject.lower_ not in _UNCLEAR:
                return _by(saying)
            second = second or _by(saying)
        return second

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
        start, _ = self.layout.sentence(end - 1)
        sayings = self._between(level, max(first, start), end)
        if sayings:
            return _by(sayings[-1])
        sentence = self.doc[max(first, start) : end]
        subject = next((t for t in sentence if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        announced = any(t.lemma_.lower() in MEDIUM for t in sentence)
        return Attribution(subject, None) if subject is not None and announced else None

    # ------------------------------------------------------------------ the speaker goes on

    def _going_on(self, quoted: Quoted, level: int) -> Attribution | None:
        """The speaker of the quotation before, unless somebody else has come in between; or who has the floor.

        A whole sentence in marks with no cue of its own belongs to whom the sentence before it is about.
        """
        earlier, attribution = self.last.get(level, (None, None))
        above = self._paragraph(quoted) - self._paragraph(earlier) if earlier is not None else _NEVER
        if quoted.continues and above == 1:
            return attribution
        if not self._opens_sentence(quoted):
            return attribution if above == 0 else None
        first, _ = self.layout.paragraph_tokens(self._paragraph(quoted) - (above == 1))
        floor = self.mentions.last_person(first, self.layout.first_token_from(quoted.outer))
        if above == 0 or (above == 1 and self._closes_paragraph(earlier)):
            if floor is None or self._is_before(floor, attribution):
                return attribution
        return Attribution(floor, None) if floor is not None and above != 1 else None

    def _closes_paragraph(self, quoted: Quoted | None) -> bool:
        """Whether nothing but its cue follows a quotation in the paragraph."""
        if quoted is None:
            return False
        first, limit = tail(self.layout, quoted, OUTSIDE)
        _, end = self.layout.paragraph_tokens(self._paragraph(quoted))
        return limit + 1 >= end

    def _paragraph(self, quoted: Quoted) -> int:
        return self.layout.paragraph_at(quoted.outer)

    def _is_before(self, person: Token, attribution: Attribution | None) -> bool:
        return attribution is not None and person.i <= attribution.subject.i

    def _opens_sentence(self, quoted: Quoted) -> bool:
        """Whether the marks hold whole sentences of their own."""
        before = self.layout.text[max(0, quoted.outer - 3) : quoted.outer].rstrip()
        alone = quoted.outer == self.layout.paragraphs[self._paragraph(quoted)].start
        return (alone or before[-1:] in _SENTENCE_ENDS) and self.layout.text[quoted.start].isupper()


def _by(saying: Saying) -> Attribution | None:
    return None if saying.subject is None else Attribution(saying.subject, (saying.first, saying.end), saying)


def _starts_tail(saying: Saying, first: int) -> bool:
    if saying.subject is None:
        return False
    if saying.first <= first + 1:
        return saying.subject.i > saying.first or saying.subject.i >= first
    return first <= saying.subject.i and saying.subject.left_edge.i <= first + 1
