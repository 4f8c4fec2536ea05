"""Passages: the pieces of a document that are found. A paragraph is one; a long one is cut behind sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.desk.search.normalising import Token, tokens
from core.models import Extraction
from core.text.paragraphs import paragraphs

MOST_CHARACTERS = 1_500
MOST_WORDS = 250
"""Words of one passage: PostgreSQL forgets where a word stands after it has occurred 255 times in a text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text, and its words in their normal form."""

    start: int
    end: int
    words: tuple[str, ...]


def passages(record: Extraction) -> list[Passage]:
    """The passages of a document in order; together they hold each of its words."""
    ends = [end for _, end in record.sentences]
    return [
        piece
        for paragraph in paragraphs(record.text)
        for piece in _pieces(record.text, paragraph.start, paragraph.end, ends)
    ]


def _pieces(text: str, start: int, end: int, sentence_ends: Sequence[int]) -> Iterator[Passage]:
    found = [Token(t.text, t.start + start, t.end + start) for t in tokens(text[start:end])]
    first = 0
    while first < len(found):
        last, until = _cut(found, first, (start, end), sentence_ends)
        yield Passage(start, until, tuple(token.text for token in found[first:last]))
        first, start = last, until
        while start < end and text[start].isspace():
            start += 1


def _cut(found: Sequence[Token], first: int, rest: tuple[int, int], sentence_ends: Sequence[int]) -> tuple[int, int]:
    """Which token comes after the passage that begins with a token, and where the passage ends.

    That is behind the last sentence for which there is room, else behind a word; at least one word has room.
    """
    start, end = rest
    last = min(first + MOST_WORDS, len(found))
    while last > first + 1 and found[last - 1].end - start > MOST_CHARACTERS:
        last -= 1
    while first + 1 < last < len(found) and found[last].start < found[last - 1].end:  # both of one sign, such as ½
        last -= 1
    if last == len(found):
        return last, min(end, max(start + MOST_CHARACTERS, found[-1].end))
    until = sentence_ends[bisect_right(sentence_ends, found[last].start) - 1] if sentence_ends else 0
    whole = first + sum(token.end <= until for token in found[first:last])
    if whole > first and found[whole].start >= until and until - start <= MOST_CHARACTERS:
        return whole, until
    return last, found[last - 1].end
