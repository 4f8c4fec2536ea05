"""Cardinal numbers in words: "two hundred and five thousand", "a dozen"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from core.figures.amount import Amount
from core.figures.lexemes import HYPHENS, Row
from core.figures.number_words import ONES, SCALES, TENS


@dataclass(slots=True)
class _Sum:
    """The number that the words so far make: ``total`` of closed groups, ``current`` of the open one."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    scale: Decimal = Decimal(1)
    lowest: Decimal = Decimal(10) ** 30

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or Decimal(0))

    def take(self, word: str) -> bool:
        """Add one word; False where it cannot be spoken after those before."""
        small = ONES.get(word, TENS.get(word))
        return self._add(small) if small is not None else self._multiply(word)

    def _add(self, small: Decimal) -> bool:
        if self.current is not None and not _fits(int(self.current), int(small)):
            return False
        self.current = (self.current or Decimal(0)) + small
        return True

    def _multiply(self, word: str) -> bool:
        factor = SCALES.get(word)
        if factor is None or factor >= self.lowest:
            return False
        counted = Decimal(1) if self.current is None else self.current
        if factor >= 1000:
            self.total, self.current, self.lowest = self.total + counted * factor, None, factor
        elif counted < 100:
            self.current = counted * factor
        else:
            return False
        self.scale = factor
        return True

    def takes_and(self) -> bool:
        """Whether "and" may join what follows: "two hundred and six"."""
        return bool(self.total) or (self.current or Decimal(0)) >= 100


def _fits(current: int, small: int) -> bool:
    """Whether ``small`` may be spoken after ``current``: 20 + 5, 200 + 15; not 19 + 90."""
    if current % 100 == 0 and current > 0:
        return 0 < small < 100
    return current % 100 >= 20 and current % 10 == 0 and 0 < small < 10


def read_cardinal(row: Row, i: int) -> Amount | None:
    """The longest cardinal in words at lexeme ``i``; "a" begins one before a scale alone ("a hundred")."""
    start: int | None = i
    if row[i].word in ("a", "an"):
        start = row.word_after(i)
        if start is None or row[start].word not in SCALES or row[start - 1].word in HYPHENS:
            return None
    sum_, last, j = _Sum(), i, start
    while j is not None and row[j].kind == "word" and sum_.take(row[j].word):
        last = j + 1
        j = _following(row, j, sum_)
    return Amount(i, last, sum_.value, sum_.value, "words", scale=sum_.scale) if last > i else None


def _following(row: Row, j: int, sum_: _Sum) -> int | None:
    """The next word that may go on with the number, over an "and"."""
    after = row.word_after(j)
    if after is not None and row[after].word == "and" and after == j + 1 and sum_.takes_and():
        beyond = row.word_after(after)
        return beyond if beyond is not None and (row[beyond].word in ONES or row[beyond].word in TENS) else None
    return after
