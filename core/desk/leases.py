"""A table whose rows are jobs: each is claimed by one worker for some seconds, who says again and again that it lives.

Its columns ``state`` (waiting, reading, done, failed), ``queued``, ``begun``, ``claim``, ``worker``, ``lease`` and
``attempts`` are all that is known of a job. Whoever does not make its lease longer is dead, and the row waits again.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, or_, select, true, update

from core.desk.database import Database

UNCLAIMED: Mapping[str, Any] = {"claim": None, "worker": None, "lease": None}
"""What a row says that nobody has."""

WAITING: Mapping[str, Any] = {**UNCLAIMED, "state": "waiting", "begun": None}
"""What a row says that waits."""


def is_mine(table: Table, token: str) -> ColumnElement[bool]:
    """The row that this token claims."""
    return table.c.claim == token


class Leases:
    """The queue in a table. Where it takes a connection, it is part of the caller's transaction."""

    def __init__(self, database: Database, table: Table, *order: ColumnElement[Any], only: ColumnElement[bool]) -> None:
        """``order``: which row comes first; ``only`` rows of this condition are there for workers at all."""
        self._database = database
        self._table = table
        self._order = (*order, table.c.number)
        self._only = only

    def waits(self, besides: ColumnElement[bool] | None = None) -> bool:
        """Whether there is anything to claim; ``besides``: of the rows of this condition."""
        with self._database.reading() as connection:
            return connection.execute(self._waiting(besides)).scalar() is not None

    def claim(
        self,
        connection: Connection,
        worker: str,
        lease: float,
        *columns: ColumnElement[Any],
        besides: ColumnElement[bool] | None = None,
        **says: Any,
    ) -> tuple[str, RowMapping] | None:
        """The next row for one worker alone: a token that shows who has it, and some columns; ``says``: more of it."""
        now, token = self._database.now(), secrets.token_urlsafe(12)
        number, attempts = self._table.c.number, self._table.c.attempts
        following = self._waiting(besides).order_by(*self._order).with_for_update(skip_locked=True).scalar_subquery()
        mine = {"state": "reading", "claim": token, "worker": worker, "lease": now + lease, "begun": now}
        mine |= {"attempts": attempts + 1, **says}
        taken = update(self._table).where(number == following).values(mine).returning(*columns)
        row = connection.execute(taken).mappings().one_or_none()
        return None if row is None else (token, row)

    def keep(self, token: str, lease: float) -> bool:
        """The claim for some seconds more; false where somebody else has it."""
        return self.say(token, lease=self._database.now() + lease)

    def say(self, token: str, **values: Any) -> bool:
        """Columns of the row that a token claims; false where somebody else has it."""
        mine = update(self._table).where(is_mine(self._table, token)).values(values)
        with self._database.writing() as connection:
            return connection.execute(mine).rowcount == 1

    def release(self, worker: str, **says: Any) -> int:
        """What a worker leaves behind waits again, where it was in the queue; how many rows."""
        mine = and_(self._table.c.worker == worker, self._table.c.state == "reading")
        with self._database.writing() as connection:
            return connection.execute(update(self._table).where(mine).values({**WAITING, **says})).rowcount

    def _waiting(self, besides: ColumnElement[bool] | None = None) -> Select[int]:
        """One row that nobody alive has claimed."""
        lapsed = and_(self._table.c.state == "reading", self._table.c.lease < self._database.now())
        free = or_(self._table.c.state == "waiting", lapsed)
        more = true() if besides is None else besides
        return select(self._table.c.number).where(free, self._only, more).limit(1)
