"""Between machines that share a PostgreSQL server, Procrastinate carries the word that there is something to read.

It brings the word at once (LISTEN/NOTIFY), knows which of its workers are alive, and hands on what a dead one had.
Which document is read, by whom, and what came of it stand in the document's own row alone (:mod:`core.desk.claims`): a
word that is lost, or comes twice, changes nothing. Source: https://procrastinate.readthedocs.io (3.10).
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import Sequence
from typing import Any

from sqlalchemy import make_url

from core.desk.crew import Crew
from core.desk.database import StoreUnavailable
from core.desk.dossier_store import DossierStore
from core.desk.taking import LEASE, SIGNS_OF_LIFE, TRY_AGAIN
from core.desk.worker import Worker

_QUEUE = "reading"
_READ = "dateline:read"
_SWEEP = "sweep"
_SWEEP_SECONDS = 2.0
"""Between two looks for what nobody was told of, and for workers that are dead."""

_log = logging.getLogger("dateline.worker")


class Announcer(Crew):
    """The side of those who add documents: tells workers anywhere, and looks after those that live beside it."""

    def __init__(self, url: str, beside: Crew) -> None:
        """``url`` is SQLAlchemy's address of the database; ``beside`` are this machine's own workers."""
        import procrastinate  # looks at the machine when it is imported

        self._beside = beside
        self._app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=_address(url), min_size=1))
        self._lock = threading.Lock()
        self._open = False

    def begin(self) -> None:
        """This machine's own."""
        self._beside.begin()

    def wake(self) -> None:
        """Say that there is something to read; where that fails, the workers' own look finds it."""
        from procrastinate.exceptions import ConnectorException

        try:
            with self._lock:
                if not self._open:
                    self._app.open()
                    self._open = True
            self._app.configure_task(_READ, queue=_QUEUE, allow_unknown=True).defer()
        except ConnectorException as error:
            _log.warning("no worker could be told: %s", type(error).__name__)

    def close(self) -> None:
        """This machine's own end; others stay."""
        self._beside.close()
        with self._lock:
            if self._open:
                self._app.close()


class Carried(Crew):
    """The side of the workers: each is lent to one word at a time, and reads until nothing waits."""

    def __init__(self, url: str, store: DossierStore, workers: Sequence[Worker]) -> None:
        import procrastinate

        self._store = store
        self._workers = list(workers)
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in workers:
            self._idle.put(worker)
        self._app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=_address(url)))
        self._app.task(name=_READ, queue=_QUEUE)(self._read)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="dateline-carrier", daemon=True)
        self._stop: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def begin(self) -> None:
        """Listen."""
        if self._thread.ident is None:
            self._thread.start()

    def wake(self) -> None:
        """They are told by the database."""

    def close(self) -> None:
        """Read no more, and let go of what is being read."""
        self._ended.set()
        for worker in self._workers:
            worker.end()
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread.ident is not None:
            self._thread.join()

    def _read(self) -> None:
        """One word: read what waits, in a thread of its own."""
        worker = self._idle.get()
        try:
            while worker.read_next():
                pass
        finally:
            self._idle.put(worker)

    def _serve(self) -> None:
        for worker in self._workers:
            worker.prepare()
        while not self._ended.is_set():
            try:
                asyncio.run(self._listen())
            except Exception as error:  # the server went away, which it may
                _log.warning("the database does not carry words: %s", type(error).__name__)
                self._ended.wait(TRY_AGAIN)

    async def _listen(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        if self._ended.is_set():
            return
        async with self._app.open_async():
            tasks = [asyncio.create_task(part) for part in (self._work(), self._sweep(), self._stop.wait())]
            try:
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self) -> None:
        await self._app.run_worker_async(
            queues=[_QUEUE],
            concurrency=len(self._workers),
            fetch_job_polling_interval=_SWEEP_SECONDS,
            update_heartbeat_interval=SIGNS_OF_LIFE,
            stalled_worker_timeout=LEASE,
            delete_jobs="always",
            install_signal_handlers=False,
        )

    async def _sweep(self) -> None:
        """Hand on what dead workers had, and give the word for what waits though nobody was told."""
        from procrastinate.exceptions import AlreadyEnqueued

        manager: Any = self._app.job_manager
        told = self._app.configure_task(_READ, queue=_QUEUE, queueing_lock=_SWEEP)
        while True:
            for job in await manager.get_stalled_jobs(queue=_QUEUE, seconds_since_heartbeat=LEASE):
                await manager.retry_job(job)
            try:
                if await asyncio.to_thread(self._store.waits):
                    await told.defer_async()
            except (AlreadyEnqueued, StoreUnavailable):
                pass
            await asyncio.sleep(_SWEEP_SECONDS)


def _address(url: str) -> str:
    """The same database as its own driver names it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
