"""The server's side: files go to reading processes, and whatever happens there is an outcome like any other."""

from __future__ import annotations

import datetime as dt
import logging
import queue
import time
from collections.abc import Callable, Mapping, Sequence

from core.ingest.encoding import storable
from core.ingest.isolation.confinement import command, environment
from core.ingest.isolation.messages import LONGEST_ANSWER, Answer, Done, Progress, ReadFile
from core.ingest.limits import LIMITS, MIB, Limits
from core.ingest.names import shown_name
from core.ingest.outcome import Outcome, Trouble
from core.processes.child import Child, Overdue
from core.processes.messages import OUT_OF_MEMORY, Ready, decoded, line

START_SECONDS = 120.0
_NOT_STARTED = "The part that reads files could not be started; the server’s log says why."

_log = logging.getLogger("dateline.reading")
_SENTENCES: Mapping[Trouble, str] = {
    "timed out": "Reading this file took too long and was stopped.",
    "out of memory": "Reading this file took more memory than is allowed and was stopped.",
    "crashed": "Reading this file ended unexpectedly: it is damaged, or made so that no reader stands it.",
}


class Readers:
    """So many reading processes, begun when they are needed. All methods may be called from any thread."""

    def __init__(self, count: int = 2, limits: Limits = LIMITS, program: Sequence[str] | None = None) -> None:
        self._limits = limits
        self._idle: queue.LifoQueue[_Reader] = queue.LifoQueue()
        self._all = [_Reader(program or command(), limits) for _ in range(count)]
        for reader in self._all:
            self._idle.put(reader)

    def read(
        self,
        data: bytes,
        name: str,
        published: dt.date | None = None,
        text_column: str | None = None,
        progress: Callable[[str], None] = lambda _: None,
    ) -> Outcome:
        """What becomes of a file; waits for a process that is free. Never raises.

        Args:
            data: the file's bytes.
            name: its name, shown to people.
            published: publication date where it is known.
            text_column: of a table, the column of texts where people named it.
            progress: told where a slow reading has come to, in words.
        """
        if len(data) > self._limits.upload:
            sentence = f"This file is larger than {self._limits.upload // MIB} MB; please send it in parts."
            return Outcome(shown_name(name), "too large", sentence)
        request = ReadFile(storable(name), len(data), published, text_column, self._limits)
        reader = self._idle.get()
        try:
            return reader.read(data, request, progress)
        finally:
            self._idle.put(reader)

    def close(self) -> None:
        """End the processes."""
        for reader in self._all:
            reader.close()


class _Reader:
    """One process, begun anew after it died or has read many files. Used by one thread at a time."""

    def __init__(self, program: Sequence[str], limits: Limits) -> None:
        self._child = Child(program, environment())
        self._limits = limits
        self._files = 0

    def read(self, data: bytes, request: ReadFile, progress: Callable[[str], None]) -> Outcome:
        """What becomes of a file; once more where a process dies that has read others: it may be their fault."""
        name = shown_name(request.name)
        left = self._limits.seconds
        while True:
            if not self._started():
                return Outcome(name, "crashed", _NOT_STARTED)
            first = self._files == 0
            begun = time.monotonic()
            result = self._attempt(data, request, progress, left)
            left -= time.monotonic() - begun
            if isinstance(result, Outcome):
                return result
            _log.warning("a reading process ended: %s", result)
            if first or result == "timed out" or left <= 0:
                return Outcome(name, result, _SENTENCES[result])

    def _attempt(
        self, data: bytes, request: ReadFile, progress: Callable[[str], None], seconds: float
    ) -> Outcome | Trouble:
        self._files += 1
        with self._child.patience(seconds) as overdue:
            self._child.send(line(request), data)
            done = self._last_word(overdue, progress)
        return done or self._cause(overdue)

    def close(self) -> None:
        self._child.end()

    def _started(self) -> bool:
        if self._child.alive and self._files < self._limits.files_a_worker:
            return True
        self._child.end()
        self._files = 0
        try:
            self._child.start()
        except OSError:
            _log.exception("a reading process could not be started")
            return False
        with self._child.patience(START_SECONDS):
            return isinstance(decoded(self._child.line(), Ready), Ready)

    def _last_word(self, overdue: Overdue, progress: Callable[[str], None]) -> Outcome | None:
        """The outcome that the process reports; pages that it recognises give it more time, up to a limit."""
        until = time.monotonic() + self._limits.recognition_seconds
        while True:
            said = decoded(self._child.line(LONGEST_ANSWER), Answer)
            if isinstance(said, Progress):
                overdue.extend(min(self._limits.page_seconds + _GRACE, until - time.monotonic() + _GRACE))
                progress(said.words)
                continue
            return said.outcome if isinstance(said, Done) else None

    def _cause(self, overdue: Overdue) -> Trouble:
        status = self._child.end()
        if overdue.is_set():
            return "timed out"
        return "out of memory" if status in (OUT_OF_MEMORY, *_KILLED) else "crashed"


_KILLED = (-9, 128 + 9)
"""How a process ends that the system killed because it took the last memory; directly, or inside ``bwrap``."""

_GRACE = 5.0
"""Seconds in which a process that keeps its own limits may say so before it is killed."""
