"""The queue of documents to be read: a lease in each document's own row.

The row is the only truth about a job. Whoever reads a document holds a claim on it for some seconds and says again and
again that they still do; who does not is dead, and the document waits again. The end of a job is written together with
what was found, and only by whoever holds the claim: a document may be read twice, its record is written once.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Select, and_, or_, select, update

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT
from core.desk.dossier import Held
from core.desk.dossier_store import Claimed
from core.desk.held_rows import HEAD, HeldRows
from core.desk.holdings import is_held
from core.desk.jobs import IN_TURN
from core.desk.readings import bump, write_reading
from core.models import Extraction

MOST_ATTEMPTS = 12
"""Workers that may die over one document, before it is thought to be its fault."""

_DEADLY = "Reading this document ended the program that reads, again and again; it is left out."
_UNCLAIMED = {"claim": None, "worker": None, "lease": None}
_WAITS = {"state": "waiting", "sentence": "Waiting to be read.", "begun": None} | _UNCLAIMED


class Claims:
    """The part of a store that workers speak to."""

    def __init__(self, database: Database, rows: HeldRows) -> None:
        self.database = database
        self._rows = rows

    def claim(self, worker: str, lease: float) -> Claimed | None:
        """The next document, for one worker alone."""
        if not self.waits():  # those who find nothing to do disturb nobody who writes
            return None
        now, token = self.database.now(), secrets.token_urlsafe(12)
        order = (DOCUMENT.c.rank, DOCUMENT.c.queued, DOCUMENT.c.number)
        following = self._waiting().order_by(*order).with_for_update(skip_locked=True).scalar_subquery()
        mine = {"state": "reading", "sentence": "Being read.", "claim": token, "worker": worker, "lease": now + lease}
        mine |= {"begun": now, "attempts": DOCUMENT.c.attempts + 1}
        with self.database.writing() as connection:
            taken = update(DOCUMENT).where(DOCUMENT.c.number == following).values(mine).returning(*HEAD)
            head = connection.execute(taken).mappings().one_or_none()
            if head is None:
                return None
            (held,) = self._rows.held(connection, [head])
        if head["attempts"] > MOST_ATTEMPTS:
            self.finish(token, _DEADLY, None)
            return self.claim(worker, lease)
        return Claimed(token, held, head["attempts"])

    def waits(self) -> bool:
        """Whether there is anything to claim."""
        with self.database.reading() as connection:
            return connection.execute(self._waiting()).scalar() is not None

    def keep(self, token: str, lease: float) -> bool:
        """The claim for some seconds more."""
        longer = update(DOCUMENT).where(DOCUMENT.c.claim == token).values(lease=self.database.now() + lease)
        with self.database.writing() as connection:
            return connection.execute(longer).rowcount == 1

    def finish(self, token: str, sentence: str, record: Extraction | None) -> Held | None:
        """The record and the end of the job, together."""
        mine = select(*HEAD).where(DOCUMENT.c.claim == token).with_for_update()
        now = self.database.now()
        with self.database.writing() as connection:
            head = connection.execute(mine).mappings().one_or_none()
            if head is None:
                return None
            ended = {"state": "done" if record else "failed", "sentence": sentence, "seconds": now - head["begun"]}
            ended |= {"anew": False} if record else {}
            this = DOCUMENT.c.number == head["number"]
            connection.execute(update(DOCUMENT).where(this).values(ended | _UNCLAIMED))
            if record:
                write_reading(connection, head["number"], record, now)
            bump(connection, head["number"])
            after = connection.execute(select(*HEAD).where(this)).mappings().all()
            return self._rows.held(connection, after)[0]

    def give_back(self, token: str) -> bool:
        """A document at the end of the queue."""
        behind = {"queued": self.database.now(), "rank": IN_TURN}
        with self.database.writing() as connection:
            mine = update(DOCUMENT).where(DOCUMENT.c.claim == token)
            return connection.execute(mine.values(_WAITS | behind)).rowcount == 1

    def _waiting(self) -> Select[int]:
        """One document that nobody alive has claimed and that a dossier holds which was not deleted."""
        lapsed = and_(DOCUMENT.c.state == "reading", DOCUMENT.c.lease < self.database.now())
        return select(DOCUMENT.c.number).where(or_(DOCUMENT.c.state == "waiting", lapsed), is_held()).limit(1)

    def release(self, worker: str) -> int:
        """What a worker leaves behind waits again, where it was in the queue."""
        mine = and_(DOCUMENT.c.worker == worker, DOCUMENT.c.state == "reading")
        with self.database.writing() as connection:
            return connection.execute(update(DOCUMENT).where(mine).values(_WAITS)).rowcount
