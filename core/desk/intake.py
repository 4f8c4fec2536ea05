"""Files on their way in: each is read in a process of its own while pages go on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Container, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from core.desk.originals import Originals
from core.ingest import Outcome
from core.ingest.isolation import Readers

_log = logging.getLogger("dateline.desk")
_AT_ONCE = 2


class ReadsFiles(Protocol):
    """What reads one file and never raises; :class:`~core.ingest.isolation.Readers` does."""

    def read(
        self, data: bytes, name: str, *, text_column: str | None = None, progress: Callable[[str], None] = ...
    ) -> Outcome:
        """What becomes of a file."""

    def close(self) -> None:
        """End what it uses."""


class Reception:
    """A file that was handed in: what is known of its reading so far. May be looked at from any thread."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self.progress = ""
        self.outcome: Outcome | None = None
        self._done = threading.Event()

    def finish(self, outcome: Outcome) -> None:
        """Say what became of it."""
        self.outcome = outcome
        self._done.set()

    def note(self, words: str) -> None:
        """Say where its reading has come to."""
        self.progress = words

    def wait(self, seconds: float) -> bool:
        """Whether it is read, after waiting at most so long."""
        return self._done.wait(max(seconds, 0.0))


class Intake:
    """Reads what is handed in, a few files at once, in the order they come; keeps each original."""

    def __init__(self, readers: Callable[[], ReadsFiles] = Readers, originals: Originals | None = None) -> None:
        self._make = readers
        self._readers: ReadsFiles | None = None
        self._originals = originals or Originals()
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="dateline-intake")
        self._lock = threading.Lock()

    def hand_in(self, data: bytes, name: str, text_column: str | None = None) -> Reception:
        """Have a file read; returns at once.

        Args:
            data: the file's bytes.
            name: its name, shown to people.
            text_column: of a table, the column of texts where people named it.
        """
        reception = Reception(data, name)
        self._threads.submit(self._receive, reception, text_column)
        return reception

    def original(self, sha256: str) -> bytes | None:
        """The bytes of a file that was handed in; null where they are no longer kept."""
        return self._originals.get(sha256)

    def has_original(self, sha256: str) -> bool:
        """Whether a file that was handed in is still kept."""
        return self._originals.has(sha256)

    def drop(self, sha256s: Iterable[str]) -> None:
        """Let go of originals that no document has any more."""
        self._originals.drop(sha256s)

    def drop_old(self, needed: Container[str]) -> int:
        """Let go of originals that were handed in too long ago, but for those that are needed; how many."""
        return self._originals.drop_old(needed)

    def close(self) -> None:
        """End the processes; files that still wait are not read."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        if self._readers:
            self._readers.close()

    def _receive(self, reception: Reception, text_column: str | None) -> None:
        outcome = Outcome(reception.name, "crashed", "Something went wrong here; the server’s log says what.")
        try:
            self._originals.keep(reception.data)
            outcome = self._reader().read(
                reception.data, reception.name, text_column=text_column, progress=reception.note
            )
        except Exception:
            _log.exception("a file could not be received")
        finally:
            reception.finish(outcome)  # whoever waits for it is told, whatever happens

    def _reader(self) -> ReadsFiles:
        with self._lock:
            if self._readers is None:
                self._readers = self._make()
            return self._readers
