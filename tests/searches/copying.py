"""A dossier made many times larger in seconds: each document once more under another number, with all that it has."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, func, insert, literal, select

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT, HOLDING
from core.desk.database.search_tables import PASSAGE, PASSAGE_TERM


def copy(database: Database, times: int, documents: int) -> None:
    """The first ``documents`` once more, as the ``times``-th copy of them."""
    this = DOCUMENT.c.number <= documents
    far = literal(times * documents)
    with database.writing() as connection:
        first = select(func.count()).where(PASSAGE.c.document <= documents)
        passages = literal(times * connection.execute(first).scalar_one())
        name = {"id": DOCUMENT.c.id + str(times), "number": DOCUMENT.c.number + far, "claim": None}
        connection.execute(_again(DOCUMENT, this, name))
        held = {"id": HOLDING.c.id + str(times), "sha256": HOLDING.c.sha256 + str(times)}
        held |= {"document": HOLDING.c.document + far}
        connection.execute(_again(HOLDING, HOLDING.c.document <= documents, held))
        moved = {"number": PASSAGE.c.number + passages, "document": PASSAGE.c.document + far}
        connection.execute(_again(PASSAGE, PASSAGE.c.document <= documents, moved))
        within = PASSAGE_TERM.c.passage.in_(select(PASSAGE.c.number).where(PASSAGE.c.document <= documents))
        connection.execute(_again(PASSAGE_TERM, within, {"passage": PASSAGE_TERM.c.passage + passages}, {"number"}))


def _again(table: Table, where: ColumnElement[bool], changed: dict[str, Any], without: set[str] | None = None) -> Any:
    columns = [column for column in table.c if column.name not in (without or ())]
    values = [changed.get(column.name, column) for column in columns]
    rows = select(*(literal(None) if value is None else value for value in values)).where(where)
    return insert(table).from_select([column.name for column in columns], rows)
