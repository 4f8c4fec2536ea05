"""What is wrong with a desk, in sentences for whoever keeps it; documents are named by their ids, never by their words.

Rows are held against each other, what the machine found against the texts, and originals against their hashes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, RowMapping, and_, exists, func, or_, select, text, union_all
from sqlalchemy.exc import DatabaseError

from core.desk.arrivals.records import Said
from core.desk.arrivals.tables import ARRIVAL, DRAFT
from core.desk.database import Database
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING, JUDGEMENT, READING, metadata
from core.desk.held_rows import document_columns
from core.desk.keeping.offsets import outside
from core.desk.originals import Originals
from core.models import Document, Extraction
from core.models.judgement import Judgement

_AT_ONCE = 20
_DAY = 86_400.0
_UNREADABLE = (zlib.error, msgspec.DecodeError, TypeError, ValueError)
T = TypeVar("T")


@dataclass(slots=True)
class Report:
    """What is wrong, a sentence each, and what was looked at, in numbers."""

    wrong: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def check(database: Database, originals: Originals) -> Report:
    """Look at everything, and change nothing.

    Raises:
        StoreUnavailable: the database cannot be read.
    """
    report = Report()
    try:
        with database.reading() as connection:
            if database.is_sqlite and connection.execute(text("PRAGMA quick_check(1)")).scalar() != "ok":
                report.wrong.append("The file of the database is damaged.")
            for part in (_counts, _references, _documents, _readings, _holdings, _judgements, _handed_in):
                part(connection, report)
            _originals(connection, report, originals, connection.execute(select(database.now())).scalar_one())
    except DatabaseError as error:
        if error.connection_invalidated:
            raise
        report.wrong.append("The database is damaged: parts of it cannot be read.")
    return report


def _counts(connection: Connection, report: Report) -> None:
    for name, table in (
        ("dossiers", DOSSIER),
        ("documents", DOCUMENT),
        ("readings", READING),
        ("decisions", JUDGEMENT),
        ("drafts", DRAFT),
        ("files handed in", ARRIVAL),
    ):
        report.counts[name] = connection.execute(select(func.count()).select_from(table)).scalar_one()


def _references(connection: Connection, report: Report) -> None:
    """A row may refer only to a row that is there; a file of SQLite that others wrote to does not see to it."""
    for table in metadata.sorted_tables:
        for foreign in table.foreign_keys:
            mine, there = foreign.parent, foreign.column
            other = there.table.alias()
            missing = ~exists().where(other.c[there.name] == mine)
            lost = select(func.count()).select_from(table).where(mine.is_not(None), missing)
            count = connection.execute(lost).scalar_one()
            if count:
                report.wrong.append(f"{count} rows of “{table.name}” refer to a {there.table.name} that is not there.")


def _documents(connection: Connection, report: Report) -> None:
    """What a document's row says, what its content says, and what was found in it say the same."""
    latest = select(*DOCUMENT.c, READING.c.document.label("of"), READING.c.record).outerjoin(
        READING, READING.c.number == DOCUMENT.c.reading
    )
    for row in _each(connection, latest.order_by(DOCUMENT.c.number)):
        report.wrong += (f"Document {row['id']} (number {row['number']}): {what}" for what in _document(row))


def _document(row: RowMapping) -> Iterator[str]:
    document = _decoded(row["content"], Document)
    if document is None:
        yield "its content cannot be read."
    else:
        unlike = [
            name for name, value in document_columns(document).items() if name != "content" and row[name] != value
        ]
        if unlike:
            yield f"its row and its content differ in {', '.join(unlike)}."
        yield from outside(document)
    if row["reading"] is None:
        if row["state"] == "done":
            yield "it is said to have been read, and nothing is kept of what was found."
        return
    if row["of"] is None:
        yield f"its latest reading, {row['reading']}, is not there."
    elif row["of"] != row["number"]:
        yield f"its latest reading, {row['reading']}, is that of document number {row['of']}."
    else:
        record = _decoded(row["record"], Extraction)
        if document is None or record is None or row["state"] != "done":
            return  # told by itself, or read again soon
        if (record.text, record.sha256) != (document.text, document.sha256):
            yield "what was found is of another text than it has."


def _readings(connection: Connection, report: Report) -> None:
    """Every reading decodes, and each of its marks lies in its text, at its words."""
    for row in _each(connection, select(READING.c.number, READING.c.record).order_by(READING.c.number)):
        record = _decoded(row["record"], Extraction)
        told = ["it cannot be read."] if record is None else outside(record)
        report.wrong += (f"Reading {row['number']}: {what}" for what in told)


def _holdings(connection: Connection, report: Report) -> None:
    """Each document is in a dossier, and there under its own id."""
    unheld = select(DOCUMENT.c.id).where(~exists().where(HOLDING.c.document == DOCUMENT.c.number))
    report.wrong += (f"Document {name} is in no dossier." for name in connection.execute(unheld).scalars())
    same = HOLDING.c.document == DOCUMENT.c.number
    unlike = or_(HOLDING.c.id != DOCUMENT.c.id, HOLDING.c.sha256 != DOCUMENT.c.sha256)
    for row in connection.execute(select(HOLDING.c.dossier, HOLDING.c.id).where(and_(same, unlike))):
        report.wrong.append(f"Dossier {row.dossier} holds a document under {row.id}, which is not its id.")


def _judgements(connection: Connection, report: Report) -> None:
    for row in _each(connection, select(JUDGEMENT.c.id, JUDGEMENT.c.says).order_by(JUDGEMENT.c.number)):
        judgement = _decoded(row["says"], Judgement)
        if judgement is None or judgement.id != row["id"]:
            report.wrong.append(f"Decision {row['id']} cannot be read.")


def _handed_in(connection: Connection, report: Report) -> None:
    """A draft's row and its content say the same; of a file that was read something is said."""
    for row in _each(connection, select(DRAFT).order_by(DRAFT.c.number)):
        document = _decoded(row["content"], Document)
        if document is None:
            report.wrong.append(f"Draft {row['number']}: its content cannot be read.")
            continue
        same = ("id", "sha256", "original", "published")
        if unlike := [name for name in same if row[name] != getattr(document, name)]:
            report.wrong.append(f"Draft {row['number']}: its row and its content differ in {', '.join(unlike)}.")
        report.wrong += (f"Draft {row['number']}: {what}" for what in outside(document))
    read = select(ARRIVAL.c.number, ARRIVAL.c.outcome).where(ARRIVAL.c.state == "done")
    for row in _each(connection, read.order_by(ARRIVAL.c.number)):
        if _decoded(row["outcome"] or b"", Said) is None:
            report.wrong.append(f"File {row['number']}: what was said of it cannot be read.")


def _originals(connection: Connection, report: Report, originals: Originals, now: float) -> None:
    """Each original has its hash; one that is not there was let go of when it was old, or is lost."""
    documents = select(DOCUMENT.c.original, HOLDING.c.added).join(HOLDING, HOLDING.c.document == DOCUMENT.c.number)
    others = (select(table.c.original, table.c.handed_in) for table in (ARRIVAL, DRAFT))
    every = union_all(documents, *others).subquery()
    original, handed_in = every.c
    referred = select(original, func.max(handed_in)).where(original.is_not(None)).group_by(original)
    report.counts |= {"originals": 0, "originals no longer kept": 0}
    for sha256, added in connection.execute(referred.order_by(original)):
        if not originals.has(sha256):
            if added > now - originals.days * _DAY:
                report.wrong.append(f"Original {sha256[:16]}… is not there.")
            else:
                report.counts["originals no longer kept"] += 1
            continue
        report.counts["originals"] += 1
        if originals.get(sha256) is None:
            report.wrong.append(f"Original {sha256[:16]}… is not what was handed in.")


def _each(connection: Connection, rows: Any) -> Iterator[RowMapping]:
    """Rows as they come: there may be more than memory holds."""
    yield from connection.execute(rows, execution_options={"yield_per": _AT_ONCE}).mappings()


def _decoded(data: bytes, kind: Callable[..., T]) -> T | None:
    """A record, or null where the bytes are none."""
    try:
        return unpacked(data, kind)  # type: ignore[arg-type]  # the class is its own kind
    except _UNREADABLE:
        return None
