"""The desk: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace

from core.desk.dossier import Dossier, Held, Job
from core.desk.dossier_store import DossierStore
from core.desk.jobs import Jobs, new_id, new_job, with_names
from core.desk.judgements import Judgements
from core.desk.memory_store import MemoryStore
from core.desk.worker import Worker
from core.ingest import with_details
from core.models import Document, Extraction


class Desk:
    """A façade over the store and the jobs. All methods may be called from any thread and return frozen pictures.

    An id that no dossier has stands for an empty one: a link whose dossier was dropped shows nothing, and adding to
    it begins it anew.
    """

    def __init__(
        self,
        worker: Worker | None = None,
        clock: Callable[[], float] = time.monotonic,
        store: DossierStore | None = None,
    ) -> None:
        self._store: DossierStore = store or MemoryStore(clock)
        self._jobs = Jobs(self._store, worker or Worker(), clock)
        self.judgements = Judgements(self._store)

    def dossier(self, dossier_id: str) -> Dossier:
        """The dossier as it stands now; an empty one where there is none."""
        version = self._store.version(dossier_id)  # first: a picture may be newer than its number, never older
        held = self._store.held(dossier_id)
        documents = tuple(one.document for one in held)
        return Dossier(dossier_id, documents, version, tuple(map(self._jobs.picture, held)))

    def version(self, dossier_id: str) -> int:
        """A number that changes whenever documents or records of the dossier do; 0 where there is none."""
        return self._store.version(dossier_id)

    def records(self, dossier_id: str) -> tuple[Extraction, ...]:
        """What was found, in the order of the documents; those not read yet are missing."""
        return tuple(held.record for held in self._store.held(dossier_id) if held.record is not None)

    def jobs(self, dossier_id: str) -> tuple[Job, ...]:
        """One job a document, the latest, in the order of the documents."""
        return tuple(map(self._jobs.picture, self._store.held(dossier_id)))

    def submit(self, dossier_id: str, document: Document) -> Job:
        """Put a document into a dossier and have it read.

        Raises:
            AlreadyThere: the dossier holds the same bytes.
            DossierFull: it holds as many documents as it may.
        """
        held = Held(document, new_job(document))
        self._store.add(dossier_id, held)
        self._jobs.enqueue(dossier_id, held)
        return held.job

    def remove(self, dossier_id: str, document_id: str) -> None:
        """Take a document and what was found in it out of the dossier; one that is not there is no matter."""
        self._store.remove(dossier_id, document_id)

    def set_details(
        self, dossier_id: str, document_id: str, *, title: str | None, outlet: str | None, published: dt.date | None
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
            record = with_names(held.record, document) if held.record else None
            moved = document.published != held.document.published
            return replace(held, document=document, record=record, job=new_job(document, anew) if moved else held.job)

        self._change(dossier_id, document_id, detailed, anew)

    def replace_text(self, dossier_id: str, document: Document) -> None:
        """The same file as a better reader reads it, in the place of what it was; what people gave of it stays.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        anew = new_id()

        def reread(held: Held) -> Held:
            old = held.document
            dated = old if old.published_from == "given" or document.published is None else document
            new = replace(
                document, published=dated.published, published_from=dated.published_from, dated_by=dated.dated_by
            )
            new = with_details(new, old.title or new.title, old.outlet or new.outlet, new.published)
            return replace(held, document=new, job=new_job(new, anew), anew=True)

        self._change(dossier_id, document.id, reread, anew)

    def retry(self, dossier_id: str, document_id: str) -> None:
        """Have a document read once more.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        anew = new_id()
        self._change(
            dossier_id, document_id, lambda held: replace(held, job=new_job(held.document, anew), anew=True), anew
        )

    def warm(self) -> None:
        """Begin to load what extraction needs, without waiting for it."""
        self._jobs.warm()

    def close(self) -> None:
        """End the worker with the server; jobs that still run are failed."""
        self._jobs.close()

    def _change(self, dossier_id: str, document_id: str, change: Callable[[Held], Held], job_id: str) -> None:
        """Make a change, and have the document read where it was given the job of this id."""
        held = self._store.update(dossier_id, document_id, change)
        if held.job.id == job_id:
            self._jobs.enqueue(dossier_id, held)
