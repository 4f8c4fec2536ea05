"""One document in several dossiers: read once, held by each."""

from __future__ import annotations

from sqlalchemy import update

from core.desk.database import Database
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.dossier import UnknownDocument
from core.desk.holdings import begin, hold, in_dossier, refuse
from core.models import Document


def add_from(database: Database, dossier: str, document: str, other: str, by: str) -> None:
    """Have a dossier hold a document that another holds, and from now on both; it is not read again.

    Raises:
        UnknownDocument: the other dossier does not hold it.
        AlreadyThere: this one holds the same bytes.
        DossierFull: it holds as many as it may.
        DossierDeleted: it was deleted and can still be asked back.
    """
    wanted = in_dossier(other).where(HOLDING.c.id == document).add_columns(DOCUMENT.c.content)
    with database.writing() as connection:
        begin(connection, database, dossier, by)
        found = connection.execute(wanted).mappings().one_or_none()
        if found is None:
            raise UnknownDocument(document)
        refuse(connection, dossier, found["sha256"])
        hold(connection, database, dossier, found["number"], unpacked(found["content"], Document), by)
        grown = update(DOSSIER).where(DOSSIER.c.id == dossier).values(version=DOSSIER.c.version + 1)
        connection.execute(grown)
