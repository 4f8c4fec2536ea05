"""The queue of files to be read: a lease in each file's own row, as documents have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from core.desk.arrivals.alike import Compared, caught_up
from core.desk.arrivals.laying_out import lay_out
from core.desk.arrivals.receipts import said
from core.desk.arrivals.records import Said
from core.desk.arrivals.tables import ARRIVAL
from core.desk.database import Database
from core.desk.database.blobs import packed
from core.desk.database.schema import DOSSIER
from core.desk.database.words import storable
from core.desk.leases import UNCLAIMED, WAITING, Leases, is_mine
from core.ingest import Outcome

MOST_DEATHS = 3
"""Workers that may die over one file; its own reading process may die without them."""

_DEADLY = "Reading this file ended the program that reads, again and again; it was left out."
_OPEN = select(DOSSIER.c.id).where(DOSSIER.c.id == ARRIVAL.c.dossier, DOSSIER.c.deleted.is_(None)).exists()
_SAME = ("number", "dossier", "owner", "handed_by", "handed_in", "name", "original", "text_column", "document")
_JOB = (*(ARRIVAL.c[name] for name in _SAME), ARRIVAL.c.attempts)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that one worker reads: ``token`` shows that it is the one. ``document`` is the one that is read anew."""

    token: str
    number: int
    dossier: str
    owner: str
    handed_by: str
    handed_in: float
    name: str
    original: str
    text_column: str | None
    document: str | None


class ArrivalQueue:
    """The part of arrivals that workers speak to; workers act for the house, and no door is closed to them.

    Every method raises :class:`~core.desk.database.StoreUnavailable` where disk or network refuse.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._leases = Leases(database, ARRIVAL, ARRIVAL.c.rank, ARRIVAL.c.queued, only=_OPEN)

    def claim(self, worker: str, lease: float, without: Collection[int] = ()) -> Arrived | None:
        """The next file, for one worker alone; ``without`` are the numbers of those that it cannot read."""
        besides = ARRIVAL.c.number.not_in(list(without)) if without else None
        if not self._leases.waits(besides):  # those who find nothing to do disturb nobody who writes
            return None
        with self._database.writing() as connection:
            taken = self._leases.claim(connection, worker, lease, *_JOB, besides=besides, progress="")
        if taken is None:
            return None
        token, row = taken
        if row["attempts"] > MOST_DEATHS:
            self._end(token, Said((_DEADLY,), again=True))
            return self.claim(worker, lease, without)
        return Arrived(token, **{name: row[name] for name in _SAME})

    def keep(self, token: str, lease: float) -> bool:
        """The claim for some seconds more; false where it is lost."""
        return self._leases.keep(token, lease)

    def tell(self, token: str, words: str) -> bool:
        """Where the reading has come to, in words."""
        return self._leases.say(token, progress=storable(words))

    def finish(self, arrived: Arrived, outcome: Outcome, found: Compared) -> bool:
        """The drafts and the end of the job, together; false where somebody else has the file, or nobody wants it."""
        with self._database.writing() as connection:
            # the dossier's row first, as everybody does: whoever lays out drafts in it comes one after another
            connection.execute(select(DOSSIER.c.id).where(DOSSIER.c.id == arrived.dossier).with_for_update())
            there = select(ARRIVAL.c.number).where(is_mine(ARRIVAL, arrived.token)).with_for_update()
            if connection.execute(there).scalar() is None:
                return False
            laid = caught_up(connection, arrived.dossier, arrived.owner, found)
            added = lay_out(
                connection, self._database, arrived.dossier, arrived.owner, laid, handed_in=arrived.handed_in
            )
            told = said(outcome, added)
            this = ARRIVAL.c.number == arrived.number
            if told == Said():
                connection.execute(delete(ARRIVAL).where(this))
            else:
                ended = {"state": "done", "progress": "", "outcome": packed(told), **UNCLAIMED}
                connection.execute(update(ARRIVAL).where(this).values(ended))
            return True

    def answer(self, arrived: Arrived, sentence: str) -> bool:
        """The end of a job that has no drafts, with what came of it; false as above."""
        return self._end(arrived.token, Said((sentence,)))

    def give_back(self, arrived: Arrived, words: str) -> bool:
        """A file for others, at the end of the queue: this worker cannot read it, and says why."""
        waits = {"progress": words, "queued": self._database.now(), "attempts": ARRIVAL.c.attempts - 1}
        return self._leases.say(arrived.token, **WAITING, **waits)

    def release(self, worker: str) -> int:
        """What a worker that ends in order leaves behind waits again; it did not die over it."""
        return self._leases.release(worker, attempts=ARRIVAL.c.attempts - 1)

    def _end(self, token: str, told: Said) -> bool:
        return self._leases.say(token, state="done", progress="", outcome=packed(told), **UNCLAIMED)
