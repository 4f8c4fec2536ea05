"""Those who read: workers in threads of this process, or in a process of their own that is begun again when it dies."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from core.desk.arrivals.reader import ArrivalReader
from core.desk.dossier_store import DossierStore
from core.desk.extractor import Extractor
from core.desk.originals import Originals
from core.desk.receiving import ReadsFiles
from core.desk.taking import Taking
from core.desk.worker import Worker
from core.processes.child import Child

COUNT_VARIABLE = "DATELINE_WORKERS"
COMMAND = (sys.executable, "-m", "core", "worker", "--child")
FILES_AT_ONCE = 2
"""Files that one process of workers has read at once."""

_LOOK_AFTER = 1.0
"""Seconds between two looks whether the workers' process is there."""


class Crew(Protocol):
    """What gets the documents that wait read."""

    def begin(self) -> None:
        """Have the workers there; nothing where they are."""

    def wake(self) -> None:
        """Say that there is something to do, for those who can hear it."""

    def close(self) -> None:
        """End the workers; what they read waits again."""


class Threads(Crew):
    """A worker a thread; they look for themselves, and at once when they are woken."""

    def __init__(self, workers: Sequence[Taking[Any]]) -> None:
        self._workers = list(workers)
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Start the threads, once."""
        with self._lock:
            if not self._threads:
                self._threads = [
                    threading.Thread(target=worker.run, name="dateline-worker", daemon=True) for worker in self._workers
                ]
                for thread in self._threads:
                    thread.start()

    def wake(self) -> None:
        """All of them look at once."""
        for worker in self._workers:
            worker.wake()

    def close(self) -> None:
        """End each, and wait for it."""
        for worker in self._workers:
            worker.end()
        for thread in self._threads:
            thread.join()


class Elsewhere(Crew):
    """Nobody here: workers on other machines, or begun by an administrator, look by themselves."""

    def begin(self) -> None:
        """They have begun."""

    def wake(self) -> None:
        """They look by themselves."""

    def close(self) -> None:
        """They stay."""


class Process(Crew):
    """All workers in one child of this process, which lives by itself and is begun again where it died."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """``command`` works until its standard input ends."""
        self._child = Child(command)
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Start it and look after it, once."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._look_after, name="dateline-crew", daemon=True)
                self._thread.start()

    def wake(self) -> None:
        """They look by themselves."""

    def close(self) -> None:
        """End it with this process."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
        self._child.end()

    def _look_after(self) -> None:
        while not self._ended.is_set():
            if not self._child.alive:
                self._child.end()
                try:
                    self._child.start()
                except OSError:
                    return  # this process ends
            self._ended.wait(_LOOK_AFTER)


def workers_of(store: DossierStore, extractors: Sequence[Extractor]) -> list[Worker]:
    """A worker for each extractor of this process, with a name that no other has on any machine."""
    here = _here()
    return [Worker(store, extractor, f"{here}:{i}") for i, extractor in enumerate(extractors)]


def arrival_readers(
    store: DossierStore, readers: Callable[[], ReadsFiles], originals: Originals, count: int = FILES_AT_ONCE
) -> list[ArrivalReader]:
    """Those who read files that were handed in, each with a reader of its own: who ends takes none from another."""
    here = _here()
    return [ArrivalReader(store, readers(), originals, f"{here}:file-{i}") for i in range(count)]


def how_many() -> int:
    """Workers of this machine: ``DATELINE_WORKERS``, else a core each and one left for pages, but one at least."""
    named = os.environ.get(COUNT_VARIABLE, "")
    return int(named) if named.isdecimal() else max(1, (os.cpu_count() or 1) - 1)


def _here() -> str:
    """A name that no other crew has on any machine."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(2)}"
