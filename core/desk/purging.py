"""What becomes of deleted dossiers: for a day they can be asked back, then they go for good."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, select

from core.desk.arrivals.tables import ARRIVAL, DRAFT
from core.desk.database import Database, StoreUnavailable
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.referring import referred, unreferred
from core.desk.search.indexing import sweep

GRACE = 86_400.0
"""Seconds in which a deleted dossier can be asked back."""

_log = logging.getLogger("dateline.desk")


@dataclass(frozen=True, slots=True)
class Purged:
    """What is gone for good: how many dossiers and documents, and the hashes of files that nothing refers to."""

    dossiers: int
    documents: int
    originals: tuple[str, ...]


def too_long_ago(database: Database) -> ColumnElement[float]:
    """The moment before which a deleted dossier cannot be asked back any more."""
    return database.now() - GRACE


def originals(database: Database) -> frozenset[str]:
    """The hashes of all files that a document, a draft or a file to be read refers to, also in a deleted dossier."""
    with database.reading() as connection:
        return referred(connection)


def purge(database: Database) -> Purged:
    """Drop for good what was deleted more than a day ago, with all that no other dossier needs.

    The files of :attr:`Purged.originals` are for the caller to delete. What the database keeps of deleted rows in its
    own files is overwritten or cut off.
    """
    doomed = select(DOSSIER.c.id).where(DOSSIER.c.deleted < too_long_ago(database))
    with database.writing() as connection:
        gone = connection.execute(doomed.with_for_update()).scalars().all()
        handed_in = _handed_in(connection, gone)
        files = _drop(connection, gone)
        if files:
            sweep(connection)
        orphans = unreferred(connection, [*files, *handed_in])
    try:
        database.scrub()
    except StoreUnavailable:  # what it would cut off is cut off with the next one
        _log.warning("what was deleted is still in the database’s own files")
    return Purged(len(gone), len(files), orphans)


def _handed_in(connection: Connection, dossiers: Sequence[str]) -> list[str | None]:
    """The originals of what was handed in for some dossiers and is no document; the rows go with the dossiers."""
    asked = (select(table.c.original).where(table.c.dossier.in_(dossiers)) for table in (ARRIVAL, DRAFT))
    return [file for one in asked for file in connection.execute(one).scalars()]


def _drop(connection: Connection, dossiers: Sequence[str]) -> Sequence[str | None]:
    """Drop dossiers and the documents that they alone hold; for each of these its original."""
    other = select(HOLDING.c.document).where(
        HOLDING.c.document == DOCUMENT.c.number, HOLDING.c.dossier.not_in(dossiers)
    )
    theirs = select(HOLDING.c.document).where(HOLDING.c.dossier.in_(dossiers))
    alone = and_(DOCUMENT.c.number.in_(theirs), ~other.exists())
    files = connection.execute(delete(DOCUMENT).where(alone).returning(DOCUMENT.c.original)).scalars().all()
    connection.execute(delete(DOSSIER).where(DOSSIER.c.id.in_(dossiers)))
    return files
