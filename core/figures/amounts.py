"""The number grammar: digits, words, fractions and vague amounts → low and high."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

from core.figures.fractions import and_a_half, meant, one_in, read_fraction, slashed
from core.figures.lexemes import HYPHENS, Lexeme, Row
from core.figures.literals import value_of
from core.figures.number_words import ATTACHED_SCALES, FEW, LETTER_SCALES, ONES, SCALES, TENS, VAGUE
from core.figures.quantity import Amount, with_scales
from core.figures.spelled import read_cardinal, read_vague

_STARTERS = frozenset({"a", "an", "half", "quarter"}) | set(ONES) | set(TENS) | set(SCALES) | set(VAGUE) | FEW


def may_start(lexeme: Lexeme) -> bool:
    """Whether an amount can begin with a lexeme: a quick look before :func:`read_amount`."""
    return lexeme.word in _STARTERS or lexeme.kind in ("number", "fraction")


def read_amount(row: Row, i: int, continental: bool = False) -> Amount | None:
    """The longest amount that starts at lexeme ``i``, or None.

    Args:
        row: the text.
        i: a lexeme of it.
        continental: the text writes decimal commas.
    """
    if row[i].kind == "number":
        return _digits(row, i, continental)
    if row[i].kind == "fraction":
        value = _character(row, i)
        return meant(row, Amount(i, i + 1, value, value, "fraction"))
    return (read_vague(row, i) or read_fraction(row, i) or _words(row, i)) if row[i].word in _STARTERS else None


def _words(row: Row, i: int) -> Amount | None:
    amount = read_cardinal(row, i)
    return one_in(row, and_a_half(row, amount)) if amount else None


def _digits(row: Row, i: int, continental: bool) -> Amount | None:
    value = value_of(row[i].word, continental)
    if value is None:
        return None
    if part := slashed(row, i):
        return meant(row, Amount(i, i + 3, part, part, "fraction"))
    amount = _with_part(row, _power_of_ten(row, Amount(i, i + 1, value, value, "digits")))
    return one_in(row, with_scales(row, _attached_scale(row, amount)), continental)


def _with_part(row: Row, amount: Amount) -> Amount:
    """ "2½", "6 1/4"."""
    i = amount.last
    if not row.adjoins(i):
        return amount
    part, last = (_character(row, i), i + 1) if row[i].kind == "fraction" else (slashed(row, i), i + 3)
    return replace(amount, last=last, low=amount.low + part, high=amount.low + part) if part else amount


def _attached_scale(row: Row, amount: Amount) -> Amount:
    """ "1.2bn": scaled at once; "2.7m": remembered, for it may be metres."""
    word = row[amount.last]
    if word.kind != "word" or word.start != row[amount.last - 1].end:
        return amount
    if word.word in ATTACHED_SCALES:
        return replace(amount, last=amount.last + 1).scaled(ATTACHED_SCALES[word.word])
    return replace(amount, suffix=row.text[word.start : word.end]) if word.word in LETTER_SCALES else amount


def _power_of_ten(row: Row, amount: Amount) -> Amount:
    """ "6.2×10−3", "3 x 10^8"."""
    i = amount.last
    if row[i].word not in ("×", "x", "·") or row[i + 1].word != "10" or not row.adjoins(i) or not row.adjoins(i + 1):
        return amount
    j, sign = i + 2, 1
    while row[j].word in ("^", *HYPHENS) and row.adjoins(j, 0):
        sign, j = (sign if row[j].word == "^" else -1), j + 1
    if j == i + 2 or row[j].kind != "number" or len(row[j].word) > 2 or not row[j].word.isdecimal():
        return amount
    return replace(amount, last=j + 1).scaled(Decimal(10) ** (sign * int(row[j].word)))


def _character(row: Row, i: int) -> Decimal:
    return Decimal(str(unicodedata.numeric(row.text[row[i].start])))
