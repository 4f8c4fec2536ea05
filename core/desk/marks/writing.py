"""The rows of a document's marks, written in place of those that an earlier reading left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Table, delete, insert

from core.desk.marks.tables import ABOUT_DAYS, ABOUT_PLACE, EMPTY, LISTS, MARKED, TABLES
from core.frames.mark import Days, MarkRow
from core.frames.rows import DocumentRow, Frames, frames
from core.models import Extraction

Row = dict[str, Any]


def write_marks(connection: Connection, number: int, reading: int, record: Extraction) -> None:
    """Keep the marks of a document, as pages show them, instead of those before.

    Args:
        connection: in the transaction that writes the reading.
        number: of the document.
        reading: the number of the reading.
        record: what it found.
    """
    for table in (*TABLES.values(), ABOUT_PLACE, ABOUT_DAYS, MARKED):
        connection.execute(delete(table).where(table.c.document == number))
    for table, rows in _rows(frames((record,)), reading):
        if rows:
            connection.execute(insert(table), [{"document": number, **row} for row in rows])


def _rows(found: Frames, reading: int) -> Iterator[tuple[Table, list[Row]]]:
    """Each table with the rows that it gets, without the document's number."""
    lists = {name: _Lists() for name in LISTS}
    for kind in found.kinds:
        table = TABLES[kind.plural]
        yield table, list(_marks(found.of(kind), table, lists))
    places, days = (lists[name].items() for name in LISTS)
    yield ABOUT_PLACE, [{"list": n, "position": i, "place_key": key} for n, i, key in places]
    yield ABOUT_DAYS, list(_days(days))
    yield MARKED, [{"reading": reading, **_of_document(row)} for row in found.documents]


def _marks(marks: Sequence[MarkRow], table: Table, lists: dict[str, _Lists]) -> Iterator[Row]:
    names = [column.name for column in table.c if column.name != "document"]
    values = attrgetter(*names)
    for mark in marks:
        row = dict(zip(names, values(mark), strict=True))
        for name, numbered in lists.items():
            row[name] = numbered.number(row[name])
        yield row


def _days(items: Iterable[tuple[int, int, Days]]) -> Iterator[Row]:
    named: set[tuple[int, str]] = set()
    for number, position, (earliest, latest) in items:
        month = _month(earliest, latest)
        again = month is None or (number, month) in named  # a mark counts once in a month
        named.add((number, month or ""))
        row = {"list": number, "position": position, "earliest": earliest, "latest": latest}
        yield row | {"month": None if again else month}


def _month(earliest: dt.date | None, latest: dt.date | None) -> str | None:
    """The month that holds all of a span."""
    if earliest is None or latest is None:
        return None
    first, last = earliest.isoformat()[:7], latest.isoformat()[:7]
    return first if first == last else None


def _of_document(row: DocumentRow) -> Row:
    return {name: getattr(row, name) for name in ("published", "published_from", "language", "warnings", "marks")}


class _Lists:
    """Numbers for lists that many marks share; nought is the empty one."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {(): EMPTY}
        self._known: dict[int, int] = {}  # a list of thousands is looked at once, not for each mark

    def number(self, items: tuple[Any, ...]) -> int:
        """The number of a list; the lists themselves must live as long as this."""
        number = self._known.get(id(items))
        if number is None:
            number = self._known[id(items)] = self._numbers.setdefault(items, len(self._numbers))
        return number

    def items(self) -> Iterator[tuple[int, int, Any]]:
        """Number, position and item of each; no list has an item twice."""
        every = ((number, dict.fromkeys(items)) for items, number in self._numbers.items())
        return ((number, i, item) for number, items in every for i, item in enumerate(items))
