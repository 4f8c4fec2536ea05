"""Amounts with the sign, currency, unit and rate that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from core.figures import money, units
from core.figures.amounts import may_start, read_amount
from core.figures.lexemes import HYPHENS, Row
from core.figures.literals import writes_decimal_commas
from core.figures.quantity import Amount, Quantity

_LARGE = 100_000
"""From here on words that are money behind a large number only are money: "100,000 won"."""

_STRONGEST = 11
"""Above every magnitude of an earthquake."""

_SIGNS = {"-": -1, "−": -1, "–": -1, "minus": -1, "+": 1, "plus": 1}


def measured(row: Row) -> Iterator[Quantity]:
    """Every amount of a text with what it is measured in, in order."""
    continental = writes_decimal_commas(row.text)
    free = 0
    for i, lexeme in enumerate(row.items):
        if i < free or not may_start(lexeme):
            continue
        amount = read_amount(row, i, continental)
        if amount is not None:
            quantity = _measured(row, amount, free)
            free = quantity.last
            yield quantity


def _measured(row: Row, amount: Amount, free: int) -> Quantity:
    """The amount with sign, currency or unit, and rate; lexemes before ``free`` belong to the one before."""
    first, sign = _sign(row, amount.first)
    low = amount.low if sign != -1 else -amount.low
    high = None if amount.high is None else (amount.high if sign != -1 else -amount.high)
    quantity = Quantity(
        replace(amount, low=low, high=high), first, amount.last, (first, amount.last), low, high, sign=sign
    )
    before = money.read_before(row, first)
    if before is not None and before.first >= free:
        return _rate(row, _money_before(row, quantity, before), is_money=True)
    if amount.share:
        return replace(quantity, unit="percent", dimension="share")
    return _magnitude(row, quantity, free) or _unit_behind(row, quantity)


def _magnitude(row: Row, quantity: Quantity, free: int) -> Quantity | None:
    """ "magnitude 6.4", "a magnitude of 6.4": the one unit that English puts before the number."""
    first = quantity.first - (2 if row[quantity.first - 1].word in ("of", *HYPHENS) else 1)
    if first < free or row[first].word not in ("magnitude", "magnitudes") or not row.adjoins(first + 1):
        return None
    if not row.adjoins(quantity.first) or quantity.low >= _STRONGEST:
        return None
    return replace(quantity, first=first, unit="magnitude", dimension="seismic")


def _sign(row: Row, first: int) -> tuple[int, int]:
    """Index of the sign (or the number itself) and -1, +1 or 0; a hyphen after a word is no sign."""
    i = first - 1
    word = row[i].word
    if word == "minus" and row.adjoins(first):
        return i, -1
    if word in HYPHENS and row[i - 1].word == "minus" and row.adjoins(first, 0) and row.adjoins(i, 0):
        return i - 1, -1
    if word not in _SIGNS or word == "plus" or not row.adjoins(first, 0):
        return first, 0
    previous = row.text[row[i].start - 1 : row[i].start] if row[i].start else ""
    if previous and not (previous.isspace() or previous in "($£€~[/"):
        return first, 0
    if previous.isspace() and row[i - 1].kind == "number" and word != "+":  # "300 -400" is a range
        return first, 0
    return i, _SIGNS[word]


def _absorb_suffix(row: Row, quantity: Quantity) -> Quantity:
    """An attached letter read as a scale: "£2.7m"."""
    suffix = quantity.amount.suffix
    if not suffix:
        return quantity
    scaled = quantity.scaled(Decimal(money.MULTIPLES[suffix.upper()]))
    last = quantity.last + 1
    return replace(scaled, last=last, number=(quantity.number[0], last))


def _money_before(row: Row, quantity: Quantity, before: money.Money) -> Quantity:
    quantity = _absorb_suffix(row, quantity).scaled(Decimal(before.factor))
    last = quantity.last
    unit = before.unit
    repeated = money.read_after(row, last, large=True)
    if repeated is not None and repeated.unit == unit and row[last].kind == "word":
        last = repeated.last
    elif (qualifier := money.qualifier_after(row, last)) is not None:
        unit, last = qualifier
    if row.words(last, 1) == ("sterling",):
        unit, last = "GBP", last + 1
    return replace(quantity, first=before.first, last=last, unit=unit, dimension="money", shared=before.shared)


def _unit_behind(row: Row, quantity: Quantity) -> Quantity:
    if quantity.amount.suffix:
        return _suffixed(row, quantity)
    last = quantity.last
    if quantity.amount.form == "vague" and row.words(last, 1) == ("of",):  # "millions of dollars"
        last += 1
    large = quantity.amount.scale >= 1000 or abs(quantity.low) >= _LARGE
    after = money.read_after(row, last, large)
    if after is not None:
        return _rate(row, _money_after(row, quantity, after), is_money=True)
    found = units.read_unit(row, last)
    if found is None:
        last = quantity.last
        if row[last].word in HYPHENS and row.adjoins(last, 0) and row.adjoins(last + 1):
            return replace(quantity, hyphened=row[last + 1].kind == "word")
        return quantity
    unit, end = found
    hyphened = row[last].word in HYPHENS
    quantity = replace(quantity, last=end, unit=unit.name, dimension=unit.dimension, hyphened=hyphened)
    if unit.dimension == "time":
        quantity = _old(row, quantity)
    return _rate(row, quantity, is_money=False)


def _suffixed(row: Row, quantity: Quantity) -> Quantity:
    """ "2.7m" without a currency before: euros behind, a unit, or a scale in front of what is counted."""
    scaled = _absorb_suffix(row, quantity)
    after = money.read_after(row, scaled.last, large=True)
    if after is not None:
        return _rate(row, _money_after(row, scaled, after), is_money=True)
    following = row[scaled.last].word if row.adjoins(scaled.last) else ""
    if quantity.amount.suffix in ("M", "B") or following == "people" or (len(following) > 3 and following[-1] == "s"):
        return _rate(row, scaled, is_money=False)
    found = units.read_unit(row, quantity.last)
    if found is None:
        return _rate(row, scaled, is_money=False)
    unit, end = found
    return _rate(row, replace(quantity, last=end, unit=unit.name, dimension=unit.dimension), is_money=False)


def _money_after(row: Row, quantity: Quantity, after: money.Money) -> Quantity:
    quantity = quantity.scaled(Decimal(after.factor))
    quantity = replace(quantity, last=after.last, unit=after.unit, dimension="money", shared=after.shared)
    scale = read_amount(row, after.last) if row[after.last].word in ("million", "billion", "trillion") else None
    if scale is not None and row.adjoins(after.last):  # "20 USD million"
        quantity = replace(quantity.scaled(scale.low), last=scale.last)
    return quantity


def _rate(row: Row, quantity: Quantity, is_money: bool) -> Quantity:
    if quantity.dimension is None:
        return quantity
    rate = units.read_rate(row, quantity.last, is_money)
    return quantity if rate is None else replace(quantity, per=rate[0], last=rate[1])


def _old(row: Row, quantity: Quantity) -> Quantity:
    """Behind a unit of time: "old", "-olds", "of age"."""
    i = quantity.last
    if row[i].word in HYPHENS and row.adjoins(i):
        i += 1
    if row[i].word in ("old", "olds") and row.adjoins(i):
        return replace(quantity, old=True, last=i + 1)
    if row.words(quantity.last, 2) == ("of", "age"):
        return replace(quantity, old=True, last=quantity.last + 2)
    if row.text[row[i - 1].start : row[i - 1].end] == "yo":
        return replace(quantity, old=True)
    return quantity
