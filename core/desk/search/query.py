"""What a reader looks for, as a tree: passages for which every part holds.

=================================  ====================================================================
``dam collapse``                   both words, anywhere in the passage
``"dam collapse"``                 these words one after the other
``bomb*``                          a word that begins so; ``"air str"*`` a phrase whose last word does
``place:Derna``                    a place whose name has this word, in the text or in full
``place:="New York"``              the place of this name and no other
``person:``, ``who:``              whoever speaks or acts; whoever speaks
``figure:>100``                    also ``>=``, ``<``, ``<=``, ``=`` and ``100..200``
``day:2022-09-14..2022-09-16``     a day told of; also a month, a year, and ``2022-09-14..``
``published:2022-09``              the same for the day of publication
``outlet:``, ``language:en``       of the document
=================================  ====================================================================
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from core.desk.search.normalising import words

NameField = Literal["place", "person", "who", "outlet"]
DayField = Literal["day", "published"]
LIKE_A_FIELD = re.compile(r"[^\W\d_]+:")


@dataclass(frozen=True)
class Phrase:
    """Words one after the other, in the reader's spelling; with ``prefix`` the last of them is but a beginning."""

    text: str
    prefix: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in their normal form."""
        return words(self.text)


@dataclass(frozen=True)
class Named(Phrase):
    """Words in the name of a place, a person, a speaker or an outlet; with ``exact`` they are the whole name."""

    field: NameField = "place"
    exact: bool = False


@dataclass(frozen=True)
class Number:
    """A figure that says, or may say, a number between two; ``strict`` leaves the ends out. One end may be open."""

    low: float | None
    high: float | None
    strict: bool = False


@dataclass(frozen=True)
class Days:
    """A span that shares a day with this one, both ends included; one end may be open."""

    field: DayField
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class Language:
    """The language of the document, by its code (ISO 639-1)."""

    code: str


Part = Phrase | Named | Number | Days | Language


@dataclass(frozen=True)
class Query:
    """All of its parts hold for a passage that is found; without any, none is."""

    parts: tuple[Part, ...] = ()


def to_text(query: Query) -> str:
    """The query as a reader would type it; parsing that gives the same query."""
    return " ".join(map(part_to_text, query.parts))


def part_to_text(part: Part) -> str:
    """One part of a query, with its field."""
    if isinstance(part, Phrase) and not isinstance(part, Named):
        quoted = " " in part.text or LIKE_A_FIELD.match(part.text)
        return (f'"{part.text}"' if quoted else part.text) + "*" * part.prefix
    if isinstance(part, Named):
        name = f'"{part.text}"' if " " in part.text else part.text
        return f"{part.field}:{'=' * part.exact}{name}{'*' * part.prefix}"
    field = "figure" if isinstance(part, Number) else "language" if isinstance(part, Language) else part.field
    return f"{field}:{value_to_text(part)}"


def value_to_text(part: Part) -> str:
    """What stands behind the field of a part, as people write it where no quotation marks are needed."""
    if isinstance(part, Named):
        return f"{'=' * part.exact}{part.text}{'*' * part.prefix}"
    if isinstance(part, Phrase):
        return part_to_text(part)
    if isinstance(part, Number):
        return _number_to_text(part)
    return part.code if isinstance(part, Language) else _days_to_text(part)


def _number_to_text(part: Number) -> str:
    if part.low is None or part.high is None:
        sign, value = (">", part.low) if part.high is None else ("<", part.high)
        return f"{sign}{'=' * (not part.strict)}{_plain(value or 0)}"
    return f"={_plain(part.low)}" if part.low == part.high else f"{_plain(part.low)}..{_plain(part.high)}"


def _plain(value: float) -> str:
    """A number without exponent, from which the same one is read."""
    text = f"{Decimal(repr(value)):f}"
    return text.removesuffix(".0")


def _days_to_text(part: Days) -> str:
    first, last = part.first, part.last
    if first and last:
        whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        whole_month = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        if first.year == last.year and whole_year:
            return f"{first.year:04}"
        if (first.year, first.month) == (last.year, last.month) and whole_month:
            return first.isoformat()[:7]
        if first == last:
            return first.isoformat()
    return f"{first.isoformat() if first else ''}..{last.isoformat() if last else ''}"
