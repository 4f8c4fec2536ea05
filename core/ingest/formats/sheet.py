"""One sheet of a workbook as it lies in its file: rows of cells, those that cannot be read left out and counted.

The library for workbooks ends at the first faulty cell and knows neither the strict form of the standard nor files of
other programs; so the XML is walked here, and the library asked what the formats of numbers mean.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from core.ingest.budget import Budget
from core.ingest.formats.xml_parts import NoDoctype, fed, local
from core.ingest.outcome import Unreadable

_PLACE = re.compile(r"([A-Z]{1,3})\d{1,7}")
_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7}):\1(\d{1,7})")
_LONGEST_AREA = 1_000
_LAST_ROW = 2**20
_LAST_COLUMN = 2**14
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How characters stand that XML does not take."""

Cells = dict[int, object]


@dataclass(slots=True)
class Table:
    """The rows of a sheet with their numbers, each a cell by the number of its column from 1 on.

    Attributes:
        spoilt: cells that could not be read.
        spanning: columns, first and last rows of cells that span several rows of one column.
        uncounted: cells with a formula whose result the file does not hold.
        whole: whether the file was read to its end.
    """

    rows: list[tuple[int, Cells]] = field(default_factory=list)
    spoilt: int = 0
    uncounted: int = 0
    spanning: list[tuple[int, int, int]] = field(default_factory=list)
    whole: bool = True
    trouble: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share: words, which styles are dates, and where its calendar begins."""

    words: Sequence[str]
    dated: frozenset[int]
    from_1904: bool

    def day(self, number: float) -> dt.date | dt.datetime | None:
        """The day of a number; null for a time of day or a number without a day."""
        epoch = CALENDAR_MAC_1904 if self.from_1904 else CALENDAR_WINDOWS_1900
        try:
            value = from_excel(number, epoch)
        except (ValueError, OverflowError):
            return None
        return value if isinstance(value, dt.date) else None


def table_of(archive: zipfile.ZipFile, name: str, book: Book, budget: Budget) -> Table:
    """The rows of a sheet as far as they can be read; a limit that is reached is the table's trouble."""
    walker = _Sheet(book, budget)
    try:
        walker.table.whole = fed(archive, name, walker, budget)
    except Unreadable as trouble:
        walker.table.trouble = trouble
    return walker.table


def words_of(archive: zipfile.ZipFile, name: str, budget: Budget) -> tuple[list[str], bool]:
    """The words that sheets name by number, and whether all could be read."""
    walker = _Words(budget)
    return walker.found, fed(archive, name, walker, budget) if name in archive.NameToInfo else True


def dated_styles(archive: zipfile.ZipFile, name: str, budget: Budget) -> frozenset[int]:
    """Numbers of the styles that show a number as a date; none where the styles are broken before them."""
    walker = _Styles()
    if name in archive.NameToInfo:
        fed(archive, name, walker, budget)
    forms = {**BUILTIN_FORMATS, **walker.own}
    return frozenset(n for n, form in enumerate(walker.used) if is_date_format(forms.get(form, "")))


def column_number(letters: str) -> int:
    """1 for "A", 28 for "AB"."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def with_spanning(table: Table, but: int | None) -> None:
    """Give every row what stands in a cell that spans it and others, as an outlet above several articles.

    Args:
        table: whose rows are filled up.
        but: the column of texts: a text over several rows is one all the same.
    """
    rows = dict(table.rows)
    for column, first, last in table.spanning:
        value = rows.get(first, {}).get(column)
        if value is not None and column != but:
            for number in range(first + 1, min(last, first + _LONGEST_AREA) + 1):
                if number in rows:
                    rows[number].setdefault(column, value)


class _Sheet(NoDoctype):
    """Receives elements of a sheet."""

    def __init__(self, book: Book, budget: Budget) -> None:
        self.table = Table()
        self._book = book
        self._budget = budget
        self._row: Cells = {}
        self._number = self._column = 0
        self._cell: Mapping[str, str] = {}
        self._value: list[str] = []
        self._in_value = self._has_formula = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "c":
            self._cell, self._value, self._has_formula = dict(attributes), [], False
            self._column = self._place(attributes.get("r"))
        elif name == "row":
            self._row, self._column = {}, 0
            self._number = self._row_number(attributes.get("r"))
        elif name == "f":
            self._has_formula = True
        elif name == "mergeCell" and (area := _AREA.fullmatch(attributes.get("ref", ""))):
            self.table.spanning.append((column_number(area[1]), int(area[2]), int(area[3])))
        self._in_value = name in ("v", "t")

    def data(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)

    def end(self, tag: str) -> None:
        name = local(tag)
        self._in_value = False
        if name == "c":
            self._take()
        elif name == "row":
            self._budget.take_cells(len(self._row))
            if self._row:
                self.table.rows.append((self._number, self._row))
            self._row = {}

    def close(self) -> None:
        """The parser wants a result; the table is it."""

    def _take(self) -> None:
        words = "".join(self._value)
        if not words:
            self.table.uncounted += self._has_formula
            return
        try:
            self._row[self._column] = self._meaning(words)
        except (ValueError, IndexError, OverflowError):
            self.table.spoilt += 1

    def _meaning(self, words: str) -> Any:
        kind = self._cell.get("t", "n")
        if kind == "s":
            return self._book.words[int(words)]
        if kind == "e":
            raise ValueError("an error instead of a result")
        if kind == "d":
            return dt.datetime.fromisoformat(words)
        if kind == "n":
            number = float(words)
            dated = int(self._cell.get("s", 0)) in self._book.dated
            return (self._book.day(number) if dated else None) or (int(number) if number.is_integer() else number)
        return unescaped(words)

    def _place(self, said: str | None) -> int:
        """The column that a cell says it is in; without that it is the next."""
        found = _PLACE.fullmatch(said or "")
        column = column_number(found[1]) if found else 0
        return column if 0 < column <= _LAST_COLUMN else self._column + 1

    def _row_number(self, said: str | None) -> int:
        number = int(said) if said and said.isdecimal() and len(said) < len(str(10**12)) else self._number + 1
        if number > _LAST_ROW:
            raise Unreadable("damaged", "A row lies beyond the last that a sheet can have; what follows was not read.")
        return number


class _Words(NoDoctype):
    """Receives the words that cells name by number; how they are pronounced stands beside them in some languages."""

    def __init__(self, budget: Budget) -> None:
        self.found: list[str] = []
        self._budget = budget
        self._pieces: list[str] = []
        self._in_text = False
        self._spoken = self._length = 0

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        name = local(tag)
        self._spoken += name == "rPh"
        self._in_text = name == "t" and not self._spoken

    def data(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)
            self._length += len(text)
            self._budget.refuse_longer(self._length)

    def end(self, tag: str) -> None:
        name = local(tag)
        self._spoken -= name == "rPh"
        self._in_text = False
        if name == "si":
            self.found.append(unescaped("".join(self._pieces)))
            self._pieces.clear()

    def close(self) -> None:
        """As above."""


class _Styles(NoDoctype):
    """Receives the styles: the book's own formats of numbers, and the format that each style of a cell uses."""

    def __init__(self) -> None:
        self.own: dict[int, str] = {}
        self.used: list[int] = []
        self._of_cells = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "cellXfs":
            self._of_cells = True
        number = attributes.get("numFmtId", "")
        form = int(number) if number.isdecimal() and len(number) < len(str(10**9)) else 0
        if name == "numFmt":
            self.own[form] = attributes.get("formatCode", "")[:255]
        elif name == "xf" and self._of_cells:
            self.used.append(form)

    def end(self, tag: str) -> None:
        if local(tag) == "cellXfs":
            self._of_cells = False

    def close(self) -> None:
        """As above."""


def unescaped(words: str) -> str:
    """The words with line ends and the like as they are."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words) if "_x" in words else words
