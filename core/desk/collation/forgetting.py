"""What a comparison has of a document that is taken out of a dossier: gone at once, not with the next comparison."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, or_, select

from core.desk.collation.tables import CLUSTER, CLUSTERED, GROUP, GROUPED, NAMED, REUSE
from core.desk.database.schema import HOLDING


def forget(connection: Connection, dossier: str, number: int) -> None:
    """Let go of all that has words of a document; the next comparison brings back what others say.

    Args:
        connection: of the transaction that takes it out, before it does.
        dossier: the dossier that it is taken out of.
        number: the document's.
    """
    groups = select(NAMED.c.time, NAMED.c.rank).where(NAMED.c.dossier == dossier, NAMED.c.document == number)
    clusters = select(CLUSTERED.c.time, CLUSTERED.c.number).where(
        CLUSTERED.c.dossier == dossier, CLUSTERED.c.document == number
    )
    for time, rank in connection.execute(groups).all():
        for table in (GROUP, GROUPED, NAMED):
            _drop(connection, table, dossier, time, rank, "rank")
    for time, cluster in connection.execute(clusters).all():
        for table in (CLUSTER, CLUSTERED):
            _drop(connection, table, dossier, time, cluster, "number")
    known = select(HOLDING.c.id).where(HOLDING.c.dossier == dossier, HOLDING.c.document == number).scalar_subquery()
    shared = or_(REUSE.c.one == known, REUSE.c.other == known)
    connection.execute(delete(REUSE).where(REUSE.c.dossier == dossier, shared))


def _drop(connection: Connection, table: Table, dossier: str, time: int, number: int, name: str) -> None:
    this = (table.c.dossier == dossier, table.c.time == time, table.c[name] == number)
    connection.execute(delete(table).where(*this))
