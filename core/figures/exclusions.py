"""Numbers that are no figures."""

from __future__ import annotations

from core.figures.counted import Counted
from core.figures.labels import is_label
from core.figures.lexemes import Row
from core.figures.quantity import Quantity
from core.figures.reading import Reading
from core.figures.signs import is_glued, is_score
from core.figures.whereabouts import is_address, is_clock_time, is_day, is_year

_ONE_IDIOMS = frozenset("another off way sided stop self by".split())


def is_no_figure(reading: Reading, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether a number is something else than a quantity.

    Args:
        reading: the text.
        quantity: the number with its unit.
        noun: what it would count, where the grammar shows a noun.
    """
    row = reading.row
    if is_glued(row, quantity) or is_clock_time(row, quantity) or is_score(row, quantity):
        return True
    return quantity.unit is None and (
        is_label(reading, quantity, noun)
        or is_year(row, quantity, noun)
        or is_day(row, quantity)
        or is_address(row, quantity)
        or _is_list_number(row, quantity)
        or _is_pronoun_one(row, quantity, noun)
    )


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
