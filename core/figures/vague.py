"""Amounts that the words leave open: "dozens", "tens of thousands", "several hundred", "a couple of"."""

from __future__ import annotations

from decimal import Decimal

from core.figures.amount import Amount
from core.figures.lexemes import Row
from core.figures.number_words import FEW, SCALES, VAGUE


def read_vague(row: Row, i: int) -> Amount | None:
    """A vague amount at lexeme ``i``: its low end is twice the unit that is named, its high end open."""
    return _plural(row, i) if row[i].word in VAGUE else _few(row, i)


def _plural(row: Row, i: int) -> Amount | None:
    low, last = 2 * VAGUE[row[i].word], i + 1
    while row[last].word == "of" and row[last + 1].word in VAGUE and row.adjoins(last) and row.adjoins(last + 1):
        low, last = low * VAGUE[row[last + 1].word], last + 2
    if row[i].word in ("tens", "scores") and last == i + 1 and row[last].word != "of" and not _are_people(row, i):
        return None
    return Amount(i, last, low, None, "vague")


def _are_people(row: Row, i: int) -> bool:
    """ "Scores were hurt", "scores died", unlike "the scores were close"."""
    opens = row[i - 1].kind == "mark" or row[i - 1].word in ("and", "while", "that", "but")
    return row[i].word == "scores" and opens and row[i + 1].word in _PEOPLE_DO and row.adjoins(i + 1)


_PEOPLE_DO = frozenset("were are have had was died fled gathered remain remained marched more others".split())


def _few(row: Row, i: int) -> Amount | None:
    """ "several hundred", "a few dozen"; "a couple of hundred" is 200 and "a couple of" 2."""
    start = i + 1 if row[i].word == "a" else i
    if row[start].word not in FEW or (start > i and not row.adjoins(start)):
        return None
    couple = row[start].word == "couple"
    last = start + 2 if row[start + 1].word == "of" else start + 1
    if not row.adjoins(last) or row[last].word not in SCALES:
        is_two = couple and start > i and last == start + 2
        return Amount(i, start + 1, Decimal(2), Decimal(2), "words") if is_two else None
    low = Decimal(2)
    while row[last].word in SCALES and row.adjoins(last):
        low, last = low * SCALES[row[last].word], last + 1
    return Amount(i, last, low, low if couple else None, "words" if couple else "vague", scale=low / 2)
