"""One text under the reader's eye: lexemes, parse, sentences, and the mentions that other readers found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from core.figures.lexemes import Row
from core.models import DateMention, Place, Quote


@dataclass(frozen=True, slots=True)
class Reading:
    """What the steps from number to figure look at; offsets are characters of ``doc.text``."""

    doc: Doc
    row: Row
    dates: Sequence[DateMention]
    places: Sequence[Place]
    quotes: Sequence[Quote]
    token_starts: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)

    @staticmethod
    def of(doc: Doc, dates: Sequence[DateMention], places: Sequence[Place], quotes: Sequence[Quote]) -> Reading:
        """The reading of a parsed text; one that was never cut into sentences counts as one sentence."""
        opens = doc.to_array("SENT_START").tolist()
        starts = [i for i, opening in enumerate(opens) if opening == 1 or i == 0]
        ends = [*starts[1:], len(doc)]
        reading = Reading(doc, Row(doc.text), dates, places, quotes)
        reading.token_starts.extend(doc.to_array("IDX").tolist())
        reading.sentences.extend(zip(starts, ends, strict=True))
        reading.sentence_starts.extend(starts)
        return reading

    def token_at(self, offset: int) -> int:
        """Index of the token that covers ``offset``."""
        return max(0, bisect_right(self.token_starts, offset) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last (exclusive) token that touch the characters ``start`` to ``end``."""
        return self.token_at(start), self.token_at(max(start, end - 1)) + 1

    def sentence(self, token: int) -> tuple[int, int]:
        """First and last (exclusive) token of the sentence that holds a token."""
        if not self.sentences:
            return 0, len(self.doc)
        return self.sentences[max(0, bisect_right(self.sentence_starts, token) - 1)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the lexemes ``first`` to ``last`` (exclusive)."""
        return self.row[first].start, self.row[last - 1].end


def root_of(doc: Doc, first: int, last: int) -> Token:
    """The token of a stretch that hangs on a token outside it, or on nothing; the last such."""
    for i in range(last - 1, first - 1, -1):
        head = doc[i].head.i
        if head == i or not first <= head < last:
            return doc[i]
    return doc[last - 1]


def verb_above(token: Token, limit: int = 12) -> Token:
    """The nearest verb at or above a token; the topmost token reached where there is none."""
    for _ in range(limit):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        token = token.head
    return token
