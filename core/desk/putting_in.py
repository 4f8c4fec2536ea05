"""A document put into a dossier, as a part of whatever transaction it belongs to."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT
from core.desk.dossier import Held
from core.desk.held_rows import document_columns, job_columns
from core.desk.holdings import hold, refuse
from core.desk.readings import bump, write_reading


def put_in(connection: Connection, database: Database, dossier: str, held: Held, by: str) -> None:
    """A document more in a dossier that is begun; nothing is written where it is refused.

    Raises:
        AlreadyThere: the dossier holds the same bytes.
        DossierFull: it holds as many documents as it may.
    """
    document = held.document
    refuse(connection, dossier, document.sha256)
    columns = document_columns(document) | job_columns(held.job, held.anew)
    columns |= {"revision": 1, "rank": held.job.rank, "queued": database.now()}
    number = connection.execute(insert(DOCUMENT).values(columns).returning(DOCUMENT.c.number)).scalar_one()
    if held.record is not None:
        write_reading(connection, number, held.record, database.now())
    hold(connection, database, dossier, number, document, by)
    bump(connection, number)
