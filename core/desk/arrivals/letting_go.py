"""Drafts that nobody has touched for long are let go of, as an administrator has it; by themselves they stay."""

from __future__ import annotations

import logging
import os

from sqlalchemy import delete

from core.desk.arrivals.tables import ARRIVAL, DRAFT
from core.desk.database import Database
from core.desk.referring import unreferred

DAYS_VARIABLE = "DATELINE_DRAFTS_DAYS"
DAYS = 30.0
_DAY = 86_400.0
_log = logging.getLogger("dateline.desk")


def draft_days() -> float:
    """For how many days what was handed in is kept after its owner last touched it; 0: until they discard it."""
    said = os.environ.get(DAYS_VARIABLE, "")
    try:
        days = float(said) if said else DAYS
    except ValueError:
        days = -1.0
    if not 0 <= days < float("inf"):
        _log.warning("%s is no number of days; drafts are kept for %g", DAYS_VARIABLE, DAYS)
        return DAYS
    return days


def drop_old(database: Database, days: float) -> tuple[str, ...]:
    """Drop what nobody has touched for so many days; hashes of the files that nothing refers to any more.

    The files are for the caller to delete. Nothing is dropped where ``days`` is 0, nor what still waits to be read.

    Raises:
        StoreUnavailable: the database refuses.
    """
    if not days:
        return ()
    before = database.now() - days * _DAY
    drafts = delete(DRAFT).where(DRAFT.c.touched < before).returning(DRAFT.c.original)
    said = delete(ARRIVAL).where(ARRIVAL.c.handed_in < before, ARRIVAL.c.state == "done").returning(ARRIVAL.c.original)
    with database.writing() as connection:
        gone = [file for deed in (drafts, said) for file in connection.execute(deed).scalars()]
        return unreferred(connection, gone)
