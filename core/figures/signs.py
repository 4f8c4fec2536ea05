"""Numbers that are part of a longer sign: T-72, 24/7, 3-1, 555-1234, identifiers."""

from __future__ import annotations

from core.figures.lexemes import HYPHENS, Row
from core.figures.quantity import Quantity

_FREE_BEFORE_HYPHEN = frozenset("sub now minus plus".split())
_TIES = frozenset("-‐‑–/:'’")
_SCORE_NOUNS = frozenset("win victory defeat loss draw lead decision tie scoreline record triumph thrashing".split())
_LONGEST_COUNT = 9
"""Digits of a plain number without separators; longer rows are identifiers."""


def is_glued(row: Row, quantity: Quantity) -> bool:
    """Whether a number belongs to a longer sign: T-72, XC40, 3s, 24/7, 555-1234, #5, +44 20 7946 0958."""
    text = row.text
    start, end = row[quantity.first].start, row[quantity.last - 1].end
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalnum() or after.isalnum() or before in ("#", "@", "_", "\\") or after in ("_", "@"):
        return True
    if quantity.amount.form != "digits":
        return False
    if (after in _TIES and text[end + 1 : end + 2].isdigit()) or (before in _TIES and _is_tail(row, quantity)):
        return True
    return quantity.unit is None and (_is_in_row(row, quantity) or _is_identifier(row, quantity))


def _is_tail(row: Row, quantity: Quantity) -> bool:
    """Whether a sign before the number ties it to a word or number: "COVID-19", "9/11"."""
    sign, beyond = row[quantity.first - 1], row[quantity.first - 2]
    tied = beyond.end == sign.start and beyond.kind in ("word", "number")
    return tied and beyond.word not in _FREE_BEFORE_HYPHEN and not (quantity.unit and sign.word == "/")


def _is_in_row(row: Row, quantity: Quantity) -> bool:
    """ "+44 20 7946 0958": bare numbers one behind the other."""
    first, last = quantity.first, quantity.last
    before = row[first - 1].kind == "number" and row.adjoins(first)
    after = row[last].kind == "number" and row.adjoins(last)
    return (before and after) or (quantity.sign > 0 and after) or (before and row[first - 2].kind in ("number", "mark"))


def _is_identifier(row: Row, quantity: Quantity) -> bool:
    written = row[quantity.first].word
    return quantity.last - quantity.first == 1 and len(written) > _LONGEST_COUNT and written.isdigit()


def is_score(row: Row, quantity: Quantity) -> bool:
    """ "a 2-3 defeat", and the telephone number 555-1234; "2-0" is glued already."""
    if not quantity.between or quantity.unit is not None:
        return False
    first, last = quantity.number
    if row[last].word in _SCORE_NOUNS:
        return True
    return row[first + 1].word in HYPHENS and len(row[first].word) == 3 and len(row[last - 1].word) == 4
