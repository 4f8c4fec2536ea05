"""The desk: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection
from dataclasses import replace

from core.desk import outside_answers
from core.desk.access import Doors
from core.desk.arrivals.arrivals import Arrivals
from core.desk.arrivals.drafts import Drafts
from core.desk.arrivals.letting_go import draft_days, drop_old
from core.desk.collation.reading import Collation
from core.desk.crew import Crew
from core.desk.dossier import Dossier, Held, Job
from core.desk.dossier_store import DossierStore
from core.desk.dossiers import Dossiers
from core.desk.glance import Glance
from core.desk.jobs import AT_ONCE, IN_TURN, new_id, new_job, pictures
from core.desk.judgements import Judgements
from core.desk.marks.filtering import Filtered
from core.desk.marks.reading import Marks
from core.desk.originals import Originals
from core.desk.outside_answers import Asked
from core.desk.rereading import replace_text
from core.desk.search.facets import Facets
from core.desk.search.query import Query
from core.desk.search.searching import Found
from core.frames.filter import Filter
from core.ingest import with_details
from core.models import Document, Extraction


class Desk:
    """A façade over the store and those who read. All methods may be called from any thread and return frozen pictures.

    An id that no dossier has stands for an empty one: a link whose dossier is gone shows nothing, and adding to it
    begins it anew. ``by`` is the name of whoever acts; the journal has it.
    """

    def __init__(
        self,
        store: DossierStore,
        crew: Crew,
        clock: Callable[[], float] = time.time,
        originals: Originals | None = None,
    ) -> None:
        self._store = store
        self._crew = crew
        self._clock = clock
        self.judgements = Judgements(store)
        self._doors = Doors(store.database)
        self.dossiers = Dossiers(store.database)
        self.originals = originals or Originals()
        self.arrivals = Arrivals(store, self.originals, crew.begin)
        self.drafts = Drafts(store, self.originals, self._at_work)

    def dossier(self, dossier_id: str, documents: Collection[str] | None = None) -> Dossier:
        """The dossier as it stands now, with all documents or those of some ids; an empty one where there is none."""
        through = self._doors.through(dossier_id)
        version = self._store.version(through)  # first: a picture may be newer than its number, never older
        held = self._store.held(through, documents)
        found = tuple(one.document for one in held)
        return Dossier(dossier_id, found, version, pictures(held, self._clock))

    def version(self, dossier_id: str) -> int:
        """A number that changes whenever documents or records of the dossier do; 0 where there is none."""
        return self._store.version(self._doors.through(dossier_id))

    def glance(self, dossier_id: str) -> Glance:
        """How far each document is, at one version."""
        return replace(self._store.glance(self._doors.through(dossier_id)), dossier=dossier_id)

    def records(self, dossier_id: str, documents: Collection[str] | None = None) -> tuple[Extraction, ...]:
        """What was found, in the order of the documents or of those of some ids; those not read yet are missing."""
        held = self._store.held(self._doors.through(dossier_id), documents)
        return tuple(one.record for one in held if one.record is not None)

    def marks(self, dossier_id: str, chosen: Filter) -> Marks:
        """The marks of the dossier that a filter lets through, to be looked at."""
        return Marks(self._store.database, Filtered(self._doors.through(dossier_id), chosen))

    def jobs(self, dossier_id: str) -> tuple[Job, ...]:
        """One job a document, the latest, in the order of the documents."""
        return pictures(self._store.held(self._doors.through(dossier_id)), self._clock)

    def collation(self, dossier_id: str) -> Collation:
        """What its documents say together, to be looked at."""
        return Collation(self._store.database, self._doors.through(dossier_id))

    def asked_outside(self, dossier_id: str) -> tuple[Asked, ...]:
        """Names of its documents that may be asked for outside, or were, and what is shown of each."""
        through = self._doors.through(dossier_id)
        with self._store.database.reading() as connection:
            return outside_answers.asked(connection, through)

    def put_answers(self, dossier_id: str, docs: Collection[str], placed: Callable[[Extraction], Extraction]) -> None:
        """Show some documents with the answers that ``placed`` puts into their records."""
        outside_answers.put(self._store.database, self._doors.through(dossier_id), docs, placed)

    def search(self, dossier_id: str, query: Query, page: int = 1) -> Found:
        """One page of the passages for which a query holds, of those documents that have been read."""
        return self._store.search((self._doors.through(dossier_id),), query, page)

    def in_common(self, dossier_id: str, query: Query) -> Facets | None:
        """What all these passages have in common; null where there are none, or too many to be counted."""
        return self._store.in_common((self._doors.through(dossier_id),), query)

    def submit(self, dossier_id: str, document: Document, by: str = "") -> Job:
        """Put a document into a dossier and have it read.

        Raises:
            AlreadyThere: the dossier holds the same bytes.
            DossierFull: it holds as many documents as it may.
            DossierDeleted: it was deleted and can still be asked back.
            UnknownDossier: there is none, and none is begun by adding where any is limited.
        """
        held = Held(document, new_job(document))
        self._store.add(self._doors.filling(dossier_id), held, by)
        self._at_work()
        return held.job

    def remove(self, dossier_id: str, document_id: str, by: str = "") -> None:
        """Take a document and what was found in it out of the dossier; one that is not there is no matter."""
        self._store.remove(self._doors.through(dossier_id), document_id, by)

    def set_details(
        self,
        dossier_id: str,
        document_id: str,
        *,
        title: str | None,
        outlet: str | None,
        published: dt.date | None,
        by: str = "",
    ) -> None:
        """Headline, outlet and publication date as people give them; a new date moves what hangs on it.

        A text that has been read is not read again for it, and goes before those that wait to be read.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        anew = new_id()

        def detailed(held: Held) -> Held:
            document = with_details(held.document, title, outlet, published)
            if document == held.document:
                return held
            moved = document.published != held.document.published
            job = new_job(document, anew, IN_TURN if held.before is None else AT_ONCE) if moved else held.job
            return replace(held, document=document, job=job)

        self._change(dossier_id, document_id, detailed, anew, by)

    def replace_text(self, dossier_id: str, document: Document, by: str = "") -> None:
        """The same file as a better reader reads it, in the place of what it was; what people gave of it stays.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        replace_text(self._store, self._doors.through(dossier_id), document, by)
        self._at_work()

    def retry(self, dossier_id: str, document_id: str, by: str = "") -> None:
        """Have a document read once more.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        anew = new_id()

        def again(held: Held) -> Held:
            return replace(held, job=new_job(held.document, anew), anew=True)

        self._change(dossier_id, document_id, again, anew, by)

    def warm(self) -> None:
        """Have workers there before the first document, and what was left unread read."""
        self._crew.begin()

    def tidy(self) -> None:
        """What was deleted goes for good; so do drafts that nobody touched for long, and old files without any use.

        Raises:
            StoreUnavailable: the database refuses.
        """
        self.originals.drop(drop_old(self._store.database, draft_days()))
        self.originals.drop(self.dossiers.purge().originals)
        self.originals.drop_old(self.dossiers.originals())

    def close(self) -> None:
        """End the workers with this process; what they read waits for the next ones."""
        self._crew.close()
        self._store.close()

    def _change(self, dossier_id: str, document_id: str, change: Callable[[Held], Held], job_id: str, by: str) -> None:
        """Make a change, and have the document read where it was given the job of this id."""
        if self._store.update(self._doors.through(dossier_id), document_id, change, by).job.id == job_id:
            self._at_work()

    def _at_work(self) -> None:
        """Workers are there, and know that there is something to do."""
        self._crew.begin()
        self._crew.wake()
