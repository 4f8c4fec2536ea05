"""A child process that is spoken to in lines, and killed with all that it began when patience with it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_LAST_BREATH = 0.5
"""Seconds in which a process that is dying by itself may do so: its own exit status says why."""

_STARTING = ThreadPoolExecutor(1, thread_name_prefix="dateline-children")
"""Where a system ends children with their parent, it is the thread that began them that counts: one that stays."""


class Overdue:
    """Whether patience has ended; it can be given more while the child shows that it works."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process = process
        self._over = threading.Event()
        self._timer = self._begun(seconds)

    def extend(self, seconds: float) -> None:
        """Wait so many seconds from now on."""
        self.cancel()
        self._timer = self._begun(seconds)

    def cancel(self) -> None:
        """Wait for ever."""
        self._timer.cancel()

    def is_set(self) -> bool:
        """Whether the child was killed for being late."""
        return self._over.is_set()

    def _begun(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(max(seconds, 0.0), self._end)
        timer.daemon = True
        timer.start()
        return timer

    def _end(self) -> None:
        self._over.set()
        kill(self._process)


class Child:
    """One process at a time, begun anew after it died. Used by one thread at a time."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._command = list(command)
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def alive(self) -> bool:
        """Whether there is one that runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Begin a process, in a group of its own.

        Raises:
            OSError: the program cannot be started, or the server is stopping.
        """
        try:
            self._process = _STARTING.submit(self._begun).result()
        except RuntimeError as error:  # no thread begins anything once the interpreter ends
            raise OSError(str(error)) from None

    def _begun(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 — our own interpreter, our own module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_ROOT,
            env=self._environment,
            start_new_session=True,
        )

    def send(self, *pieces: bytes) -> bool:
        """Write to it; false where it no longer listens."""
        if self._process is None or self._process.stdin is None:
            return False
        try:
            for piece in pieces:
                self._process.stdin.write(piece)
            self._process.stdin.flush()
        except (OSError, ValueError):
            return False
        return True

    def line(self, longest: int = -1) -> bytes:
        """Its next line, at most so many bytes of it; empty at its end."""
        if self._process is None or self._process.stdout is None:
            return b""
        try:
            return self._process.stdout.readline(longest)
        except (OSError, ValueError):
            return b""

    @contextlib.contextmanager
    def patience(self, seconds: float) -> Iterator[Overdue]:
        """Kill it after so many seconds."""
        if self._process is None:
            raise RuntimeError("no process was started")
        overdue = Overdue(self._process, seconds)
        try:
            yield overdue
        finally:
            overdue.cancel()

    def end(self) -> int | None:
        """Kill it where it runs, with all that it began, and give its exit status; null where there was none."""
        process, self._process = self._process, None
        if process is None:
            return None
        _close(process)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LAST_BREATH)
        kill(process)
        return process.wait()


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and whatever it has begun: a program for recognition must not outlive its reader."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        process.kill()


def _close(process: subprocess.Popen[bytes]) -> None:
    """Close both pipes; what was not yet written to it is lost with it."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError, ValueError):
                pipe.close()
