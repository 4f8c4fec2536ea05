"""All quantities of a text: amounts, measured, and joined where two are one."""

from __future__ import annotations

from dataclasses import replace

from core.figures.lexemes import Row
from core.figures.measuring import measured
from core.figures.number_words import DENOMINATORS
from core.figures.quantity import Quantity
from core.figures.ranges import ranges, with_cents
from core.figures.units import read_unit


def quantities(row: Row) -> list[Quantity]:
    """All quantities of a text in order; whether they are figures is decided later."""
    found = ranges(row, with_cents(row, list(measured(row))))
    return [_as_share(row, _with_unit_in_front(row, quantity)) for quantity in found]


def _with_unit_in_front(row: Row, quantity: Quantity) -> Quantity:
    """ "an hour or two", "another mile or two"."""
    i = quantity.first - 2
    if quantity.unit is not None or not is_or_two(row, quantity):
        return quantity
    found = read_unit(row, i)
    if found is None or found[1] != i + 1:
        return quantity
    return replace(quantity, unit=found[0].name, dimension=found[0].dimension)


def is_or_two(row: Row, quantity: Quantity) -> bool:
    """Whether a number in words follows "a" or "another", a noun and "or"; the noun then stands before the "or"."""
    i = quantity.first
    if row[i - 1].word != "or" or quantity.amount.form != "words" or row[i - 2].kind != "word":
        return False
    return row[i - 3].word in ("a", "an", "another", "one") and len(row.words(i - 3, 4)) == 4


def _as_share(row: Row, quantity: Quantity) -> Quantity:
    """A bare fraction in words as a share in percent: "two-thirds majority", "half of a village"."""
    first, last = quantity.number
    words = [row[i].word for i in range(first, last)]
    is_share = "of" in words or any(word in DENOMINATORS and word != "half" for word in words)
    is_share = is_share and quantity.amount.scale == 1  # "a third of a million" is a number
    if quantity.amount.form != "fraction" or quantity.unit is not None or row[first].kind != "word" or not is_share:
        return quantity
    amount = quantity.amount.as_share()
    if "of" in words:  # what it is a share of is read with its "of"
        last = first + words.index("of")
    return replace(
        quantity,
        amount=amount,
        low=amount.low,
        high=amount.high,
        last=last,
        number=(first, last),
        unit="percent",
        dimension="share",
    )
