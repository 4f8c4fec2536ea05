"""Workbooks (XLSX): each sheet a list of articles, one a row."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator

from core.ingest.budget import Budget
from core.ingest.columns import article, columns_of, known_columns, names_columns
from core.ingest.content import Content
from core.ingest.encoding import tidy
from core.ingest.formats.format import Format
from core.ingest.formats.sheet import Book, Cells, Table, dated_styles, table_of, with_spanning, words_of
from core.ingest.formats.xml_parts import Shape, attributes, text_of
from core.ingest.formats.zipped import open_document
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile
from core.wording import counted

_MAIN = "xl/workbook.xml"
_LOOK_AT = 200
_LOOK_FOR_NAMES = 10
"""Rows: the names of columns may stand below a headline of the sheet."""

_BESIDE = re.compile(r"xl/(?:comments|threadedcomments|drawings)/?[a-z]{0,20}\d{0,5}\.xml", re.IGNORECASE)
_NOTE = Shape(blocks=frozenset({"comment", "threadedComment", "p"}), words=frozenset({"t", "text"}))
_TRUE = ("1", "true", "on")


def read_workbook(source: SourceFile) -> Iterator[Content]:
    """The rows of all sheets in their order; sheets without texts are said, if another has some.

    Raises:
        Unreadable: no sheet holds a list of articles.
    """
    lacks: list[str] = []
    refusals: list[Unreadable] = []
    unread: list[str] = []
    read = 0
    with open_document(source) as archive:
        book = _book(archive, source.budget, lacks)
        for name, part in _sheets(archive, source.budget):
            table = table_of(archive, part, book, source.budget) if part in archive.NameToInfo else Table(whole=False)
            try:
                for content in _articles(table, source):
                    read += 1
                    yield content
            except Unreadable as refusal:
                refusals.append(refusal)
                unread.append(f"Sheet “{name}” was not read: no column of texts is known in it.")
            lacks += _lost(table, name)
            if table.trouble:
                yield Content("", lacks=tuple(lacks))
                raise table.trouble
        beside = _beside(archive, source.budget, lacks)
    yield Content("", lacks=(*lacks, *(unread if read else ())))
    if refusals and not read:
        raise refusals[0]
    if beside:
        yield Content(beside, name="notes and text boxes")


def _beside(archive: zipfile.ZipFile, budget: Budget, lacks: list[str]) -> str:
    """What stands in notes on cells and in boxes above them, sheet by sheet."""
    found = []
    for part in sorted(filter(_BESIDE.fullmatch, archive.NameToInfo)):
        try:
            found.append(text_of(archive, part, _NOTE, budget).text)
        except Unreadable as trouble:
            lacks.append("Notes on cells or text boxes were not read. " + trouble.message)
    return "\n\n".join(filter(None, found))


def _lost(table: Table, name: str) -> Iterator[str]:
    """What of a sheet was not read."""
    if table.spoilt:
        yield f"Sheet “{name}”: {counted(table.spoilt, 'cell')} could not be read."
    if table.uncounted:
        yield f"Sheet “{name}”: the file does not keep the results of formulas in {counted(table.uncounted, 'cell')}."
    if not table.whole and not table.trouble:
        yield f"Sheet “{name}” is damaged; what follows its last readable row is missing."


def _book(archive: zipfile.ZipFile, budget: Budget, lacks: list[str]) -> Book:
    words, whole = words_of(archive, "xl/sharedStrings.xml", budget)
    if not whole:
        lacks.append("The words of the workbook are damaged; cells that name later ones are empty.")
    said = next(iter(attributes(archive, _MAIN, "workbookPr", budget)), {})
    return Book(words, dated_styles(archive, "xl/styles.xml", budget), said.get("date1904", "").lower() in _TRUE)


def _sheets(archive: zipfile.ZipFile, budget: Budget) -> list[tuple[str, str]]:
    """Name and part of each sheet with rows, in the order of the book; where it says nothing, all such parts.

    Charts are sheets, too, and hold none.
    """
    parts = {
        relation.get("Id"): posixpath.normpath(posixpath.join("xl", relation.get("Target", ""))).lstrip("/")
        for relation in attributes(archive, "xl/_rels/workbook.xml.rels", "Relationship", budget)
        if relation.get("Type", "").endswith("/worksheet")
    }
    listed = [(sheet.get("name", "")[:100], parts.get(sheet.get("id"))) for sheet in _listed(archive, budget)]
    found = [(name, part) for name, part in listed if part]
    lying = sorted(name for name in archive.NameToInfo if name.startswith("xl/worksheets/") and name.endswith(".xml"))
    return found or [(posixpath.splitext(posixpath.basename(part))[0], part) for part in lying]


def _listed(archive: zipfile.ZipFile, budget: Budget) -> Iterator[dict[str, str]]:
    for sheet in attributes(archive, _MAIN, "sheet", budget):
        yield {name: value.replace("\\", "/") for name, value in sheet.items()}


def _articles(table: Table, source: SourceFile) -> Iterator[Content]:
    tops = table.rows[:_LOOK_FOR_NAMES]
    if not tops:
        return
    at = next((n for n, (_, cells) in enumerate(tops) if len(known_columns(map(str, cells.values()))) > 1), 0)
    rows = table.rows[at + 1 :]
    header = tops[at][1]
    if not names_columns(header.values()) or (not rows and len(known_columns(map(str, header.values()))) < 2):
        header, rows = {}, table.rows
    names = _names(header, rows)
    if rows:
        columns = columns_of([_named(row, names) for _, row in rows[:_LOOK_AT]], source.text_column)
        with_spanning(table, next((column for column, name in names.items() if name == columns.text), None))
        yield from (article(_named(row, names), columns, number) for number, row in rows)


def _named(row: Cells, names: dict[int, str]) -> dict[str, object]:
    return {names[column]: tidy(value) if isinstance(value, str) else value for column, value in row.items()}


def _names(header: Cells, rows: list[tuple[int, Cells]]) -> dict[int, str]:
    """Names of all columns that hold something; those without one are counted."""
    used = sorted({*header, *(column for _, row in rows for column in row)})
    return {column: " ".join(str(header.get(column, "")).split()) or f"column {column}" for column in used}


def is_workbook(source: SourceFile) -> bool:
    """Whether it is an archive with the parts of a workbook."""
    return _MAIN in source.entries


FORMAT = Format("Excel workbook", (".xlsx", ".xlsm"), is_workbook, read_workbook)
