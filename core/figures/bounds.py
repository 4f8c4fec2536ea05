"""Words that open a value to one side: "at least 20", "nearly 30 percent", "a hundred or so"."""

from __future__ import annotations

from dataclasses import dataclass

from core.figures.lexemes import HYPHENS, Row
from core.figures.number_words import ONES, TENS, VAGUE
from core.models import Bound

_BEFORE: dict[Bound, str] = {
    "at least": "at least|no fewer than|no less than|not less than|not fewer than|at a minimum|a minimum of|minimum of"
    "|starting at|starting from|upwards of|upward of|≥|as few as|as little as",
    "more than": "more than|over|above|in excess of|exceeding|exceed|exceeds|exceeded|just over|just above|well over"
    "|well above|greater than|larger than|higher than|beyond|topping|topped|surpassing|surpassed|>|over than"
    "|better than|barely more than|longer than|older than|further than",
    "at most": "up to|as many as|as much as|at most|no more than|not more than|not exceeding|a maximum of|maximum of"
    "|at a maximum|≤|capped at|limited to|as high as|as long as|at the most",
    "less than": "nearly|almost|less than|fewer than|under|below|just under|just below|well under|well below|lower than"
    "|smaller than|not quite|shy of|just shy of|short of|<|practically|approaching|younger than|shorter than|sub -|sub",
    "about": "about|around|roughly|approximately|approx|approx .|some|circa|ca|ca .|~|≈|∼|an estimated|estimated"
    "|on the order of|of the order of|in the order of|in the region of|close to|near|at about|at around|more or less"
    "|something like|barely|averaging|averaged|averages",
}
_AFTER: dict[Bound, str] = {
    "at least": "or more|or higher|or above|or over|or longer|or older|and over|and above|and up|and older|at least"
    "|- plus|+|at a minimum",
    "at most": "or less|or fewer|or under|or below|or younger|and under|at most|at the most|or lower|or shorter",
    "about": "or so|or thereabouts|more or less|give or take|- ish|ish|- odd|odd",
}
_FILLERS = frozenset({"a", "an", "another", "additional", "further", "extra", "just", "only"})
_LONGEST = 5


def _table(phrases: dict[Bound, str]) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for bound, all_ in phrases.items() for phrase in all_.split("|")}


_LEFT, _RIGHT = _table(_BEFORE), _table(_AFTER)


@dataclass(frozen=True, slots=True)
class BoundWords:
    """A bound and the lexemes that say it, ``first`` to ``last`` (exclusive)."""

    bound: Bound
    first: int
    last: int


def bound_before(row: Row, first: int) -> BoundWords | None:
    """The bound in front of lexeme ``first``, over fillers as in "at least another 5"."""
    end = first - 3 if row.words(first - 3, 3) == ("a", "total", "of") else first
    for _ in range(4):
        for count in range(_LONGEST, 0, -1):
            bound = _LEFT.get(_words(row, end - count, end))
            if bound is not None and row.adjoins(end, 2) and not _is_markup(row, end - count):
                return BoundWords(bound, end - count, end)
        if row[end - 1].word not in _FILLERS or not row.adjoins(end, 2):
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
    for count in (3, 2, 1):
        words = row.words(last, count)
        bound = _RIGHT.get(words) if len(words) == count else None
        if bound is not None and not _opens_next(row, last + count):
            return BoundWords(bound, last, last + count)
    return None


def _opens_next(row: Row, i: int) -> bool:
    """Whether a number follows, which the words bound instead: "2,000 flats and over 90 schools"."""
    word = row[i].word
    return row.adjoins(i) and (row[i].kind == "number" or word in ONES or word in TENS or word in VAGUE)


def _words(row: Row, start: int, end: int) -> tuple[str, ...]:
    return row.words(start, end - start) if start >= 0 else ()
