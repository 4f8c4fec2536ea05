"""A number as written, and a value with its unit, before anybody asks whether it is a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from core.figures.lexemes import HYPHENS, Row
from core.figures.number_words import ATTACHED_SCALES, SCALES

Form = Literal["digits", "words", "vague", "fraction"]
_SHORT_SCALES = frozenset({"bn", "tn", "trn", "mn", "mln", "bln"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: lexemes ``first`` to ``last`` (exclusive), ``low`` = ``high`` unless the words are vague.

    ``scale`` is the factor its last word put on it ("600 million": 1,000,000), ``suffix`` an attached letter that
    may be a scale or a unit ("2.7m"), ``share`` true for a part of something, in percent.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    form: Form
    scale: Decimal = Decimal(1)
    suffix: str = ""
    share: bool = False

    def scaled(self, factor: Decimal) -> Amount:
        """The same amount times ``factor``."""
        high = None if self.high is None else self.high * factor
        return replace(self, low=self.low * factor, high=high, scale=self.scale * factor)

    def as_share(self) -> Amount:
        """A fraction that tells part of something, in percent with one decimal."""
        percent = round(self.low * 100, 1)
        return self if self.share else replace(self, low=percent, high=percent, share=True)


def with_scales(row: Row, amount: Amount) -> Amount:
    """The amount times the scale words that follow: "600 million", "4 hundred million", "5-million"."""
    for _ in range(0 if amount.suffix else 2):
        after = row.word_after(amount.last - 1)
        if after is None:
            break
        word = row[after].word
        scale = SCALES.get(word) or (ATTACHED_SCALES[word] if word in _SHORT_SCALES else None)
        if scale is None or (word == "dozen" and row[after + 1].word in HYPHENS):
            break
        amount = replace(amount, last=after + 1).scaled(scale)
    return amount


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
    shared: str = ""
    hyphened: bool = False
    ends: tuple[Quantity, Quantity] | None = None

    @property
    def full_unit(self) -> str | None:
        """Unit and what it is given per: "USD per barrel"."""
        return f"{self.unit} per {self.per}" if self.unit and self.per else self.unit

    def scaled(self, factor: Decimal) -> Quantity:
        """The same quantity times ``factor``."""
        amount = self.amount.scaled(factor)
        return replace(self, amount=amount, low=amount.low, high=amount.high)
