"""Amounts with their currency or unit, and ranges of two of them → quantities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from core.figures import money, units
from core.figures.amounts import Amount, as_share, may_start, read_amount
from core.figures.lexemes import HYPHENS, Row
from core.figures.literals import writes_decimal_commas
from core.figures.number_words import DENOMINATORS

_SIGNS = {"-": -1, "−": -1, "–": -1, "minus": -1, "+": 1, "plus": 1}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit: lexemes ``first`` to ``last`` (exclusive), the bare number ``number`` (first, last).

    ``dimension`` is "money", "share", "time", "length" …, or None for a plain count. ``between`` marks a range,
    ``ends`` its two ends as they stand; ``sign`` is a written "+" or "-"; ``old`` says that a unit of time tells an
    age ("25-year-old", "years of age"), ``hyphened`` that the number is tied to the next word ("three-member").
    """

    amount: Amount
    first: int
    last: int
    number: tuple[int, int]
    low: Decimal
    high: Decimal | None
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None
    between: bool = False
    sign: int = 0
    old: bool = False
    plain_dollar: bool = False
    hyphened: bool = False
    ends: tuple[Quantity, Quantity] | None = None

    @property
    def full_unit(self) -> str | None:
        """Unit and what it is given per: "USD per barrel"."""
        return f"{self.unit} per {self.per}" if self.unit and self.per else self.unit


def quantities(row: Row) -> list[Quantity]:
    """All quantities of a text in order; whether they are figures is decided later."""
    return _ranges(row, _with_cents(row, list(_single(row))))


def _single(row: Row) -> Iterator[Quantity]:
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
    return _unit_behind(row, quantity)


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
    if previous.isspace() and row[i - 1].kind == "number" and word != "+":  # "200,000 -260,000" is a range
        return first, 0
    return i, _SIGNS[word]


def _scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    amount = quantity.amount.scaled(factor)
    return replace(quantity, amount=amount, low=amount.low, high=amount.high)


def _absorb_suffix(row: Row, quantity: Quantity) -> Quantity:
    """An attached letter read as a scale: "£2.7m"."""
    suffix = quantity.amount.suffix
    if not suffix:
        return quantity
    scaled = _scaled(quantity, Decimal(money.MULTIPLES[suffix.upper()]))
    last = quantity.last + 1
    return replace(scaled, last=last, number=(quantity.number[0], last))


def _money_before(row: Row, quantity: Quantity, before: money.Money) -> Quantity:
    quantity = _scaled(_absorb_suffix(row, quantity), Decimal(before.factor))
    last = quantity.last
    unit = before.unit
    repeated = money.read_after(row, last, large=True)
    if repeated is not None and repeated.unit == unit and row[last].kind == "word":
        last = repeated.last
    elif (qualifier := money.qualifier_after(row, last)) is not None:
        unit, last = qualifier
    if row.words(last, 1) == ("sterling",):
        unit, last = "GBP", last + 1
    return replace(
        quantity, first=before.first, last=last, unit=unit, dimension="money", plain_dollar=before.plain_dollar
    )


def _unit_behind(row: Row, quantity: Quantity) -> Quantity:
    if quantity.amount.suffix:
        return _suffixed(row, quantity)
    last = quantity.last
    if quantity.amount.form == "vague" and row.words(last, 1) == ("of",):  # "millions of dollars"
        last += 1
    large = quantity.amount.scale >= 1000 or abs(quantity.low) >= 100_000
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
    quantity = _scaled(quantity, Decimal(after.factor))
    quantity = replace(quantity, last=after.last, unit=after.unit, dimension="money", plain_dollar=after.plain_dollar)
    scale = read_amount(row, after.last) if row[after.last].word in ("million", "billion", "trillion") else None
    if scale is not None and row.adjoins(after.last):  # "75 USD million"
        quantity = replace(_scaled(quantity, scale.low), last=scale.last)
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


def _with_cents(row: Row, found: list[Quantity]) -> list[Quantity]:
    """ "3 dollars 50 cents", "thirteen dollars and forty-five cents" as one quantity."""
    merged: list[Quantity] = []
    for quantity in found:
        previous = merged[-1] if merged else None
        if previous is not None and _are_dollars_and_cents(row, previous, quantity):
            cents = quantity.low / 100
            high = None if previous.high is None else previous.high + cents
            merged[-1] = replace(previous, low=previous.low + cents, high=high, last=quantity.last, per=quantity.per)
        else:
            merged.append(quantity)
    return merged


def _are_dollars_and_cents(row: Row, left: Quantity, right: Quantity) -> bool:
    if left.dimension != "money" or left.per or not 0 < right.low < 100 or right.between:
        return False
    if left.unit in ("cent", "penny", "sen") or left.low != int(left.low) or left.amount.scale > 1000:
        return False
    between = right.first - left.last
    if right.unit is None:  # "15 dollars 50."
        ends = right.last >= len(row) or (row[right.last].word in ".,;)" and row[right.last].end > 0)
        return between == 0 and ends and row[left.last - 1].kind == "word" and row.adjoins(right.first)
    if right.unit not in ("cent", "penny"):
        return False
    return (between == 0 or (between == 1 and row[left.last].word == "and")) and row.adjoins(right.first)


def _ranges(row: Row, found: list[Quantity]) -> list[Quantity]:
    """Neighbours that name both ends of a range, merged: "5-7", "between 18 and 25 percent", "$3 to $5 billion"."""
    for links in (HYPHENS, _WORDS):  # the tighter first: "from 24.2 to 33-35 billion"
        merged: list[Quantity] = []
        for quantity in found:
            both = _range(row, merged[-1], quantity, links) if merged else None
            if both is None:
                merged.append(quantity)
            else:
                merged[-1] = both
        found = merged
    return found


_WORDS = frozenset({"to", "till", "until", "or", "and"})
_TO = frozenset({"to", "till", "until", *HYPHENS})


def _range(row: Row, left: Quantity, right: Quantity, links: frozenset[str]) -> Quantity | None:
    linked = _link(row, left, right)
    if linked not in links:
        return None
    opener = row[left.first - 1].word if row.adjoins(left.first, 2) else ""
    if left.between or right.between or left.amount.form == "vague" or right.amount.form == "vague":
        return None
    if (linked == "and" and opener != "between") or (linked == "to" and opener == "by" and left.unit is not None):
        return None
    if left.unit is not None and left.full_unit != right.full_unit and not (left.unit == right.unit and not left.per):
        return None
    if left.unit is None and left.last != left.number[1]:
        return None
    ends = left, right
    left = _same_scale(left, right)
    if left.amount.share != right.amount.share or not _is_range(row, left, right, linked, opener):
        return None
    low, high = sorted((left.low, right.low))
    first = left.first - 1 if opener in ("between", "from") else left.first
    number = left.number[0], right.number[1]
    return replace(right, first=first, number=number, low=low, high=high, between=True, ends=ends)


def _link(row: Row, left: Quantity, right: Quantity) -> str | None:
    """The one word or hyphen between two quantities, or None."""
    if right.first - left.last > 2:
        return None
    words = [row[i].word for i in range(left.last, right.first)]
    if len(words) == 2 and words[0] == "to" and words[1] in (*HYPHENS, "~", "about", "around"):
        words = words[:1]
    if len(words) != 1:
        return None
    near = row.adjoins(left.last) and row.adjoins(right.first)
    return words[0] if near else None


def _same_scale(left: Quantity, right: Quantity) -> Quantity:
    """ "1 to 2 thousand": the scale of the second counts for both where the first has none and is smaller."""
    factor = right.amount.scale
    if left.amount.scale == 1 and factor > 1 and left.unit in (None, right.unit) and left.low < right.low / factor:
        return _scaled(left, factor)
    return left


def _is_range(row: Row, left: Quantity, right: Quantity, link: str, opener: str) -> bool:
    """Whether two linked numbers are the ends of one range and not a score, a list or a change."""
    if opener in ("between", "from") and link in (*_TO, "and"):
        return True
    if link == "or":
        return left.unit is None and left.low < right.low <= 3 * left.low + 1
    if link in HYPHENS and right.unit is None and right.sign:
        return False
    if left.low >= right.low:
        return right.unit is not None and link == "to" and left.unit is not None
    return True


def shares(row: Row, quantity: Quantity) -> Quantity:
    """A bare fraction in words in front of a noun ("two-thirds majority") as a share in percent."""
    if quantity.amount.form != "fraction" or quantity.unit is not None or row[quantity.number[0]].kind != "word":
        return quantity
    if row[quantity.number[1] - 1].word not in DENOMINATORS or row[quantity.number[1] - 1].word == "half":
        return quantity
    amount = as_share(quantity.amount)
    return replace(quantity, amount=amount, low=amount.low, high=amount.high, unit="percent", dimension="share")
