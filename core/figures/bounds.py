"""Words that open a value to one side: "at least 20", "nearly 30 percent", "a hundred or so"."""

from __future__ import annotations

from dataclasses import dataclass

from core.figures.lexemes import HYPHENS, Row
from core.figures.number_words import ONES, TENS, VAGUE
from core.lexicon import meaning
from core.lexicon.bounds import LONGEST, bound_phrases
from core.models import Bound

_FILLERS = meaning("numbers", "added") | {"a", "an", "just", "only"}
_MOST_FILLERS = 3
"""Words between a bound and its number: "at least just another 5"."""


@dataclass(frozen=True, slots=True)
class BoundWords:
    """A bound and the lexemes that say it, ``first`` to ``last`` (exclusive)."""

    bound: Bound
    first: int
    last: int


def bound_before(row: Row, first: int) -> BoundWords | None:
    """The bound in front of lexeme ``first``, over fillers as in "at least another 5"."""
    end = first - 3 if row.words_before(first, 3) == ("a", "total", "of") else first
    for _ in range(_MOST_FILLERS + 1):
        if not row.adjoins(end, 2):
            return None
        words = row.words_before(end, LONGEST)
        for count in range(len(words), 0, -1):
            phrase = bound_phrases("before").get(words[-count:])
            if phrase is not None and not _is_markup(row, end - count):
                return BoundWords(phrase.bound, end - count, end)
        if words[-1] not in _FILLERS:
            return None
        end -= 1
    return None


def _is_markup(row: Row, i: int) -> bool:
    """Whether "<" or ">" belongs to a tag and compares nothing."""
    return row[i].word in ("<", ">") and row[i - 1].end == row[i].start


def bound_after(row: Row, last: int) -> BoundWords | None:
    """The bound that follows lexeme ``last`` - 1: "or so", "or more", "+"."""
    if not row.adjoins(last) or (row[last].word in HYPHENS and row[last].start > row[last - 1].end):
        return None
    words = row.words(last, LONGEST)
    for count in range(len(words), 0, -1):
        phrase = bound_phrases("behind").get(words[:count])
        if phrase is not None and not _opens_next(row, last + count):
            return BoundWords(phrase.bound, last, last + count)
    return None


def _opens_next(row: Row, i: int) -> bool:
    """Whether a number follows, which the words bound instead: "2,000 flats and over 90 schools"."""
    word = row[i].word
    return row.adjoins(i) and (row[i].kind == "number" or word in ONES or word in TENS or word in VAGUE)
