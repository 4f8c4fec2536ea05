"""Numbers that tell when or where: clock times, years, days, house numbers."""

from __future__ import annotations

import re

from core.figures.annotated_text import AnnotatedText
from core.figures.counted import Counted
from core.figures.lexemes import Row
from core.figures.number_words import ONES
from core.figures.quantity import Quantity
from core.lexicon import meaning

_MONTHS = meaning("time", "month", "short month")
_STREETS = meaning("places", "street", "address")
_BEFORE_YEAR = (
    meaning("function_words", "preposition of years")
    | meaning("time", "month", "season")
    | frozenset("early late mid and fiscal circa election cup championship olympics games the year years".split())
)
_WITHIN = frozenset("in since during last this".split())
_BEFORE_COUNT = frozenset("some than nearly almost roughly approximately least most".split())
_TIMETABLED = frozenset("train bus ferry flight service sailing boat".split())
_HOUR_AND_MINUTES = re.compile(r"\A[012]?\d[.:][0-5]\d\Z")
_YEARS = range(1500, 2101)
"""Numbers of four digits that may be years though no date was read there."""

_OCLOCK = frozenset({("a", ".", "m"), ("p", ".", "m"), ("o", "'", "clock"), ("o", "’", "clock")})


def is_clock_time(row: Row, quantity: Quantity) -> bool:
    """ "10.45pm", "5 a.m.", "nine o'clock", "half past six", "the 8.15 train"."""
    first, i = quantity.number
    if quantity.amount.low > 60 or quantity.unit not in (None, "minute"):
        return False
    if row[first - 1].word == "past" and row.adjoins(first) and row[first - 2].word in ("half", "quarter", "minutes"):
        return True
    if not row.adjoins(i):
        return False
    if row[i].word == "past" or row[i].word in ("am", "pm") or row.words(i, 3) in _OCLOCK:
        return row[i].word != "past" or row[i + 1].word in ONES
    return row[i].word in _TIMETABLED and _HOUR_AND_MINUTES.match(row[first].word) is not None


def is_year(row: Row, quantity: Quantity, noun: Counted | None) -> bool:
    """A year where no date was read: four digits without a noun, or after a word that asks for a year."""
    if quantity.between and quantity.ends is not None:
        return all(is_year(row, end, noun) for end in quantity.ends)
    literal, before = row[quantity.number[0]].word, row[quantity.first - 1].word
    if quantity.last - quantity.number[0] != 1 or len(literal) != 4 or not literal.isdecimal():
        return False
    if int(literal) not in _YEARS or before in _BEFORE_COUNT:
        return False
    return noun is None or (before in _BEFORE_YEAR and row.adjoins(quantity.first))


def is_day(row: Row, quantity: Quantity) -> bool:
    """ "Sept. 30", "1 May", where no date was read."""
    if quantity.amount.form != "digits" or not 1 <= quantity.low <= 31 or quantity.between:
        return False
    before = quantity.first - 2 if row[quantity.first - 1].word == "." else quantity.first - 1
    if row[before].word in _MONTHS and row.adjoins(quantity.first):
        return True
    return row[quantity.last].word in _MONTHS and row.adjoins(quantity.last) and row[quantity.last + 1].word != "be"


def counts_behind_month(annotated: AnnotatedText, quantity: Quantity) -> bool:
    """ "In March 17 soldiers died", "by 6 May 17 soldiers": no day or year; "on March 17 troops fled" has one."""
    row, first = annotated.row, quantity.first
    if len(row[first].word) > 2 or row[first - 1].word not in _MONTHS or not row.adjoins(first):
        return False
    if row[first - 2].word not in _WITHIN and row[first - 2].kind != "number":
        return False
    return quantity.unit is not None or (row.adjoins(quantity.last) and _is_plural(annotated, row[quantity.last].start))


def _is_plural(annotated: AnnotatedText, offset: int) -> bool:
    return annotated.view.doc[annotated.view.token_at(offset)].tag_ == "NNS"


def is_address(row: Row, quantity: Quantity) -> bool:
    """ "14 Baker Street", "7 W 3rd Street", "10-12 Mill Lane"."""
    scaled = quantity.amount.scale > 1 and not quantity.amount.suffix  # "221B" is a house, not 221 billion
    if quantity.amount.form != "digits" or scaled:
        return False
    for i in range(quantity.last, quantity.last + 5):
        lexeme = row[i]
        if not row.adjoins(i) or (lexeme.kind == "mark" and lexeme.word != "."):
            return False
        capital = row.text[lexeme.start].isupper()
        if capital and lexeme.word in _STREETS and (i > quantity.last or lexeme.word in _BEFORE_NAMES):
            return True
        if lexeme.kind == "word" and not capital and lexeme.word not in ("st", "nd", "rd", "th"):
            return False
    return False


_BEFORE_NAMES = frozenset({"ave", "rue"})
