"""A number as written, before anybody asks what it measures."""

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
