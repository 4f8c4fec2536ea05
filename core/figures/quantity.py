"""A value with its unit, before anybody asks whether it is a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from core.figures.amount import Amount


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
