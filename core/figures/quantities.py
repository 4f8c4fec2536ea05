"""All quantities of a text: amounts, measured, and joined where two are one ("5-7", "3 dollars 40 cents")."""

from __future__ import annotations

from dataclasses import replace

from core.figures.lexemes import HYPHENS, Row
from core.figures.measuring import measured
from core.figures.number_words import DENOMINATORS
from core.figures.quantity import Quantity
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


def with_cents(row: Row, found: list[Quantity]) -> list[Quantity]:
    """ "3 dollars 40 cents", "nine dollars and five cents" as one quantity."""
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
    if right.unit is None:  # "7 dollars 20."
        ends = right.last >= len(row) or (row[right.last].word in ".,;)" and row[right.last].end > 0)
        return between == 0 and ends and row[left.last - 1].kind == "word" and row.adjoins(right.first)
    if right.unit not in ("cent", "penny"):
        return False
    return (between == 0 or (between == 1 and row[left.last].word == "and")) and row.adjoins(right.first)


def ranges(row: Row, found: list[Quantity]) -> list[Quantity]:
    """Neighbours that name both ends of a range, merged: "5-7", "between 18 and 25 percent", "$3 to $5 billion"."""
    for links in (HYPHENS, _WORDS):  # the tighter first: "from 5 to 7-9 billion"
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
        return left.scaled(factor)
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
