"""Files as people hand them in: taken at once, read by workers, looked at and discarded by their owner alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, select, update

from core.desk.access import Doors
from core.desk.arrivals.laying_out import Laid, lay_out
from core.desk.arrivals.owner import Owner
from core.desk.arrivals.records import Arrival, NotKept, Said, State
from core.desk.arrivals.tables import ARRIVAL
from core.desk.database.blobs import packed, unpacked
from core.desk.database.schema import DOSSIER
from core.desk.database.words import storable
from core.desk.dossier import UnknownDocument
from core.desk.dossier_store import DossierStore
from core.desk.holdings import begin
from core.desk.leases import WAITING
from core.desk.originals import Originals
from core.desk.referring import unreferred
from core.ingest import LIMITS
from core.ingest.limits import MIB
from core.ingest.names import shown_name

_TOO_LARGE = f"This file is larger than {LIMITS.upload // MIB} MB; please send it in parts."
_NOT_KEPT = "This file could not be kept, because the server’s disk does not take it. Please hand it in again later."
_GONE = "The file that this document came in is no longer kept."
_SHOWN = (ARRIVAL.c.number, ARRIVAL.c.name, ARRIVAL.c.state, ARRIVAL.c.progress, ARRIVAL.c.outcome)


class Arrivals:
    """What is handed in, for pages. All methods may be called from any thread.

    Every method raises :class:`~core.desk.database.StoreUnavailable` where disk or network refuse; what is somebody
    else's, or not there, is no matter.
    """

    def __init__(self, store: DossierStore, originals: Originals, at_work: Callable[[], None]) -> None:
        """``at_work`` has workers there."""
        self._database = store.database
        self._store = store
        self._doors = Doors(store.database)
        self._originals = originals
        self._at_work = at_work

    def hand_in(self, dossier: str, owner: Owner, data: bytes | memoryview, name: str, by: str = "") -> None:
        """Keep a file and have it read into drafts; returns at once. A dossier is begun with it.

        Raises:
            NotKept: the file is too large, or the disk does not take it.
            DossierDeleted: the dossier was deleted and can still be asked back.
            UnknownDossier: there is none, and none is begun by adding where any is limited.
        """
        if len(data) > LIMITS.upload:
            raise NotKept(_TOO_LARGE)
        filling = self._doors.filling(dossier)
        original = self._originals.keep(data)
        if original is None:
            raise NotKept(_NOT_KEPT)
        with self._database.writing() as connection:
            begin(connection, self._database, filling, by)
            connection.execute(insert(ARRIVAL).values(self._row(filling, owner, by, shown_name(name), original)))
        if not self._originals.has(original):  # whoever had the same file discarded it in between
            self._originals.keep(data)
        self._at_work()

    def read_again(self, dossier: str, owner: Owner, document: str, by: str = "") -> None:
        """Have the file of a document read by what reads files now; what comes of it takes the document's place.

        Raises:
            UnknownDocument: the dossier does not hold it.
            NotKept: its file is no longer there.
        """
        through = self._doors.through(dossier)
        held = self._store.held(through, (document,))
        if not held:
            raise UnknownDocument(document)
        found = held[0].document
        if found.original is None or not self._originals.has(found.original):
            raise NotKept(_GONE)
        row = self._row(through, owner, by, found.original_name or found.name, found.original)
        with self._database.writing() as connection:
            connection.execute(delete(ARRIVAL).where(*self._of(through, owner), ARRIVAL.c.document == document))
            connection.execute(insert(ARRIVAL).values({**row, "document": document}))
        self._at_work()

    def of(self, dossier: str, owner: Owner, document: str | None = None) -> tuple[Arrival, ...]:
        """What they handed in and did not discard, the first one first; or how far a document's file is read again."""
        mine = select(*_SHOWN).join(DOSSIER, DOSSIER.c.id == ARRIVAL.c.dossier)
        mine = mine.where(*self._of(self._doors.through(dossier), owner), DOSSIER.c.deleted.is_(None))
        mine = mine.where(ARRIVAL.c.document.is_(None) if document is None else ARRIVAL.c.document == document)
        with self._database.reading() as connection:
            return tuple(map(_arrival, connection.execute(mine.order_by(ARRIVAL.c.number)).mappings()))

    def running(self, dossier: str, owner: Owner) -> int:
        """How many of their files wait or are being read."""
        mine = select(func.count()).select_from(ARRIVAL).join(DOSSIER, DOSSIER.c.id == ARRIVAL.c.dossier)
        mine = mine.where(*self._of(self._doors.through(dossier), owner), DOSSIER.c.deleted.is_(None))
        with self._database.reading() as connection:
            return connection.execute(mine.where(ARRIVAL.c.state != "done", ARRIVAL.c.document.is_(None))).scalar_one()

    def read_as(self, dossier: str, owner: Owner, number: int, text_column: str | None = None) -> None:
        """Have a file that was read be read once more, a table by the column that holds its texts."""
        ended = ARRIVAL.c.number == number, ARRIVAL.c.state == "done"
        anew: dict[str, Any] = {**WAITING, "outcome": None, "progress": "", "attempts": 0}
        anew |= {"text_column": text_column, "queued": self._database.now()}
        with self._database.writing() as connection:
            mine = update(ARRIVAL).where(*self._of(self._doors.through(dossier), owner), *ended)
            connection.execute(mine.values(anew))
        self._at_work()

    def take_as_it_is(self, dossier: str, owner: Owner, number: int) -> None:
        """Have what a file was refused with as drafts after all; their warnings say what is wrong with it."""
        through = self._doors.through(dossier)
        this = *self._of(through, owner), ARRIVAL.c.number == number, ARRIVAL.c.state == "done"
        asked = select(ARRIVAL.c.outcome, ARRIVAL.c.owner, ARRIVAL.c.handed_in).where(*this).with_for_update()
        with self._database.writing() as connection:
            connection.execute(select(DOSSIER.c.id).where(DOSSIER.c.id == through).with_for_update())
            row = connection.execute(asked).one_or_none()
            told = unpacked(row.outcome, Said) if row is not None else Said()
            if row is None or not told.offered:
                return
            laid = [Laid(document) for document in told.offered]
            left_out = lay_out(connection, self._database, through, row.owner, laid, handed_in=row.handed_in)
            left = replace(told, sentences=left_out, offered=())
            if left == Said():
                connection.execute(delete(ARRIVAL).where(*this))
            else:
                connection.execute(update(ARRIVAL).where(*this).values(outcome=packed(left)))

    def discard(self, dossier: str, owner: Owner, numbers: Collection[int]) -> None:
        """Let go of files, and of what was said of them; their drafts stay. One that is being read is read for nothing.

        A file that nothing refers to any more is deleted.
        """
        mine = *self._of(self._doors.through(dossier), owner), ARRIVAL.c.number.in_(list(numbers))
        with self._database.writing() as connection:
            files = connection.execute(delete(ARRIVAL).where(*mine).returning(ARRIVAL.c.original)).scalars().all()
            orphans = unreferred(connection, files)
        self._originals.drop(orphans)

    def _row(self, dossier: str, owner: Owner, by: str, name: str, original: str) -> dict[str, Any]:
        """A file that waits: behind as many as its owner has waiting, so that those who hand in few are not kept."""
        ahead = select(func.count()).where(ARRIVAL.c.owner == owner.key, ARRIVAL.c.state != "done")
        now = self._database.now()
        row = {"dossier": dossier, "owner": owner.key, "handed_by": by, "handed_in": now, "queued": now}
        return row | {"name": storable(name), "original": original, "state": "waiting", "rank": ahead.scalar_subquery()}

    def _of(self, dossier: str, owner: Owner) -> tuple[ColumnElement[bool], ...]:
        return ARRIVAL.c.dossier == dossier, ARRIVAL.c.owner.in_(owner.keys)


def _arrival(row: RowMapping) -> Arrival:
    said = unpacked(row["outcome"], Said) if row["outcome"] else Said()
    return Arrival(row["number"], row["name"], cast("State", row["state"]), row["progress"], said)
