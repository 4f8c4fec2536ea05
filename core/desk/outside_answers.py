"""Answers of an outside geocoder in the rows of marks: readings stay as the machine made them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from sqlalchemy import Connection, Row, select

from core.desk.database import Database
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, HOLDING, READING
from core.desk.marks.filtering import Filtered
from core.desk.marks.tables import TABLES
from core.desk.marks.writing import write_marks
from core.desk.readings import bump
from core.frames.filter import Filter
from core.frames.kinds import PLACES
from core.models import Extraction, Outside

_ROWS = TABLES[PLACES.plural].c


class Asked(NamedTuple):
    """A name that may be asked for outside, as a document has it, and what its rows say of the answer."""

    doc: str
    name: str
    outside: Outside


def asked(connection: Connection, dossier: str) -> tuple[Asked, ...]:
    """The names of a dossier that may be asked for, or were, in the order of its documents and texts."""
    marks = Filtered(dossier, Filter(roles="all")).marks(PLACES, HOLDING.c.id, _ROWS.text, _ROWS.outside)
    found = marks.where(_ROWS.outside.is_not(None)).order_by(HOLDING.c.position, _ROWS.i)
    return tuple(dict.fromkeys(Asked(*row) for row in connection.execute(found)))


def put(database: Database, dossier: str, docs: Collection[str], placed: Callable[[Extraction], Extraction]) -> None:
    """Write the marks of some documents as their records are with the answers put in.

    Args:
        database: where the dossier is.
        dossier: its id.
        docs: ids of its documents.
        placed: the record of a document with all answers that have come.
    """
    for doc in docs:
        with database.writing() as connection:
            if found := _reading(connection, dossier, doc):
                number, reading, data = found
                write_marks(connection, number, reading, placed(unpacked(data, Extraction)))
                bump(connection, number)


def _reading(connection: Connection, dossier: str, doc: str) -> Row[int, int, bytes] | None:
    """Number, latest reading and record of a document, which nobody else changes meanwhile."""
    latest = select(DOCUMENT.c.number, READING.c.number, READING.c.record)
    latest = latest.join(HOLDING, HOLDING.c.document == DOCUMENT.c.number)
    latest = latest.join(READING, READING.c.number == DOCUMENT.c.reading)
    latest = latest.where(HOLDING.c.dossier == dossier, HOLDING.c.id == doc).with_for_update(of=DOCUMENT)
    return connection.execute(latest).one_or_none()
