"""The stretch of days that a dossier speaks of."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, func, select

from core.desk.database.schema import DOSSIER, HOLDING
from core.desk.marks.tables import ABOUT_DAYS, MARKED


def reach(connection: Connection, dossier: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that marks are about, or on which a document came out; null where there is none."""
    days = select(
        func.min(ABOUT_DAYS.c.earliest),
        func.min(ABOUT_DAYS.c.latest),
        func.max(ABOUT_DAYS.c.latest),
        func.max(ABOUT_DAYS.c.earliest),
    ).join(HOLDING, HOLDING.c.document == ABOUT_DAYS.c.document)
    published = select(func.min(MARKED.c.published), func.max(MARKED.c.published)).join(
        HOLDING, HOLDING.c.document == MARKED.c.document
    )
    there = (HOLDING.c.dossier == dossier, HOLDING.c.dossier == DOSSIER.c.id, DOSSIER.c.deleted.is_(None))
    found = [*connection.execute(days.where(*there)).one(), *connection.execute(published.where(*there)).one()]
    known = [day for day in found if day is not None]
    return (min(known), max(known)) if known else None
