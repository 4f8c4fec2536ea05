"""Marks and passages made from readings that are there already: after a back-up, or a change of their tables."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, Row, or_, select

from core.desk.database import Database
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, READING
from core.desk.marks.tables import MARKED
from core.desk.marks.writing import write_marks
from core.desk.readings import bump
from core.desk.search.indexing import index
from core.models import Extraction

_AT_ONCE = 20
"""Documents of one transaction: who wants to write meanwhile waits no longer than for these."""

_log = logging.getLogger("dateline.desk")


def write_missing(database: Database, ended: Callable[[], bool] = lambda: False) -> int:
    """Write the marks of all documents whose latest reading has none, or until told to stop; gives how many.

    Several processes may do so at once. A migration that changes the tables of marks may leave them empty.
    """
    written, last = 0, 0
    while not ended():
        with database.writing() as connection:
            some = _unmarked(connection, last)
            if not some:
                break
            for number, reading, data in some:
                if _write(connection, number, reading, data):
                    bump(connection, number)
                    written += 1
        last = some[-1][0]
    return written


def _unmarked(connection: Connection, after: int) -> list[Row[int, int, bytes]]:
    """Number, reading and record of the next documents that nobody else looks after."""
    marked = MARKED.c.document == DOCUMENT.c.number
    found = select(DOCUMENT.c.number, READING.c.number, READING.c.record).join(
        READING, READING.c.number == DOCUMENT.c.reading
    )
    found = found.join(MARKED, marked, isouter=True).where(DOCUMENT.c.number > after)
    found = found.where(or_(MARKED.c.reading.is_(None), MARKED.c.reading != READING.c.number))
    locked = found.order_by(DOCUMENT.c.number).limit(_AT_ONCE).with_for_update(of=DOCUMENT, skip_locked=True)
    return list(connection.execute(locked).all())


def _write(connection: Connection, number: int, reading: int, data: bytes) -> bool:
    try:
        record = unpacked(data, Extraction)
    except (zlib.error, msgspec.MsgspecError) as error:
        _log.error("the reading of document %d cannot be read: %s", number, type(error).__name__)
        return False
    write_marks(connection, number, reading, record)
    index(connection, number, record)
    return True
