"""Numbers that are no figures: pronouns, codes, list numbers, scores, parts of a longer sign (T-72, 24/7)."""

from __future__ import annotations

from core.figures.ages import is_person
from core.figures.annotated_text import AnnotatedText
from core.figures.bounds import bound_before
from core.figures.counted import Counted
from core.figures.labels import is_in_name, is_label
from core.figures.lexemes import HYPHENS, Row
from core.figures.quantity import Quantity
from core.figures.whereabouts import counts_behind_month, is_address, is_clock_time, is_day, is_year

_ONE_IDIOMS = frozenset("another off way sided stop self by".split())


def is_no_figure(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether a number is something else than a quantity.

    Args:
        reading: the text.
        quantity: the number with its unit.
        noun: what it would count, where the grammar shows a noun.
    """
    row = annotated.row
    if is_glued(row, quantity) or is_clock_time(row, quantity) or is_score(row, quantity):
        return True
    if is_in_name(annotated, quantity, noun):
        return True
    return quantity.unit is None and (
        is_label(annotated, quantity, noun)
        or is_year(row, quantity, noun)
        or (is_day(row, quantity) and not counts_behind_month(annotated, quantity))
        or is_address(row, quantity)
        or _is_list_number(row, quantity)
        or _is_code(row, quantity)
        or _is_hyphened_label(row, quantity)
        or _is_pronoun_one(row, quantity, noun)
        or _is_idiom(annotated, quantity, noun)
        or _is_one_speaker(annotated, quantity, noun)
    )


def _is_one_speaker(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """ "one analyst said": somebody, whom the text does not name; "at least one analyst said" counts."""
    first, last = quantity.number
    if noun is None or annotated.row[first].word != "one" or last - first != 1 or bound_before(annotated.row, first):
        return False
    return is_person(annotated.view.doc[noun.head]) and annotated.is_speaker(annotated.row[first].start)


def _is_code(row: Row, quantity: Quantity) -> bool:
    """ "0161", "007", "the code is 4410": zeros in front, or a number that is said to be a code."""
    first, last = quantity.number
    if quantity.amount.form != "digits" or last - first != 1:
        return False
    if len(row[first].word) > 1 and row[first].word[0] == "0" and row[first].word.isdecimal():
        return True
    return row[first - 1].word in ("is", "was") and row[first - 2].word in _CODES


_CODES = frozenset("code pin postcode password size".split())


def _is_hyphened_label(row: Row, quantity: Quantity) -> bool:
    """ "a two-time champion", "the .50-calibre gun"."""
    return quantity.hyphened and row[quantity.number[1] + 1].word in ("time", "times", "calibre", "caliber")


def _is_idiom(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """ "one thing", "at one point", "one of a kind", "one or more": one of nothing in particular."""
    row, (first, last) = annotated.row, quantity.number
    if row[first].word != "one" or last - first != 1 or quantity.between:
        return False
    if row.words(last, 3) == ("of", "a", "kind") or row.words(last, 2) == ("or", "more"):
        return True
    lemma = annotated.view.doc[noun.head].lemma_.lower() if noun else ""
    return lemma in _VAGUE_NOUNS or (row[first - 1].word in ("at", "on") and lemma in _MOMENTS)


_VAGUE_NOUNS = frozenset({"thing", "way"})
_MOMENTS = frozenset("point time stage moment side hand occasion level".split())


def _is_list_number(row: Row, quantity: Quantity) -> bool:
    """ "1." or "2)" at the head of a line, "[12]", "(3)"."""
    i, last = quantity.first, quantity.last
    if quantity.amount.form != "digits" or last - i != 1 or len(row[i].word) > 3:
        return False
    before, after = row[i - 1], row[last]
    enclosed = before.word in ("(", "[") and before.end == row[i].start
    if enclosed and after.word in (")", "]") and after.start == row[i].end:
        return True
    at_head = i == 0 or "\n" in row.text[before.end : row[i].start]
    closes = after.word in (".", ")") and row.adjoins(last)
    return closes and (at_head or (after.word == ")" and not _is_open(row, i)))


def _is_open(row: Row, i: int) -> bool:
    """Whether a bracket is open at lexeme ``i``."""
    depth = 0
    for k in range(max(0, i - 40), i):
        depth += {"(": 1, ")": -1}.get(row[k].word, 0)
    return depth > 0


def _is_pronoun_one(row: Row, quantity: Quantity, noun: Counted | None) -> bool:
    first, last = quantity.number
    if row[first].word != "one" or last - first != 1 or quantity.between:
        return False
    if quantity.hyphened:
        return row[last + 1].word in _ONE_IDIOMS
    if noun is None or row[last].word in _ONE_IDIOMS:
        return True
    return row.words(first - 1, 3) == ("the", "one", "hand")


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
