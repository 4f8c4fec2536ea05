"""Tables as text (CSV, TSV): a list of articles, one a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain

from core.ingest.columns import article, columns_of, first_of, known_columns, names_columns
from core.ingest.content import Content
from core.ingest.formats.format import Format
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile
from core.wording import counted

_EXTENSIONS = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_SAID = re.compile(r"[\ufeff\n]{0,9}sep=([,;\t|])\n", re.IGNORECASE)
"""A first line by which Excel is told what parts the cells."""

_LOOK_AT = 200
_LOOK_FOR_NAMES = 10
_LONGEST_HEADER = 5_000

_LONGEST_CELL = 50_000_000
_LONGEST_LINE = 1_000_000
csv.field_size_limit(_LONGEST_CELL)  # a cell may hold a whole document; the library's own limit is 128 kB


def is_table(source: SourceFile) -> bool:
    """Whether the first line names the columns of a list of articles, or the file calls itself a table and has two."""
    header = _header(source.text)
    roles = known_columns(header)
    looks = len(roles) > 1 and ("text" in roles or len(roles) > 2)
    return len(header) > 1 and (looks or source.extension in _EXTENSIONS)


def read_table(source: SourceFile) -> Iterator[Content]:
    """A document a row; rows without a text are none.

    Raises:
        Unreadable: a line or cell is longer than is read, or no column of texts is known.
    """
    if source.text.find("\n", 1) > _LONGEST_LINE or ("\n" not in source.text and len(source.text) > _LONGEST_LINE):
        raise Unreadable("too large", "Its first line is longer than the names of columns can be.")
    lines = csv.reader(io.StringIO(_table(source.text)), delimiter=_delimiter(source.text))
    top = next(lines, [])
    headed = names_columns(top)
    lacks: list[str] = []
    rows = _rows(lines if headed else chain((top,), lines), _named(top if headed else [""] * len(top)), source, lacks)
    first, fault = first_of(rows, _LOOK_AT)
    if fault and not first:
        raise fault
    columns = columns_of(first, source.text_column)
    start = 1 + headed  # as spreadsheet programs count: the header is row 1
    for number, row in enumerate(first, start=start):
        yield article(row, columns, number)
    if fault:
        raise fault
    for number, row in enumerate(rows, start=start + len(first)):
        yield article(row, columns, number)
    yield Content("", lacks=tuple(lacks))


def _rows(
    lines: Iterator[list[str]], header: list[str], source: SourceFile, lacks: list[str]
) -> Iterator[dict[str, object]]:
    beyond = 0
    for cells in _sound(lines):
        source.budget.take_cells(len(cells))
        beyond += any(cell.strip() for cell in cells[len(header) :])
        if cells:
            yield dict(zip(header, cells, strict=False))
    if beyond:
        lacks.append(f"Beyond its last named column, {counted(beyond, 'row')} had more cells, which were not read.")


def _sound(lines: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from lines
    except csv.Error as error:
        if "field limit" in str(error):
            raise Unreadable("too large", "A cell is longer than is read; what follows was not read.") from None
        raise Unreadable("damaged", "A row is damaged; what follows was not read.") from None


def _named(header: list[str]) -> list[str]:
    """Names of all columns; those without one are counted."""
    return [" ".join(name.split()) or f"column {number}" for number, name in enumerate(header, start=1)]


def _header(text: str) -> list[str]:
    line = _table(text, _LONGEST_HEADER).split("\n", 1)[0]
    try:
        return next(csv.reader([line], delimiter=_delimiter(text)), [])
    except csv.Error:
        return []


def _table(text: str, longest: int | None = None) -> str:
    """The text, at most so much of it, from the line on that names the columns."""
    said = _SAID.match(text)
    start = said.end() if said else _preamble(text[:_LONGEST_HEADER])
    part = text[start:] if longest is None else text[start : start + longest]
    return part.lstrip("\ufeff\n")


def _preamble(text: str) -> int:
    """How much stands before the line of names, as who exported the table and when; 0 where no line names columns."""
    at = 0
    for line in text.split("\n")[:_LOOK_FOR_NAMES]:
        if any(mark in line and _known(line, mark) > 1 for mark in _DELIMITERS):
            return at
        at += len(line) + 1
    return 0


def _delimiter(text: str) -> str:
    """The mark that the file names, else the one that parts most names, known ones first."""
    if said := _SAID.match(text):
        return said[1]
    line = _table(text, _LONGEST_HEADER).split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda mark: (_known(line, mark), line.count(mark), -_DELIMITERS.index(mark)))


def _known(line: str, mark: str) -> int:
    """How many columns a line names that are known."""
    try:
        return len(known_columns(next(csv.reader([line], delimiter=mark), [])))
    except csv.Error:
        return 0


FORMAT = Format("table", _EXTENSIONS, is_table, read_table)
