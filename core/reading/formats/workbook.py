"""Workbooks (XLSX): each sheet a list of articles, one a row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

from core.reading.columns import Row, article, columns_of, first_of, known_columns
from core.reading.content import Content
from core.reading.formats.format import Format
from core.reading.formats.zipped import refuse_swollen
from core.reading.outcome import Unreadable
from core.reading.source import Source

_LOOK_AT = 200
_LOOK_FOR_NAMES = 10
"""Rows: the names of columns may stand below a headline of the sheet."""

_LAST_ROW = 2**20
_EMPTY = 50
"""So many empty cells count as one: a row is often formatted to its last column, which takes time all the same."""


def read_workbook(source: Source) -> Iterator[Content]:
    """The rows of all sheets in their order; sheets without texts are said, if another has some.

    Raises:
        Unreadable: no sheet holds a list of articles.
    """
    from openpyxl.reader.excel import load_workbook

    refuse_swollen(source)
    book = load_workbook(_Patient(source), read_only=True, data_only=True, keep_links=False)
    refusals: list[Unreadable] = []
    read = 0
    for sheet in book.worksheets:
        try:
            for content in _sheet(sheet, source):
                read += 1
                yield content
        except Unreadable as refusal:
            if refusal.code != "unsupported":
                raise
            refusals.append(refusal)
    if refusals and not read:
        raise refusals[0]


class _Patient(io.BytesIO):
    """The bytes of a workbook, which give no more when time is over: the library asks nobody else."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.data)
        self._budget = source.budget

    def read(self, size: int | None = -1, /) -> bytes:
        self._budget.refuse_late()
        return super().read(size)


def _sheet(sheet: Any, source: Source) -> Iterator[Content]:
    sheet.reset_dimensions()  # what a file says about its size is not believed: a row is as long as its last cell
    rows = _rows(sheet, source)
    tops, fault = first_of(rows, _LOOK_FOR_NAMES)
    if not tops:
        if fault:
            raise fault
        return
    at = next(
        (n for n, (_, cells) in enumerate(tops) if len(known_columns(str(cell) for cell in cells if cell)) > 1), 0
    )
    header, rows = tops[at], chain(tops[at + 1 :], _after(rows, fault))
    names = [" ".join(str(cell).split()) if cell is not None else f"column {n}" for n, cell in enumerate(header[1], 1)]
    named = ((number, dict(zip(names, cells, strict=False))) for number, cells in rows)
    first, fault = first_of(named, _LOOK_AT)
    if first:
        columns = columns_of([row for _, row in first], source.text_column)
        yield from (article(row, columns, number) for number, row in first)
    if fault:
        raise fault
    for number, row in named if first else ():
        yield article(row, columns, number)


def _after(rows: Iterator[Row], fault: Exception | None) -> Iterator[Row]:
    """What follows the first rows, or the fault at which they ended."""
    if fault:
        raise fault
    yield from rows


def _rows(sheet: Any, source: Source) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Rows that hold something, with their number in the sheet."""
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _LAST_ROW:
            raise Unreadable("damaged", "A row lies beyond the last that a sheet can have; what follows was not read.")
        filled = sum(cell is not None for cell in cells)
        source.budget.take_cells(max(filled, len(cells) // _EMPTY))
        if filled:
            yield number, cells


def is_workbook(source: Source) -> bool:
    """Whether it is an archive with the parts of a workbook."""
    return "xl/workbook.xml" in source.entries


FORMAT = Format("Excel workbook", (".xlsx", ".xlsm"), is_workbook, read_workbook)
