"""Numbers in words: cardinals ("two hundred and five", "a dozen") and amounts left open ("dozens", "a few dozen")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from core.figures.lexemes import HYPHENS, Row
from core.figures.number_words import FEW, ONES, SCALES, TENS, VAGUE
from core.figures.quantity import Amount


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


def read_vague(row: Row, i: int) -> Amount | None:
    """A vague amount at lexeme ``i``: its low end is twice the unit that is named, its high end open."""
    return _plural(row, i) if row[i].word in VAGUE else _few(row, i)


def _plural(row: Row, i: int) -> Amount | None:
    low, last = 2 * VAGUE[row[i].word], i + 1
    while row[last].word == "of" and row[last + 1].word in VAGUE and row.adjoins(last) and row.adjoins(last + 1):
        low, last = low * VAGUE[row[last + 1].word], last + 2
    if row[i].word in ("tens", "scores") and last == i + 1 and row[last].word != "of" and not _are_people(row, i):
        return None
    return Amount(i, last, low, None, "vague")


def _are_people(row: Row, i: int) -> bool:
    """ "Scores were hurt", "scores died", unlike "the scores were close"."""
    opens = row[i - 1].kind == "mark" or row[i - 1].word in ("and", "while", "that", "but")
    return row[i].word == "scores" and opens and row[i + 1].word in _PEOPLE_DO and row.adjoins(i + 1)


_PEOPLE_DO = frozenset("were are have had was died fled gathered remain remained marched more others".split())


def _few(row: Row, i: int) -> Amount | None:
    """ "several hundred", "a few dozen"; "a couple of hundred" is 200 and "a couple of" 2."""
    start = i + 1 if row[i].word == "a" else i
    if row[start].word not in FEW or (start > i and not row.adjoins(start)):
        return None
    couple = row[start].word == "couple"
    last = start + 2 if row[start + 1].word == "of" else start + 1
    if not row.adjoins(last) or row[last].word not in SCALES:
        is_two = couple and start > i and last == start + 2
        return Amount(i, start + 1, Decimal(2), Decimal(2), "words") if is_two else None
    low = Decimal(2)
    while row[last].word in SCALES and row.adjoins(last):
        low, last = low * SCALES[row[last].word], last + 1
    return Amount(i, last, low, low if couple else None, "words" if couple else "vague", scale=low / 2)
