"""The extraction of documents, one at a time, in a thread that talks to the worker; results overtaken are refused."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from core.desk.dossier import Held, Job, State, UnknownDocument
from core.desk.dossier_store import DossierStore
from core.desk.progress import Pace
from core.desk.worker import Worker, WorkerFailed
from core.models import Document, Extraction

_log = logging.getLogger("dateline.desk")


class _Task(NamedTuple):
    """What the thread is to do; those with the least ``rank`` first, then in the order they came."""

    rank: int
    number: int
    dossier: str = ""
    document: str = ""
    job: str = ""


_THE_END, _AT_ONCE, _IN_TURN = range(3)


def new_id() -> str:
    """An id that no other job has."""
    return secrets.token_urlsafe(8)


def new_job(document: Document, job_id: str | None = None) -> Job:
    """A job that waits."""
    return Job(job_id or new_id(), document.id, "waiting", 0.0, "Waiting to be read.", 0.0)


class Jobs:
    """The queue of documents to extract from. All methods may be called from any thread."""

    def __init__(self, store: DossierStore, worker: Worker, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._worker = worker
        self._clock = clock
        self._pace = Pace()
        self._begun: dict[str, float] = {}  # when a job began, by its id
        self._tasks: queue.PriorityQueue[_Task] = queue.PriorityQueue()
        self._numbers = count()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def enqueue(self, dossier_id: str, held: Held) -> None:
        """Have a document worked on; where its text was read before, ahead of those that wait to be."""
        rank = _AT_ONCE if held.before else _IN_TURN
        self._put(_Task(rank, next(self._numbers), dossier_id, held.document.id, held.job.id))

    def warm(self) -> None:
        """Begin to load what extraction needs, without waiting for it."""
        self._put(_Task(_AT_ONCE, next(self._numbers)))

    def picture(self, held: Held) -> Job:
        """The job with time and estimated progress of this moment."""
        begun = self._begun.get(held.job.id)
        if held.job.state != "reading" or begun is None:
            return held.job
        seconds = self._clock() - begun
        return replace(held.job, seconds=seconds, progress=self._pace.progress(len(held.document.text), seconds))

    def close(self) -> None:
        """End the worker with the server; jobs that still run are failed."""
        self._tasks.put(_Task(_THE_END, next(self._numbers)))
        self._worker.close()

    def _put(self, task: _Task) -> None:
        self._tasks.put(task)
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work_on, name="dateline-jobs", daemon=True)
                self._thread.start()

    def _work_on(self) -> None:
        """The one thread that talks to the worker, a task at a time."""
        while (task := self._tasks.get()).rank != _THE_END:
            try:
                self._perform(task)
            except WorkerFailed as failure:
                self._end(task, str(failure), None)
            except Exception:
                _log.exception("job %s failed", task.job)
                self._end(task, "Reading this document failed because of an error in the program.", None)
            finally:
                self._begun.pop(task.job, None)

    def _perform(self, task: _Task) -> None:
        self._worker.start()
        held = self._begin(task)
        if held is None:
            return
        before = held.before
        extracted = self._worker.redate(held.document, before) if before else self._worker.extract(held.document)
        self._end(task, "Read.", extracted, is_fresh=before is None)

    def _begin(self, task: _Task) -> Held | None:
        """The document, marked as being read; null where it is gone or is to be read anew."""

        def reading(held: Held) -> Held:
            if held.job.id != task.job:
                return held
            return replace(held, job=replace(held.job, state="reading", sentence="Being read."))

        self._begun[task.job] = self._clock()
        held = self._update(task, reading)
        return held if held is not None and held.job.id == task.job else None

    def _end(self, task: _Task, sentence: str, record: Extraction | None, *, is_fresh: bool = False) -> None:
        """Write the record and the end of its job together; a job that another has overtaken writes nothing."""
        begun = self._begun.get(task.job)
        seconds = self._clock() - begun if begun is not None else 0.0
        state: State = "done" if record else "failed"

        def ended(held: Held) -> Held:
            if held.job.id != task.job:
                return held
            job = replace(held.job, state=state, progress=1.0, sentence=sentence, seconds=seconds)
            if record is None:
                return replace(held, job=job)
            return replace(held, job=job, record=with_names(record, held.document), anew=False)

        held = self._update(task, ended)
        if held is not None and held.job.id == task.job and record is not None and is_fresh:
            self._pace.learn(len(record.text), seconds)

    def _update(self, task: _Task, change: Callable[[Held], Held]) -> Held | None:
        try:
            return self._store.update(task.dossier, task.document, change)
        except UnknownDocument:
            return None


def with_names(record: Extraction, document: Document) -> Extraction:
    """The record under the headline and outlet that its document has now."""
    return replace(record, title=document.title, outlet=document.outlet)
