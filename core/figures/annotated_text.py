"""One text under the reader's eye: lexemes, parse, sentences, and the mentions that other readers found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from spacy.tokens import Doc, Token

from core.figures.lexemes import Row
from core.models import DateMention, Place, Quote

_M = TypeVar("_M", DateMention, Place)


class AnnotatedText:
    """What the steps from number to figure look at; offsets are characters of the text.

    Args:
        doc: the parsed text; one that was never cut into sentences counts as one sentence.
        dates: its temporal expressions, sorted by start, as are the others.
        places: its places.
        quotes: its quotations.
    """

    def __init__(
        self, doc: Doc, dates: Sequence[DateMention], places: Sequence[Place], quotes: Sequence[Quote]
    ) -> None:
        self.doc = doc
        self.row = Row(doc.text)
        self.dates, self.places, self.quotes = dates, places, quotes
        self._date_starts = [date.start for date in dates]
        self._place_starts = [place.start for place in places]
        self._mention_ends = {date.end for date in dates} | {place.end for place in places}
        self._dated = {(date.start, date.end) for date in dates}
        self._token_starts: list[int] = doc.to_array("IDX").tolist()
        opens = doc.to_array("SENT_START").tolist()
        self._sentence_starts = [i for i, opening in enumerate(opens) if opening == 1 or i == 0]
        self._sentence_ends = [*self._sentence_starts[1:], len(doc)]

    def token_at(self, offset: int) -> int:
        """Index of the token that covers ``offset``."""
        return max(0, bisect_right(self._token_starts, offset) - 1)

    def end_of(self, token: int) -> int:
        """Offset at which a token ends."""
        return self._token_starts[token] + len(self.doc[token])

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last (exclusive) token that touch the characters ``start`` to ``end``."""
        return self.token_at(start), self.token_at(max(start, end - 1)) + 1

    def sentence(self, token: int) -> tuple[int, int]:
        """First and last (exclusive) token of the sentence that holds a token."""
        number = max(0, bisect_right(self._sentence_starts, token) - 1)
        return self._sentence_starts[number], self._sentence_ends[number]

    def characters(self, sentence: tuple[int, int]) -> tuple[int, int]:
        """Start and end of a sentence without the space around it."""
        start, end = self._token_starts[sentence[0]], self.end_of(sentence[1] - 1)
        inner = self.row.text[start:end]
        return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the lexemes ``first`` to ``last`` (exclusive)."""
        return self.row[first].start, self.row[last - 1].end

    def is_dated(self, span: tuple[int, int], has_unit: bool) -> bool:
        """Whether a number belongs to a date or a time; in a duration it counts, and "1520" of "1650 sq m" does."""
        if has_unit and span in self._dated:
            return False
        return any(
            date.type in ("DATE", "TIME") and date.start <= at < date.end
            for date in self.dates_in(*span)
            for at in (span[0], span[1] - 1)
        )

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Dates that share characters with ``start`` to ``end``."""
        return _touching(self.dates, self._date_starts, start, end)

    def places_in(self, start: int, end: int) -> list[Place]:
        """Places that share characters with ``start`` to ``end``."""
        return _touching(self.places, self._place_starts, start, end)

    def date_numbers(self, start: int, end: int) -> range:
        """Indices of the dates that begin between two offsets."""
        return range(bisect_left(self._date_starts, start), bisect_left(self._date_starts, end))

    def place_numbers(self, start: int, end: int) -> range:
        """Indices of the places that begin between two offsets."""
        return range(bisect_left(self._place_starts, start), bisect_left(self._place_starts, end))

    def is_speaker(self, offset: int) -> bool:
        """Whether the words at an offset name the speaker of a quotation."""
        return any(q.speaker is not None and q.speaker.start <= offset < q.speaker.end for q in self.quotes)

    def ends_mention(self, end: int) -> bool:
        """Whether a date or a place ends at an offset."""
        return end in self._mention_ends


_LONGEST_MENTION = 12
"""Mentions looked back over: those of one kind overlap rarely, and then only their neighbours."""


def _touching(mentions: Sequence[_M], starts: list[int], start: int, end: int) -> list[_M]:
    high = bisect_left(starts, end)
    return [m for m in mentions[max(0, high - _LONGEST_MENTION) : high] if m.end > start]


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
        if (token.pos_ in ("VERB", "AUX") and token.dep_ != "prep") or token.head.i == token.i:
            break
        token = token.head
    return token
