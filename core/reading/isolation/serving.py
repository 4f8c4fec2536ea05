"""The side of the reading process: one file after the other, until the server closes the pipe."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from core.reading.budget import Budget
from core.reading.isolation.confinement import confine
from core.reading.isolation.messages import OUT_OF_MEMORY, Done, Progress, Ready, Request, line
from core.reading.limits import LIMITS
from core.reading.outcome import Outcome
from core.reading.reader import read_file

Read = Callable[[bytes, Request, Callable[[str], None]], Outcome]

_WARM_UP = b"<html><body><p>The town said on Monday that two people were hurt.</p></body></html>"


def serve(stdin: BinaryIO, stdout: BinaryIO, read: Read | None = None) -> None:
    """Answer each request of ``stdin`` on ``stdout``.

    A lack of memory ends the process, because nobody knows what it left half done.

    Args:
        stdin: requests, each a line and the file's bytes.
        stdout: the answers; whatever else the process prints goes to standard error.
        read: how a file is read; by default as everywhere.
    """

    def say(message: msgspec.Struct) -> None:
        stdout.write(line(message))
        stdout.flush()

    def progress(words: str) -> None:
        say(Progress(words))

    with contextlib.redirect_stdout(sys.stderr), contextlib.suppress(BrokenPipeError):
        read_file(_WARM_UP, "warm-up")
        confine(LIMITS)
        say(Ready())
        for head in stdin:
            request = msgspec.json.decode(head, type=Request)
            try:
                outcome = (read or _read)(stdin.read(request.size), request, progress)
            except MemoryError:
                os._exit(OUT_OF_MEMORY)
            say(Done(outcome))


def _read(data: bytes, request: Request, progress: Callable[[str], None]) -> Outcome:
    budget = Budget(request.limits, progress=progress)
    return read_file(data, request.name, request.published, budget, request.text_column)
