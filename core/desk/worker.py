"""The server's side of the one process that reads documents, so that no page waits for the language model."""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from core.desk.messages import Failed, Message, Ready, Record, Request, line, message
from core.models import Document, Reading

COMMAND = (sys.executable, "-m", "core", "worker")
START_SECONDS = 1800.0
"""Patience with a worker that loads; at the very first start it builds the gazetteer."""

DOCUMENT_SECONDS = 180.0
SECONDS_A_CHARACTER = 0.002
"""Patience with one document: twenty times what an idle machine takes, because machines are seldom idle."""

_ROOT = Path(__file__).resolve().parents[2]
_log = logging.getLogger("dateline.desk")


class WorkerFailed(Exception):  # noqa: N818 — an outcome that the desk states
    """A document that the worker could not read; the message is a sentence for people."""


class Worker:
    """A child process, started when needed and again after it died. Used by one thread at a time."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        start_seconds: float = START_SECONDS,
        document_seconds: float = DOCUMENT_SECONDS,
    ) -> None:
        self._command = command
        self._start_seconds = start_seconds
        self._document_seconds = document_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def start(self) -> None:
        """Have a worker that is ready; returns at once where there is one.

        Raises:
            WorkerFailed: it did not come up.
        """
        if self._process is not None and self._process.poll() is None:
            return
        if self._closed:
            raise WorkerFailed("The server is stopping.")
        self._process = subprocess.Popen(  # noqa: S603 — our own interpreter, our own module
            list(self._command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT
        )
        with self._patience(self._start_seconds):
            answer = self._answer()
        if not isinstance(answer, Ready):
            _log.error("the worker did not start")
            self._end()
            raise WorkerFailed("The part that reads documents could not be started; the server’s log says why.")

    def read(self, document: Document, before: Reading | None = None) -> Reading:
        """What the worker finds in a document.

        Args:
            document: what to read.
            before: what was found in the same text under other details: the text is not read again.

        Raises:
            WorkerFailed: the worker died, took too long, or reported an error; the next document is not affected.
        """
        self.start()
        with self._patience(self._document_seconds + SECONDS_A_CHARACTER * len(document.text)) as overdue:
            answer = self._ask(Request(document, before))
        if isinstance(answer, Record):
            return answer.reading
        if isinstance(answer, Failed):
            raise WorkerFailed(answer.error)
        self._end()
        _log.error("worker %s on document %s", "was stopped" if overdue.is_set() else "died", document.id)
        if overdue.is_set():
            raise WorkerFailed("Reading this document took too long and was stopped.")
        raise WorkerFailed("Reading this document ended unexpectedly; it may be too large for this machine.")

    def close(self) -> None:
        """End the process with the server."""
        self._closed = True
        self._end()

    def _ask(self, request: Request) -> Message | None:
        """The last word on a document: a record, a failure, or null where the worker fell silent."""
        process = self._process
        if process is None or process.stdin is None:
            return None
        try:
            process.stdin.write(line(request))
            process.stdin.flush()
        except OSError:
            return None
        while (answer := self._answer()) is not None:
            if isinstance(answer, Record | Failed) and answer.id == request.document.id:
                return answer
        return None

    def _answer(self) -> Message | None:
        """The next line of the worker; null at its end or where the line is no message."""
        process = self._process
        if process is None or process.stdout is None:
            return None
        try:
            return message(process.stdout.readline())
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    @contextlib.contextmanager
    def _patience(self, seconds: float) -> Iterator[threading.Event]:
        """Kill the worker after so many seconds; the event tells that this has happened."""
        overdue = threading.Event()

        def stop() -> None:
            overdue.set()
            if self._process is not None:
                self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield overdue
        finally:
            timer.cancel()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
