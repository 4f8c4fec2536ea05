"""All quantities of a text: amounts, measured, and joined where two are one."""

from __future__ import annotations

from dataclasses import replace

from core.figures.lexemes import Row
from core.figures.measuring import measured
from core.figures.number_words import DENOMINATORS
from core.figures.quantity import Quantity
from core.figures.ranges import ranges, with_cents


def quantities(row: Row) -> list[Quantity]:
    """All quantities of a text in order; whether they are figures is decided later."""
    return [_as_share(row, quantity) for quantity in ranges(row, with_cents(row, list(measured(row))))]


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
