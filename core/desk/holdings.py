"""Which dossier holds which document: what is asked before one more is put in, and how it is put in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from core.desk import dossier_store
from core.desk.database import Database
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.dossier import AlreadyThere, DossierDeleted, DossierFull
from core.desk.held_rows import HEAD
from core.desk.journal import note
from core.models import Document


def alive(dossier: str) -> Select[int]:
    """The version of a dossier that is there and was not deleted."""
    return select(DOSSIER.c.version).where(DOSSIER.c.id == dossier, DOSSIER.c.deleted.is_(None))


def in_dossier(dossier: str) -> Select[Any]:
    """The documents of a dossier that was not deleted, as rows without their content."""
    joined = select(*HEAD).join(HOLDING, HOLDING.c.document == DOCUMENT.c.number)
    joined = joined.join(DOSSIER, DOSSIER.c.id == HOLDING.c.dossier)
    return joined.where(HOLDING.c.dossier == dossier, DOSSIER.c.deleted.is_(None))


def is_held() -> Any:
    """Whether any dossier that was not deleted holds a document."""
    joined = select(HOLDING.c.document).join(DOSSIER, DOSSIER.c.id == HOLDING.c.dossier)
    return joined.where(HOLDING.c.document == DOCUMENT.c.number, DOSSIER.c.deleted.is_(None)).exists()


def begin(connection: Connection, database: Database, dossier: str, by: str, **said: Any) -> None:
    """Have the dossier, and nobody else beside; versions begin at the time, so that none is ever repeated.

    Args:
        connection: of the transaction that writes.
        database: its database.
        dossier: an id.
        by: the name of whoever acts.
        said: what more is known of a dossier that is begun with this, by column.

    Raises:
        DossierDeleted: it was deleted and can still be asked back.
    """
    now = database.now()
    version = int(dt.datetime.now(dt.UTC).timestamp() * 1_000)
    row = {"id": dossier, "version": version, "made": now, "made_by": by, "changed": now, "changed_by": by} | said
    into = (sqlite.insert if database.is_sqlite else postgresql.insert)(DOSSIER)
    connection.execute(into.values(row).on_conflict_do_nothing())
    locked = select(DOSSIER.c.deleted).where(DOSSIER.c.id == dossier).with_for_update()
    if connection.execute(locked).scalar_one() is not None:
        raise DossierDeleted


def refuse(connection: Connection, dossier: str, sha256: str) -> None:
    """Raise where a dossier cannot take a document of this content.

    Raises:
        AlreadyThere: it holds the same bytes.
        DossierFull: it holds as many documents as it may.
    """
    same = select(DOCUMENT.c.content).join(HOLDING, HOLDING.c.document == DOCUMENT.c.number)
    same = same.where(HOLDING.c.dossier == dossier, HOLDING.c.sha256 == sha256)
    if content := connection.execute(same).scalar_one_or_none():
        raise AlreadyThere(unpacked(content, Document))
    count = select(func.count()).select_from(HOLDING).where(HOLDING.c.dossier == dossier)
    if connection.execute(count).scalar_one() >= dossier_store.MOST_DOCUMENTS:
        most = f"{dossier_store.MOST_DOCUMENTS:,}"
        raise DossierFull(f"A dossier holds at most {most} documents; please begin another.")


def hold(connection: Connection, database: Database, dossier: str, number: int, document: Document, by: str) -> None:
    """Put a document into a dossier as its last, and into the journal."""
    position = select(func.coalesce(func.max(HOLDING.c.position), 0) + 1).where(HOLDING.c.dossier == dossier)
    row = {"dossier": dossier, "document": number, "id": document.id, "sha256": document.sha256}
    row |= {"position": position.scalar_subquery(), "added": database.now(), "added_by": by}
    connection.execute(insert(HOLDING).values(row))
    note(connection, database.now(), dossier, by, "added", document.id)
