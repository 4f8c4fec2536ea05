"""Drafts: documents that are not added yet, with what their owner gave of them. Nobody else sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, select, update

from core.desk.access import Doors
from core.desk.arrivals.alike import caught_up, compared
from core.desk.arrivals.laying_out import Laid, lay_out, row_of
from core.desk.arrivals.owner import Owner
from core.desk.arrivals.records import Draft, Many
from core.desk.arrivals.tables import DRAFT
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOSSIER
from core.desk.dossier import AlreadyThere, DossierFull, Held
from core.desk.dossier_store import DossierStore
from core.desk.holdings import begin
from core.desk.jobs import new_job
from core.desk.originals import Originals
from core.desk.putting_in import put_in
from core.desk.referring import unreferred
from core.ingest import with_details
from core.ingest.mending import mended
from core.models import Document

_AT_ONCE = 25
"""Drafts that are added in one transaction: nobody else writes meanwhile."""

Change = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that was not added: its document's name and the sentence that says why."""

    name: str
    sentence: str


class Drafts:
    """The drafts of a desk, for pages. All methods may be called from any thread.

    Every method raises :class:`~core.desk.database.StoreUnavailable` where disk or network refuse; a draft that is
    somebody else's, or not there any more, is no matter.
    """

    def __init__(self, store: DossierStore, originals: Originals, at_work: Callable[[], None]) -> None:
        """``at_work`` has workers there, and tells them that there is something to do."""
        self._database = store.database
        self._store = store
        self._doors = Doors(store.database)
        self._originals = originals
        self._at_work = at_work

    def many(self, dossier: str, owner: Owner) -> Many:
        """How many there are."""
        undated = func.count().filter(DRAFT.c.published.is_(None))
        asked = select(func.count(), undated).select_from(DRAFT).join(DOSSIER, DOSSIER.c.id == DRAFT.c.dossier)
        with self._database.reading() as connection:
            return Many(*connection.execute(asked.where(*self._mine(dossier, owner), _THERE)).one())

    def some(self, dossier: str, owner: Owner, first: int = 0, most: int = 20) -> tuple[Draft, ...]:
        """A page of them in the order in which they were handed in, from the ``first`` (counted from 0) on."""
        asked = select(*_SHOWN).join(DOSSIER, DOSSIER.c.id == DRAFT.c.dossier)
        asked = asked.where(*self._mine(dossier, owner), _THERE).order_by(*_IN_ORDER).offset(first).limit(most)
        with self._database.reading() as connection:
            return tuple(_draft(row) for row in connection.execute(asked).mappings())

    def put(self, dossier: str, owner: Owner, document: Document, by: str = "") -> tuple[str, ...]:
        """A document becomes a draft without being read; sentences on why it does not, where it is there already.

        Raises:
            DossierDeleted: the dossier was deleted and can still be asked back.
            UnknownDossier: there is none, and none is begun by adding where any is limited.
        """
        filling = self._doors.filling(dossier)
        found = compared(self._store, filling, owner.key, (document,))
        with self._database.writing() as connection:
            begin(connection, self._database, filling, by)
            laid = caught_up(connection, filling, owner.key, found)
            return lay_out(connection, self._database, filling, owner.key, laid)

    def take_out(self, dossier: str, owner: Owner, document: str, by: str = "") -> None:
        """A document leaves the dossier and is a draft again, in one; one that is not there is no matter."""
        through = self._doors.through(dossier)
        laid = [Laid(one.document) for one in self._store.held(through, (document,))]
        if laid:
            with self._database.writing() as connection:  # first: it is never in neither
                lay_out(connection, self._database, through, owner.key, laid, leaves=True)
        self._store.remove(through, document, by)

    def detail(self, dossier: str, owner: Owner, number: int, **given: str | dt.date | None) -> None:
        """Keep what people give of a draft: ``title``, ``outlet``, ``published``; what is not named stays."""

        def detailed(document: Document) -> Document:
            known = {"title": document.title, "outlet": document.outlet, "published": document.published}
            return with_details(document, **{**known, **given})  # type: ignore[arg-type]  # by their names

        self._change(dossier, owner, number, detailed, given)

    def mend(self, dossier: str, owner: Owner, number: int) -> None:
        """Make the repairs that a draft's warnings offer."""
        self._change(dossier, owner, number, mended)

    def discard(self, dossier: str, owner: Owner, numbers: Collection[int] | None = None) -> None:
        """Let go of some drafts, or of all of them; a file that nothing refers to any more is deleted."""
        gone = delete(DRAFT).where(*self._mine(dossier, owner), *_of(numbers)).returning(DRAFT.c.original)
        with self._database.writing() as connection:
            orphans = unreferred(connection, connection.execute(gone).scalars().all())
        self._originals.drop(orphans)

    def add(
        self, dossier: str, owner: Owner, numbers: Collection[int] | None = None, by: str = ""
    ) -> tuple[Refused, ...]:
        """Add some drafts to the dossier, or all of them, and have them read. Each is either, never both.

        Returns:
            Those that were not added: the dossier has them already, or it is full; these stay drafts.

        Raises:
            DossierDeleted: the dossier was deleted and can still be asked back.
            UnknownDossier: there is none for whoever asks.
        """
        asked = select(DRAFT.c.number).where(*self._mine(dossier, owner), *_of(numbers)).order_by(*_IN_ORDER)
        with self._database.reading() as connection:
            chosen = connection.execute(asked).scalars().all()
        refused: list[Refused] = []
        for at in range(0, len(chosen), _AT_ONCE):
            if not self._add(self._doors.filling(dossier), owner, chosen[at : at + _AT_ONCE], by, refused):
                break
        self._at_work()
        return tuple(refused)

    def _add(self, dossier: str, owner: Owner, numbers: Sequence[int], by: str, refused: list[Refused]) -> bool:
        """Add a few in one transaction; false where no more fit in."""
        with self._database.writing() as connection:
            begin(connection, self._database, dossier, by)
            for draft in _locked(connection, self._mine(dossier, owner), numbers):
                document = draft.document
                try:
                    put_in(connection, self._database, dossier, Held(document, new_job(document)), by)
                except AlreadyThere as there:
                    refused.append(Refused(document.title or document.name, str(there)))
                except DossierFull as full:
                    refused.append(Refused(document.title or document.name, str(full)))
                    return False
                connection.execute(delete(DRAFT).where(DRAFT.c.number == draft.number))
        return True

    def _change(self, dossier: str, owner: Owner, number: int, change: Change, given: Collection[str] = ()) -> None:
        with self._database.writing() as connection:
            for draft in _locked(connection, self._mine(dossier, owner), (number,)):
                row = row_of(change(draft.document)) | {"touched": self._database.now()}
                row |= {"given": " ".join(sorted({*draft.given, *given}))}
                connection.execute(update(DRAFT).where(DRAFT.c.number == number).values(row))

    def _mine(self, dossier: str, owner: Owner) -> tuple[ColumnElement[bool], ...]:
        return DRAFT.c.dossier == self._doors.through(dossier), DRAFT.c.owner.in_(owner.keys)


_THERE = DOSSIER.c.deleted.is_(None)
_IN_ORDER = (DRAFT.c.handed_in, DRAFT.c.number)
_SHOWN = (DRAFT.c.number, DRAFT.c.content, DRAFT.c.alike, DRAFT.c.given)


def _of(numbers: Collection[int] | None) -> tuple[ColumnElement[bool], ...]:
    return () if numbers is None else (DRAFT.c.number.in_(list(numbers)),)


def _locked(connection: Connection, mine: Sequence[ColumnElement[bool]], numbers: Sequence[int]) -> list[Draft]:
    """Some drafts, which nobody else changes until the end of the transaction."""
    asked = select(*_SHOWN).where(*mine, *_of(numbers))
    return [_draft(row) for row in connection.execute(asked.order_by(*_IN_ORDER).with_for_update()).mappings()]


def _draft(row: RowMapping) -> Draft:
    return Draft(row["number"], unpacked(row["content"], Document), row["alike"], frozenset(row["given"].split()))
