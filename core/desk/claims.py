"""The queue of documents to be read: a lease in each document's own row.

The row is the only truth about a job. Whoever reads a document holds a claim on it for some seconds and says again and
again that they still do; who does not is dead, and the document waits again. The end of a job is written together with
what was found, and only by whoever holds the claim: a document may be read twice, its record is written once.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT
from core.desk.dossier import Held
from core.desk.dossier_store import Claimed
from core.desk.held_rows import HEAD, HeldRows
from core.desk.holdings import is_held
from core.desk.jobs import IN_TURN
from core.desk.leases import UNCLAIMED, WAITING, Leases, is_mine
from core.desk.readings import bump, write_reading
from core.models import Extraction

MOST_ATTEMPTS = 12
"""Workers that may die over one document, before it is thought to be its fault."""

_DEADLY = "Reading this document ended the program that reads, again and again; it is left out."
_WAITS = "Waiting to be read."


class Claims:
    """The part of a store that workers speak to."""

    def __init__(self, database: Database, rows: HeldRows) -> None:
        self.database = database
        self._rows = rows
        self._leases = Leases(database, DOCUMENT, DOCUMENT.c.rank, DOCUMENT.c.queued, only=is_held())

    def claim(self, worker: str, lease: float) -> Claimed | None:
        """The next document, for one worker alone."""
        if not self.waits():  # those who find nothing to do disturb nobody who writes
            return None
        with self.database.writing() as connection:
            taken = self._leases.claim(connection, worker, lease, *HEAD, sentence="Being read.")
            if taken is None:
                return None
            token, head = taken
            (held,) = self._rows.held(connection, [head])
        if head["attempts"] > MOST_ATTEMPTS:
            self.finish(token, _DEADLY, None)
            return self.claim(worker, lease)
        return Claimed(token, held, head["attempts"])

    def waits(self) -> bool:
        """Whether there is anything to claim: nobody alive has it, and a dossier that was not deleted holds it."""
        return self._leases.waits()

    def keep(self, token: str, lease: float) -> bool:
        """The claim for some seconds more."""
        return self._leases.keep(token, lease)

    def finish(self, token: str, sentence: str, record: Extraction | None) -> Held | None:
        """The record and the end of the job, together."""
        mine = select(*HEAD).where(is_mine(DOCUMENT, token)).with_for_update()
        now = self.database.now()
        with self.database.writing() as connection:
            head = connection.execute(mine).mappings().one_or_none()
            if head is None:
                return None
            ended: dict[str, Any] = {"state": "done" if record else "failed", "sentence": sentence}
            ended |= {"seconds": now - head["begun"], **UNCLAIMED}
            ended |= {"anew": False} if record else {}
            this = DOCUMENT.c.number == head["number"]
            connection.execute(update(DOCUMENT).where(this).values(ended))
            if record:
                write_reading(connection, head["number"], record, now)
            bump(connection, head["number"])
            after = connection.execute(select(*HEAD).where(this)).mappings().all()
            return self._rows.held(connection, after)[0]

    def give_back(self, token: str) -> bool:
        """A document at the end of the queue."""
        return self._leases.say(token, **WAITING, sentence=_WAITS, queued=self.database.now(), rank=IN_TURN)

    def release(self, worker: str) -> int:
        """What a worker leaves behind waits again, where it was in the queue."""
        return self._leases.release(worker, sentence=_WAITS)
