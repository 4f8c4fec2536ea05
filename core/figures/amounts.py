"""The number grammar: digits, words, scales, fractions and vague amounts → low and high."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from core.figures.lexemes import HYPHENS, Lexeme, Row
from core.figures.literals import value_of
from core.figures.number_words import (
    ATTACHED_SCALES,
    DENOMINATORS,
    FEW,
    LETTER_SCALES,
    ONES,
    SCALES,
    TENS,
    VAGUE,
)

Form = Literal["digits", "words", "vague", "fraction"]
HALF_OPENERS = frozenset(
    {"of", "the", "its", "their", "his", "her", "our", "my", "your", "all", "that", "those", "this"}
)


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
        return replace(
            self,
            low=self.low * factor,
            high=None if self.high is None else self.high * factor,
            scale=self.scale * factor,
        )


def may_start(lexeme: Lexeme) -> bool:
    """Whether an amount can begin with a lexeme: a quick look before :func:`read_amount`."""
    return lexeme.word in _STARTERS or lexeme.kind in ("number", "fraction")


def read_amount(row: Row, i: int, continental: bool = False) -> Amount | None:
    """The longest amount that starts at lexeme ``i``, or None."""
    here = row[i]
    if here.kind == "number":
        return _digits(row, i, continental)
    if here.kind == "fraction":
        value = _character(row, i)
        return _share_or_part(row, Amount(i, i + 1, value, value, "fraction")) if value else None
    if here.kind == "word" and here.word in _STARTERS:
        return _vague(row, i) or _fraction(row, i) or _words(row, i)
    return None


_STARTERS = frozenset({"a", "an", "half", "quarter"}) | set(ONES) | set(TENS) | set(SCALES) | set(VAGUE) | FEW


def _digits(row: Row, i: int, continental: bool) -> Amount | None:
    value = value_of(row[i].word, continental)
    if value is None:
        return None
    amount = _power_of_ten(row, Amount(i, i + 1, value, value, "digits"))
    after = row[amount.last]
    if after.kind == "fraction" and row.adjoins(amount.last):
        part = _character(row, amount.last)
        amount = replace(amount, last=amount.last + 1, low=value + part, high=value + part)
    elif over := _slashed(row, i + 1):
        amount = replace(amount, last=i + 4, low=value + over, high=value + over)
    elif over := _slashed(row, i):
        return _share_or_part(row, Amount(i, i + 3, over, over, "fraction"))
    elif after.kind == "word" and after.start == row[amount.last - 1].end:
        amount = _attached_scale(row, amount)
    return _one_in(row, _with_scales(row, amount), continental)


def _attached_scale(row: Row, amount: Amount) -> Amount:
    """ "1.2bn": scaled at once; "2.7m": remembered, for it may be metres."""
    word = row[amount.last]
    if word.word in ATTACHED_SCALES:
        return replace(amount, last=amount.last + 1).scaled(ATTACHED_SCALES[word.word])
    if word.word in LETTER_SCALES:
        return replace(amount, suffix=row.text[word.start : word.end])
    return amount


def _with_scales(row: Row, amount: Amount) -> Amount:
    """Scale words that follow: "600 million", "4 hundred million", "5-million"."""
    if amount.suffix:
        return amount
    for _ in range(2):
        after = row.word_after(amount.last - 1)
        scale = SCALES.get(row[after].word) if after is not None else None
        if scale is None and after is not None and row[after].word in ("bn", "tn", "trn", "mn", "mln"):
            scale = ATTACHED_SCALES[row[after].word]
        if scale is None or after is None or _is_new_number(row, after):
            break
        amount = replace(amount, last=after + 1).scaled(scale)
    return amount


def _is_new_number(row: Row, after: int) -> bool:
    return row[after].word == "dozen" and row[after + 1].word in HYPHENS


def _power_of_ten(row: Row, amount: Amount) -> Amount:
    """ "1.99×10−30", "3 x 10^8"."""
    i = amount.last
    if row[i].word not in ("×", "x", "·") or row[i + 1].word != "10" or not row.adjoins(i) or not row.adjoins(i + 1):
        return amount
    j = i + 2
    negative = False
    while row[j].word in ("^", *HYPHENS) and row.adjoins(j, 0):
        negative = negative or row[j].word != "^"
        j += 1
    if j == i + 2 or row[j].kind != "number" or len(row[j].word) > 2 or not row[j].word.isdigit():
        return amount
    factor = Decimal(10) ** (int(row[j].word) * (-1 if negative else 1))
    return replace(amount, last=j + 1).scaled(factor)


def _character(row: Row, i: int) -> Decimal:
    return Decimal(str(unicodedata.numeric(row.text[row[i].start])))


def _slashed(row: Row, i: int) -> Decimal | None:
    """ "3/4" at lexeme ``i`` as a proper fraction, None for dates, scores and the like."""
    top, slash, bottom = row[i], row[i + 1], row[i + 2]
    if slash.word not in ("/", "⁄") or (top.kind, bottom.kind) != ("number", "number"):
        return None
    if not (row.adjoins(i + 1, 0) and row.adjoins(i + 2, 0) and (row.adjoins(i) or i == 0 or row[i].start == 0)):
        return None
    if bottom.word not in _BOTTOMS or not top.word.isdigit() or int(top.word[:4]) >= int(bottom.word):
        return None
    if row[i + 3].word == "/" and row.adjoins(i + 3, 0):
        return None
    return Decimal(int(top.word[:4])) / Decimal(bottom.word)


_BOTTOMS = frozenset("2 3 4 5 6 8 10 12 16 20 32 64 100 128 1000".split())


def _words(row: Row, i: int) -> Amount | None:
    """Cardinal words: "two hundred and five thousand", "a dozen", "two and a half million"."""
    total, current, last = Decimal(0), None, i
    j = i
    lowest = Decimal(10) ** 30
    if row[i].word in ("a", "an"):
        after = row.word_after(i)
        if after is None or row[after].word not in SCALES or row[after - 1].word in HYPHENS:
            return None
        current, j = Decimal(1), after
    scale = Decimal(1)
    while True:
        word = row[j].word
        small = ONES.get(word, TENS.get(word))
        if small is not None:
            if current is not None and not _fits(int(current), int(small)):
                break
            current = (current or Decimal(0)) + small
        elif word in SCALES and row[j].kind == "word":
            factor = SCALES[word]
            if word in ("hundred", "dozen"):
                if current is not None and current >= 100:
                    break
                current = (Decimal(1) if current is None else current) * factor
            elif factor < lowest:
                total, current, lowest = total + (Decimal(1) if current is None else current) * factor, None, factor
            else:
                break
            scale = factor
        else:
            break
        last = j + 1
        following = _next_number_word(row, j, current, total)
        if following is None:
            break
        j = following
    if last == i:
        return None
    value = total + (current or Decimal(0))
    amount = Amount(i, last, value, value, "words", scale=scale)
    return _one_in(row, _and_a_half(row, amount), False)


def _fits(current: int, small: int) -> bool:
    """Whether ``small`` may be spoken after ``current``: 20 + 5, 200 + 15; not 19 + 90."""
    if current % 100 == 0 and current > 0:
        return 0 < small < 100
    return current % 100 >= 20 and current % 10 == 0 and 0 < small < 10


def _next_number_word(row: Row, j: int, current: Decimal | None, total: Decimal) -> int | None:
    after = row.word_after(j)
    if after is None:
        return None
    if row[after].word == "and" and after == j + 1 and (total or (current or 0) >= 100):
        beyond = row.word_after(after)
        return beyond if beyond is not None and row[beyond].word in (ONES | TENS) else None
    return after


def _and_a_half(row: Row, amount: Amount) -> Amount:
    """ "two and a half", "one-and-a-half million", "three and three-quarters"."""
    i = amount.last
    while row[i].word in HYPHENS and row.adjoins(i, 0):
        i += 1
    if row[i].word != "and" or not row.adjoins(i):
        return amount
    part = _fraction_words(row, row.word_after(i) or i)
    if part is None:
        return amount
    value = amount.low + part[0] * amount.scale
    if amount.scale > 1 and row[part[1]].word not in SCALES:
        value = amount.low + part[0]
    whole = replace(amount, last=part[1], low=value, high=value)
    return _with_scales(row, whole)


def _fraction_words(row: Row, i: int) -> tuple[Decimal, int] | None:
    """(value, end) of "half", "a third", "two-thirds", "three quarters" at lexeme ``i``."""
    if row[i].word == "half":
        return Decimal("0.5"), i + 1
    top = Decimal(1) if row[i].word in ("a", "an", "one") else ONES.get(row[i].word)
    after = row.word_after(i)
    if top is None or after is None or row[after].word not in DENOMINATORS:
        return None
    bottom = DENOMINATORS[row[after].word]
    plural = row[after].word.endswith("s")
    if (top == 1) == plural or top >= bottom:
        return None
    return top / bottom, after + 1


def _fraction(row: Row, i: int) -> Amount | None:
    """A fraction in words that stands for a share, a part of a unit, or a scale ("half a million")."""
    if row[i].word == "quarter" and row[i + 1].word in SCALES and row.adjoins(i + 1):
        return _with_scales(row, Amount(i, i + 1, Decimal("0.25"), Decimal("0.25"), "fraction"))
    found = _fraction_words(row, i)
    before = row[i - 2].word if row[i - 1].word in HYPHENS else row[i - 1].word
    if found is None or (row[i].word == "half" and before in _OF_GAMES):
        return None
    amount = Amount(i, found[1], found[0], found[0], "fraction")
    word = row[amount.last - 1].word
    if row[i].word in ("a", "an", "one") and word in _ORDINAL_TOO and row[amount.last].word != "of":
        if row[i].word != "one" or (row[amount.last].word in HYPHENS and word != "quarter"):
            return _with_article(row, amount) if word == "quarter" else None
    return _share_or_part(row, amount)


_OF_GAMES = frozenset("first second other latter opening better top bottom back final".split())
_ORDINAL_TOO = frozenset(word for word in DENOMINATORS if not word.endswith("s"))


def _with_article(row: Row, amount: Amount) -> Amount | None:
    """ "half a million", "a quarter of a million", "a quarter million": a plain number; otherwise None."""
    j = amount.last
    if row[j].word == "of" and row.adjoins(j):
        j += 1
    if row[j].word in ("a", "an") and row.adjoins(j):
        j += 1
    if not row.adjoins(j) or row[j].word not in SCALES or row[j].kind != "word":
        return None
    return _with_scales(row, replace(amount, last=j))


def _share_or_part(row: Row, amount: Amount) -> Amount | None:
    """What a fraction stands for: "half a million" a number, "half of them" 50 percent, "½ mile" a part of a unit."""
    if number := _with_article(row, amount):
        return number
    following = row[amount.last]
    if not row.adjoins(amount.last):
        return amount if row[amount.last - 1].word != "half" and row[amount.first].kind == "word" else None
    if following.word in ("a", "an"):
        return replace(amount, last=amount.last + 1)
    if following.word == "of":
        beyond = row.words(amount.last + 1, 2)
        if beyond[:1] in (("a",), ("an",)):
            return replace(amount, last=amount.last + 2)
        return _as_share(amount)
    if row[amount.last - 1].word == "half" and row[amount.first].word == "half":
        if following.word in HALF_OPENERS:
            return _as_share(amount)
        return amount if row.word_after(amount.last - 1) is not None else None
    return amount


def _as_share(amount: Amount) -> Amount:
    percent = round(amount.low * 100, 1)
    return replace(amount, low=percent, high=percent, share=True)


def as_share(amount: Amount) -> Amount:
    """A fraction that counts part of something, in percent with one decimal."""
    return amount if amount.share else _as_share(amount)


def _one_in(row: Row, amount: Amount, continental: bool) -> Amount:
    """ "one in five", "2 out of every three", "nine in ten" → percent."""
    i = amount.last
    words = row.words(i, 3)
    if not row.adjoins(i) or amount.scale > 1 or amount.suffix or amount.low != int(amount.low):
        return amount
    if words[:3] == ("out", "of", "every"):
        i += 3
    elif words[:2] in (("out", "of"), ("in", "every"), ("of", "every")):
        i += 2
    elif words[:1] == ("in",):
        i += 1
    else:
        return amount
    if not row.adjoins(i):
        return amount
    whole = _plain_whole(row, i, continental)
    if whole is None or not 0 < amount.low < whole[0] or whole[0] > 1_000_000:
        return amount
    percent = round(amount.low / whole[0] * 100, 1 if whole[0] < 1000 else 4)
    return replace(amount, last=whole[1], low=percent, high=percent, share=True, form="fraction")


def _plain_whole(row: Row, i: int, continental: bool) -> tuple[Decimal, int] | None:
    """A whole number at ``i`` that could be the denominator of "one in …": not a year."""
    if row[i].kind == "number":
        value = value_of(row[i].word, continental)
        if value is None or value != int(value) or (1800 <= value <= 2100 and "," not in row[i].word):
            return None
        return value, i + 1
    found = _words(row, i) if row[i].word in (ONES | TENS | SCALES) or row[i].word == "a" else None
    return (found.low, found.last) if found is not None and not found.share else None


def _vague(row: Row, i: int) -> Amount | None:
    """ "dozens", "tens of thousands", "several hundred", "a few dozen": at least twice the unit that is named."""
    word = row[i].word
    if word in VAGUE:
        low, last = 2 * VAGUE[word], i + 1
        while row[last].word == "of" and row[last + 1].word in VAGUE and row.adjoins(last) and row.adjoins(last + 1):
            low, last = low * VAGUE[row[last + 1].word], last + 2
        if word in ("tens", "scores") and last == i + 1 and row[last].word != "of":
            return None
        return Amount(i, last, low, None, "vague")
    start = i + 1 if word == "a" else i
    if row[start].word not in FEW or (start > i and not row.adjoins(start)):
        return None
    if word == "a" and row.words(start, 2) == ("couple", "of") and row[start + 2].word not in SCALES:
        return Amount(i, start + 1, Decimal(2), Decimal(2), "words")
    last = start + 2 if row[start + 1].word == "of" else start + 1
    if not row.adjoins(last) or row[last].word not in SCALES:
        return None
    low = Decimal(2)
    while row[last].word in SCALES and row.adjoins(last):
        low, last = low * SCALES[row[last].word], last + 1
    if row[start].word == "couple":
        return Amount(i, last, low, low, "words", scale=low / 2)
    return Amount(i, last, low, None, "vague")
