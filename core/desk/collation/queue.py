"""Which dossier is to be compared next: a lease in its own row, as documents have."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, exists, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from core.desk.collation.tables import COLLATION
from core.desk.database import Database
from core.desk.database.schema import DOSSIER, HOLDING
from core.desk.marks.tables import MARKED

_PATIENCE = 4.0
"""How many times as long as the last comparison took the next one waits: an import is not compared all the time."""


_AFTER_FAILURE = 15.0
"""Seconds that a comparison is said to have taken that failed."""


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier that one worker compares: ``token`` shows that it is the one, ``time`` numbers what it makes."""

    dossier: str
    token: str
    time: int


def claim(database: Database, lease: float, dossier: str | None = None) -> Due | None:
    """The dossier whose comparison is behind for the longest time, for one worker alone; null where there is none.

    Args:
        database: where dossiers are.
        lease: seconds for which nobody else has it.
        dossier: none but this one, and at once.
    """
    now = database.now()
    with database.reading() as connection:  # those who find nothing to do disturb nobody who writes
        found = connection.execute(_behind(now, dossier)).first()
    if found is None:
        return None
    token, name = secrets.token_urlsafe(12), found[0]
    first = {"dossier": name, "time": 0, "version": 0, "at": 0.0, "seconds": 0.0}
    into = (sqlite.insert if database.is_sqlite else postgresql.insert)(COLLATION)
    free = or_(COLLATION.c.lease.is_(None), COLLATION.c.lease < now)
    mine = update(COLLATION).where(COLLATION.c.dossier == name, free).values(claim=token, lease=now + lease)
    with database.writing() as connection:
        connection.execute(into.values(first).on_conflict_do_nothing())
        moment = connection.execute(mine.returning(COLLATION.c.time, now)).one_or_none()
    return Due(name, token, max(moment[0] + 1, int(moment[1] * 1_000))) if moment else None


def keep(database: Database, due: Due, lease: float) -> bool:
    """The claim for some seconds more; false where somebody else has it."""
    ours = update(COLLATION).where(COLLATION.c.dossier == due.dossier, COLLATION.c.claim == due.token)
    with database.writing() as connection:
        return connection.execute(ours.values(lease=database.now() + lease)).rowcount == 1


def give_back(database: Database, due: Due, failed: bool = False) -> None:
    """Let others have it at once; what failed comes after all that did not, and not for a while."""
    ours = update(COLLATION).where(COLLATION.c.dossier == due.dossier, COLLATION.c.claim == due.token)
    rest = {"at": database.now(), "seconds": _AFTER_FAILURE} if failed else {}
    with database.writing() as connection:
        connection.execute(ours.values(claim=None, lease=None, **rest))


def _behind(now: ColumnElement[float], dossier: str | None) -> Select[str]:
    read = exists().where(HOLDING.c.dossier == DOSSIER.c.id, MARKED.c.document == HOLDING.c.document)
    late = or_(COLLATION.c.version.is_(None), COLLATION.c.version != DOSSIER.c.version)
    free = or_(COLLATION.c.lease.is_(None), COLLATION.c.lease < now)
    rested = or_(COLLATION.c.at.is_(None), COLLATION.c.at + _PATIENCE * COLLATION.c.seconds < now)
    asked = select(DOSSIER.c.id).join(COLLATION, COLLATION.c.dossier == DOSSIER.c.id, isouter=True)
    asked = asked.where(DOSSIER.c.deleted.is_(None), late, free, read)
    asked = asked.where(rested) if dossier is None else asked.where(DOSSIER.c.id == dossier)
    return asked.order_by(func.coalesce(COLLATION.c.at, 0.0), DOSSIER.c.id).limit(1)
