"""What was found in a document, written; and the dossiers that hold it told that it changed."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, insert, select, update

from core.desk.database.blobs import packed
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING, READING
from core.desk.makers import makers
from core.desk.marks.writing import write_marks
from core.desk.search.indexing import index
from core.models import Extraction


def write_reading(connection: Connection, number: int, record: Extraction, now: ColumnElement[float]) -> None:
    """Keep what was found in a document as its latest reading, and its marks; readings before stay as they are."""
    made_by = makers()
    row = {"document": number, "made": now, "record": packed(record)}
    row |= {"program": made_by.program, "model": made_by.model, "gazetteer": made_by.gazetteer}
    reading = connection.execute(insert(READING).values(row).returning(READING.c.number)).scalar_one()
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.number == number).values(reading=reading))
    write_marks(connection, number, reading, record)
    index(connection, number, record)


def bump(connection: Connection, number: int) -> None:
    """Give each dossier that holds a document its next version."""
    holding = select(HOLDING.c.dossier).where(HOLDING.c.document == number)
    locked = select(DOSSIER.c.id).where(DOSSIER.c.id.in_(holding)).order_by(DOSSIER.c.id).with_for_update()
    dossiers = connection.execute(locked).scalars().all()  # in one order, so that no two wait for each other
    connection.execute(update(DOSSIER).where(DOSSIER.c.id.in_(dossiers)).values(version=DOSSIER.c.version + 1))
