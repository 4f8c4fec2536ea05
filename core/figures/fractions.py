"""Fractions: "half a million", "two-thirds of", "3/4 mile", "one in five", "two and a half"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core.figures.lexemes import HYPHENS, Row
from core.figures.literals import value_of
from core.figures.number_words import DENOMINATORS, ONES, SCALES
from core.figures.quantity import Amount, with_scales
from core.figures.spelled import read_cardinal
from core.lexicon import meaning

_BOTTOMS = frozenset("2 3 4 5 6 8 10 12 16 20 32 64 100 128 1000".split())
_OF_GAMES = frozenset("first second other latter opening better top bottom back final".split())
"""What makes "half" a stretch of time: "the second half"."""

_ORDINAL_TOO = frozenset(word for word in DENOMINATORS if not word.endswith("s") and word != "half")
_HALF_OPENERS = meaning("function_words", "possessive", "demonstrative") | {"of", "the", "all"}
_YEARS = range(1800, 2101)
"""What "one in 1999" names."""

_WAYS = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",))
_LONGEST_WAY = max(map(len, _WAYS))


def read_fraction(row: Row, i: int) -> Amount | None:
    """A fraction in words that begins at lexeme ``i``: a share, a part of a unit, or a factor of a scale."""
    if row[i].word == "quarter" and row[i + 1].word in SCALES and row.adjoins(i + 1):
        return with_scales(row, Amount(i, i + 1, Decimal("0.25"), Decimal("0.25"), "fraction"))
    found = _in_words(row, i)
    if found is None or (row[i].word == "half" and _is_of_game(row, i)):
        return None
    value, last = found
    amount = Amount(i, last, value, value, "fraction")
    if _may_be_ordinal(row, amount):  # "a third attack", but "a quarter million"
        return _before_scale(row, amount) if row[last - 1].word == "quarter" else None
    return meant(row, amount)


def _is_of_game(row: Row, i: int) -> bool:
    before = i - 2 if row[i - 1].word in HYPHENS else i - 1
    return row[before].word in _OF_GAMES


def _may_be_ordinal(row: Row, amount: Amount) -> bool:
    first, following = row[amount.first].word, row[amount.last].word
    if _is_by(row, amount):
        return False
    if first not in ("a", "an", "one") or row[amount.last - 1].word not in _ORDINAL_TOO or following == "of":
        return False
    return first != "one" or following in HYPHENS


def _is_by(row: Row, amount: Amount) -> bool:
    """ "fell by a third", "cut by half", and nothing behind it."""
    ends = row[amount.last].kind == "mark" or row[amount.last].word in ("in", "since", "this", "last", "over", "and")
    return row[amount.first].kind == "word" and row[amount.first - 1].word == "by" and ends


def _in_words(row: Row, i: int) -> tuple[Decimal, int] | None:
    """(value, end) of "half", "a third", "two-thirds", "three quarters" at lexeme ``i``."""
    if row[i].word == "half":
        return Decimal("0.5"), i + 1
    top = Decimal(1) if row[i].word in ("a", "an", "one") else ONES.get(row[i].word)
    after = row.word_after(i)
    if top is None or after is None or row[after].word not in DENOMINATORS:
        return None
    bottom, plural = DENOMINATORS[row[after].word], row[after].word.endswith("s")
    return None if (top == 1) == plural or top >= bottom else (top / bottom, after + 1)


def slashed(row: Row, i: int) -> Decimal | None:
    """ "3/4" at lexeme ``i`` as a proper fraction; None for dates, scores and the like."""
    top, slash, bottom = row[i], row[i + 1], row[i + 2]
    if slash.word not in ("/", "⁄") or (top.kind, bottom.kind) != ("number", "number"):
        return None
    if not (row.adjoins(i + 1, 0) and row.adjoins(i + 2, 0)) or (row[i + 3].word == "/" and row.adjoins(i + 3, 0)):
        return None
    if bottom.word not in _BOTTOMS or not top.word.isdecimal() or len(top.word) > 3:
        return None
    return Decimal(top.word) / Decimal(bottom.word) if int(top.word) < int(bottom.word) else None


def meant(row: Row, amount: Amount) -> Amount | None:
    """What a fraction stands for: "half a million" a number, "half of them" 50 percent, "½ mile" a part of a unit."""
    if number := _before_scale(row, amount):
        return number
    if _is_by(row, amount):
        return amount.as_share()
    last, half = amount.last, row[amount.first].word == "half"
    if not row.adjoins(last):
        return None if half or row[amount.first].kind != "word" else amount
    words = row.words(last, 2)
    if words[0] in ("a", "an"):
        return replace(amount, last=last + 1)
    if words in (("of", "a"), ("of", "an")):
        return replace(amount, last=last + 2)
    if words[0] == "of" or (half and words[0] in _HALF_OPENERS):
        return amount.as_share()
    return amount if not half or row.word_after(last - 1) is not None else None


def _before_scale(row: Row, amount: Amount) -> Amount | None:
    """ "half a million", "a quarter of a million", "three quarters billion"; otherwise None."""
    j = amount.last
    for words in (("of",), ("a", "an")):
        if row[j].word in words and row.adjoins(j):
            j += 1
    if not row.adjoins(j) or row[j].word not in SCALES or row[j].kind != "word":
        return None
    return with_scales(row, replace(amount, last=j))


def and_a_half(row: Row, amount: Amount) -> Amount:
    """ "two and a half", "one-and-a-half million", "three and three-quarters"."""
    i = amount.last
    while row[i].word in HYPHENS and row.adjoins(i, 0):
        i += 1
    part = _in_words(row, row.word_after(i) or i) if row[i].word == "and" and row.adjoins(i) else None
    if part is None:
        return amount
    value = amount.low + part[0]
    return with_scales(row, replace(amount, last=part[1], low=value, high=value))


def one_in(row: Row, amount: Amount, continental: bool = False) -> Amount:
    """ "one in five", "2 out of every three", "nine in ten" as a share; any other amount as it is."""
    i = amount.last
    if not row.adjoins(i) or amount.scale > 1 or amount.suffix or amount.low != int(amount.low):
        return amount
    words = row.words(i, _LONGEST_WAY)
    way = next((way for way in _WAYS if words[: len(way)] == way), None)
    whole = _denominator(row, i + len(way), continental) if way and row.adjoins(i + len(way)) else None
    if whole is None or not 0 < amount.low < whole[0] <= 1_000_000:
        return amount
    percent = round(amount.low / whole[0] * 100, 1 if whole[0] < 1000 else 4)
    return replace(amount, last=whole[1], low=percent, high=percent, share=True, form="fraction")


def _denominator(row: Row, i: int, continental: bool) -> tuple[Decimal, int] | None:
    """The whole number in "one in …" at lexeme ``i`` and its end; not a year."""
    if row[i].kind == "number":
        value = value_of(row[i].word, continental)
        is_year = value is not None and int(value) in _YEARS and "," not in row[i].word
        return None if value is None or value != int(value) or is_year else (value, i + 1)
    found = read_cardinal(row, i) if row[i].kind == "word" else None
    return (found.low, found.last) if found else None
