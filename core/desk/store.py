"""The desk in the server's memory: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import datetime as dt
import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from core.desk.dossier import AlreadyThere, Dossier, DossierFull, Job, State
from core.desk.judgements import Judgements
from core.desk.memory_store import Entry, Shelf, Shelves
from core.desk.progress import Pace
from core.desk.worker import Worker, WorkerFailed
from core.ingest import with_details
from core.models import Document, Extraction, Reading

MOST_DOCUMENTS = 500
"""Documents in one dossier."""

_log = logging.getLogger("dateline.desk")


class _Task(NamedTuple):
    """What the reading thread is to do; those with the least ``rank`` first, then in the order they came."""

    rank: int
    number: int
    dossier: str = ""
    document: str = ""
    job: str = ""


_THE_END, _AT_ONCE, _IN_TURN = range(3)
_numbers = count()


class Desk:
    """Dossiers by id. All methods may be called from any thread and return frozen pictures.

    An id that no dossier has stands for an empty one: a link whose dossier was dropped shows nothing, and adding to
    it begins it anew.
    """

    def __init__(self, worker: Worker | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._worker = worker or Worker()
        self._clock = clock
        self._pace = Pace()
        self._shelves = Shelves(clock)
        self._lock = threading.RLock()
        self.judgements = Judgements(self._shelves, self._lock)
        self._tasks: queue.PriorityQueue[_Task] = queue.PriorityQueue()
        self._reader: threading.Thread | None = None

    def create_dossier(self, name: str = "") -> str:
        """A new empty dossier; its id cannot be guessed, so that only who has the link reads it."""
        dossier_id = secrets.token_urlsafe(16)
        with self._lock:
            self._shelves.open(dossier_id).name = name
        return dossier_id

    def dossier(self, dossier_id: str) -> Dossier:
        """The dossier as it stands now; an empty one where there is none."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            if shelf is None:
                return Dossier(dossier_id, "", (), 0, ())
            documents = tuple(entry.document for entry in shelf.entries.values())
            return Dossier(dossier_id, shelf.name, documents, shelf.version, self.jobs(dossier_id))

    def version(self, dossier_id: str) -> int:
        """A number that changes whenever documents or records of the dossier do; 0 where there is none."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            return shelf.version if shelf else 0

    def records(self, dossier_id: str) -> tuple[Extraction, ...]:
        """What was found, in the order of the documents; those not read yet are missing."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            return tuple(e.reading.record for e in shelf.entries.values() if e.reading) if shelf else ()

    def jobs(self, dossier_id: str) -> tuple[Job, ...]:
        """One job a document, the latest, in the order of the documents."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            return tuple(self._picture(entry) for entry in shelf.entries.values()) if shelf else ()

    def submit(self, dossier_id: str, document: Document) -> Job:
        """Put a document into a dossier and have it read.

        Raises:
            AlreadyThere: the dossier holds the same bytes.
            DossierFull: it holds :data:`MOST_DOCUMENTS`.
        """
        with self._lock:
            shelf = self._shelves.open(dossier_id)
            for entry in shelf.entries.values():
                if document.sha256 == entry.document.sha256:
                    raise AlreadyThere(entry.document)
            if len(shelf.entries) >= MOST_DOCUMENTS:
                raise DossierFull(f"A dossier holds at most {MOST_DOCUMENTS} documents; please begin another.")
            shelf.entries[document.id] = entry = Entry(document, _new_job(document))
            shelf.change()
            self._enqueue(dossier_id, entry)
            return entry.job

    def remove(self, dossier_id: str, document_id: str) -> None:
        """Take a document and what was found in it out of the dossier; one that is not there is no matter."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            if shelf and shelf.entries.pop(document_id, None):
                shelf.change()

    def set_details(
        self, dossier_id: str, document_id: str, *, title: str | None, outlet: str | None, published: dt.date | None
    ) -> None:
        """Headline, outlet and publication date as people give them; a new date moves what hangs on it.

        A text that has been read is not read again for it, and goes before those that wait to be read.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        with self._lock:
            shelf, entry = self._shelves.find(dossier_id, document_id)
            before = entry.document
            after = with_details(before, title, outlet, published)
            if after == before:
                return
            entry.document = after
            entry.reading = _with_names(entry.reading, after)
            if after.published != before.published:
                entry.job = _new_job(after)
                self._enqueue(dossier_id, entry)
            shelf.change()

    def replace_text(self, dossier_id: str, document: Document) -> None:
        """The same file as a better reader reads it, in the place of what it was; what people gave of it stays.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        with self._lock:
            shelf, entry = self._shelves.find(dossier_id, document.id)
            old = entry.document
            published = old.published if old.published_from == "given" else document.published or old.published
            title, outlet = old.title or document.title, old.outlet or document.outlet
            entry.document = with_details(document, title, outlet, published)
            entry.job, entry.anew = _new_job(entry.document), True
            self._enqueue(dossier_id, entry)
            shelf.change()

    def retry(self, dossier_id: str, document_id: str) -> None:
        """Have a document read once more.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        with self._lock:
            shelf, entry = self._shelves.find(dossier_id, document_id)
            entry.job, entry.anew = _new_job(entry.document), True
            self._enqueue(dossier_id, entry)
            shelf.change()

    def warm(self) -> None:
        """Begin to load what reading needs, without waiting for it."""
        self._tasks.put(_Task(_AT_ONCE, next(_numbers)))
        self._have_reader()

    def close(self) -> None:
        """End the worker with the server; jobs that still run are failed."""
        self._tasks.put(_Task(_THE_END, next(_numbers)))
        self._worker.close()

    def _picture(self, entry: Entry) -> Job:
        """The job with time and estimated progress of this moment."""
        if entry.job.state != "reading" or entry.begun is None:
            return entry.job
        seconds = self._clock() - entry.begun
        return replace(entry.job, seconds=seconds, progress=self._pace.progress(len(entry.document.text), seconds))

    def _enqueue(self, dossier_id: str, entry: Entry) -> None:
        rank = _AT_ONCE if entry.before else _IN_TURN
        self._tasks.put(_Task(rank, next(_numbers), dossier_id, entry.document.id, entry.job.id))
        self._have_reader()

    def _have_reader(self) -> None:
        with self._lock:
            if self._reader is None or not self._reader.is_alive():
                self._reader = threading.Thread(target=self._read_on, name="dateline-reader", daemon=True)
                self._reader.start()

    def _read_on(self) -> None:
        """The one thread that talks to the worker, a task at a time."""
        while (task := self._tasks.get()).rank != _THE_END:
            try:
                self._perform(task)
            except WorkerFailed as failure:
                self._end(task, str(failure), None)
            except Exception:
                _log.exception("job %s failed", task.job)
                self._end(task, "Reading this document failed because of an error in the program.", None)

    def _perform(self, task: _Task) -> None:
        self._worker.start()
        begun = self._begin(task)
        if begun is not None:
            self._end(task, "Read.", self._worker.read(*begun))

    def _current(self, task: _Task) -> tuple[Shelf, Entry] | None:
        """Where a task belongs; null where its document is gone or is to be read anew."""
        shelf = self._shelves.glance(task.dossier)
        entry = shelf.entries.get(task.document) if shelf else None
        return (shelf, entry) if shelf and entry and entry.job.id == task.job else None

    def _begin(self, task: _Task) -> tuple[Document, Reading | None] | None:
        with self._lock:
            found = self._current(task)
            if found is None:
                return None
            _, entry = found
            entry.begun = self._clock()
            entry.job = replace(entry.job, state="reading", sentence="Being read.")
            return entry.document, entry.before

    def _end(self, task: _Task, sentence: str, reading: Reading | None) -> None:
        with self._lock:
            found = self._current(task)
            if found is None:
                return
            shelf, entry = found
            seconds = self._clock() - entry.begun if entry.begun is not None else 0.0
            state: State = "done" if reading else "failed"
            entry.job = replace(entry.job, state=state, progress=1.0, sentence=sentence, seconds=seconds)
            if reading is not None:
                if entry.before is None:
                    self._pace.learn(len(reading.record.text), seconds)
                entry.reading, entry.anew = _with_names(reading, entry.document), False
            shelf.change()


def _with_names(reading: Reading | None, document: Document) -> Reading | None:
    """The reading under the headline and outlet that the document has now."""
    if reading is None:
        return None
    return replace(reading, record=replace(reading.record, title=document.title, outlet=document.outlet))


def _new_job(document: Document) -> Job:
    return Job(secrets.token_urlsafe(8), document.id, "waiting", 0.0, "Waiting to be read.", 0.0)
