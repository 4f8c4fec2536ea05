"""Rows of marks and of documents as :mod:`core.frames` has them, by the page, in the order of the dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select, tuple_

from core.desk.database.schema import DOCUMENT, HOLDING
from core.desk.marks.filtering import Filtered, with_marks
from core.desk.marks.tables import ABOUT_DAYS, ABOUT_PLACE, MARKED, TABLES
from core.frames.kinds import MarkKind
from core.frames.mark import MarkRow
from core.frames.rows import DocumentRow
from core.text.invisible_characters import visible

R = TypeVar("R", bound=MarkRow)
_AT_ONCE = 400
_DIGITS = 10
"""Of the number of a mark: more than any text can have."""

_Lists = dict[tuple[int, int], tuple[Any, ...]]


def rows(
    connection: Connection,
    filtered: Filtered,
    kind: MarkKind[R],
    limit: int | None = None,
    offset: int = 0,
    *where: ColumnElement[bool],
) -> tuple[R, ...]:
    """Marks of a kind that the filter lets through, by document and then as the record lists them.

    Args:
        connection: in a transaction that reads.
        filtered: the dossier and the filter.
        kind: which marks.
        limit: how many; all where null.
        offset: how many before them are left out.
        where: what else is asked of the kind's columns.
    """
    return read(connection, filtered.marks(kind, *columns(kind)).where(*where), kind, limit, offset)


def rows_taken_away(
    connection: Connection, filtered: Filtered, kind: MarkKind[R], limit: int | None = None, offset: int = 0
) -> tuple[R, ...]:
    """Marks of a kind that the filter does not let through; all else as in :func:`rows`."""
    return read(connection, filtered.taken_away(kind, *columns(kind)), kind, limit, offset)


def keyed(connection: Connection, dossier: str, kind: MarkKind[R], keys: Collection[str]) -> tuple[R, ...]:
    """The marks of a kind with these keys (``doc:i``), whatever the filter; what is not there is missing."""
    pairs = pairs_of(keys)
    each = (HOLDING.c.id, TABLES[kind.plural].c.i)
    found: list[R] = []
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        near = HOLDING.c.id.in_({doc for doc, _ in some})  # SQLite looks for no pair by an index
        asked = with_marks(dossier, kind, tuple(columns(kind))).where(near, tuple_(*each).in_(some))
        found += read(connection, asked, kind)
    return tuple(found)


def pairs_of(keys: Iterable[str]) -> list[tuple[str, int]]:
    """Keys (``doc:i``) as pairs, each once, in their order; what is no key is left out: some come from an address."""
    parts = dict.fromkeys((doc, i) for doc, _, i in (key.rpartition(":") for key in keys))
    return [(doc, int(i)) for doc, i in parts if i.isascii() and i.isdigit() and len(i) < _DIGITS]


def documents(
    connection: Connection,
    filtered: Filtered,
    limit: int | None = None,
    offset: int = 0,
    *where: ColumnElement[bool],
    latest: bool = False,
) -> tuple[DocumentRow, ...]:
    """The documents that the filter lets through, each with all its marks counted.

    In the order of the dossier; ``latest`` has those first that came out last, and those without a day last.
    """
    known = (HOLDING.c.id.label("doc"), DOCUMENT.c.name, DOCUMENT.c.title, DOCUMENT.c.outlet, *MARKED.c)
    asked = filtered.documents(*known).join(DOCUMENT, DOCUMENT.c.number == HOLDING.c.document)
    order = (MARKED.c.published.is_(None), MARKED.c.published.desc()) if latest else ()
    asked = asked.where(*where).order_by(*order, HOLDING.c.position).limit(limit).offset(offset)
    return tuple(_document(row) for row in connection.execute(asked).mappings())


def columns(kind: MarkKind[Any]) -> Iterator[ColumnElement[Any]]:
    """What :func:`read` needs of a mark."""
    yield HOLDING.c.id.label("doc")
    yield from TABLES[kind.plural].c


def read(
    connection: Connection, marks: Select[Any], kind: MarkKind[R], limit: int | None = None, offset: int = 0
) -> tuple[R, ...]:
    """The marks that a query of :func:`columns` gives, in the order of the dossier."""
    asked = marks.order_by(HOLDING.c.position, TABLES[kind.plural].c.i).limit(limit).offset(offset)
    found = connection.execute(asked).mappings().all()
    places = _lists(connection, ABOUT_PLACE, ("place_key",), {(row["document"], row["place_keys"]) for row in found})
    days = _lists(connection, ABOUT_DAYS, ("earliest", "latest"), {(row["document"], row["spans"]) for row in found})
    keys = {at: tuple(key for (key,) in items) for at, items in places.items()}
    names = [field.name for field in fields(kind.row)]
    return tuple(kind.row(**{name: row[name] for name in names} | _about(row, keys, days)) for row in found)


def _document(row: RowMapping) -> DocumentRow:
    values = {field.name: row[field.name] for field in fields(DocumentRow)}
    shown = {name: visible(values[name]) for name in ("name", "title", "outlet") if values[name]}
    return DocumentRow(**values | shown)


def _about(row: RowMapping, places: _Lists, days: _Lists) -> dict[str, Any]:
    """What a mark is about, from the lists that it has the numbers of."""
    document = row["document"]
    return {
        "place_keys": places.get((document, row["place_keys"]), ()),
        "spans": days.get((document, row["spans"]), ()),
    }


def _lists(connection: Connection, table: Any, names: Sequence[str], wanted: Iterable[tuple[int, int]]) -> _Lists:
    """Some lists by document and number, each item the named columns."""
    numbers = sorted(pair for pair in wanted if pair[1])
    lists: dict[tuple[int, int], list[Any]] = defaultdict(list)
    asked = select(table.c.document, table.c.list, *(table.c[name] for name in names))
    order = (table.c.document, table.c.list, table.c.position)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        near = table.c.document.in_({document for document, _ in some})  # SQLite looks for no pair by an index
        each = asked.where(near, tuple_(table.c.document, table.c.list).in_(some)).order_by(*order)
        for document, number, *item in connection.execute(each):
            lists[document, number].append(tuple(item))
    return {at: tuple(items) for at, items in lists.items()}
