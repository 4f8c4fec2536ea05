"""The side of the reading process: one file after the other, until the server closes the pipe."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from core.ingest.budget import Budget
from core.ingest.isolation.confinement import confine
from core.ingest.isolation.messages import Done, Progress, ReadFile
from core.ingest.limits import LIMITS
from core.ingest.outcome import Outcome
from core.ingest.reader import read_file
from core.processes.messages import OUT_OF_MEMORY, Ready, line

Read = Callable[[bytes, ReadFile, Callable[[str], None]], Outcome]

_WARM_UP = b"<html><body><p>The town said on Monday that two people were hurt.</p></body></html>"


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output, from now on out of reach of the libraries: what they print or read is lost."""
    stdin, stdout = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    return stdin, stdout


def serve(stdin: BinaryIO, stdout: BinaryIO, read: Read | None = None) -> None:
    """Answer each request of ``stdin`` on ``stdout``.

    A lack of memory ends the process, because nobody knows what it left half done.

    Args:
        stdin: requests, each a line and the file's bytes.
        stdout: the answers.
        read: how a file is read; by default as everywhere.
    """

    def say(message: msgspec.Struct) -> None:
        stdout.write(line(message))
        stdout.flush()

    def progress(words: str) -> None:
        say(Progress(words))

    with contextlib.suppress(BrokenPipeError):
        if read is None:
            read_file(_WARM_UP, "warm-up")
        confine(LIMITS)
        _hush()
        say(Ready())
        for head in stdin:
            try:
                request = msgspec.json.decode(head, type=ReadFile)
                say(Done((read or _read)(stdin.read(request.size), request, progress)))
            except MemoryError:
                os._exit(OUT_OF_MEMORY)


def _read(data: bytes, request: ReadFile, progress: Callable[[str], None]) -> Outcome:
    budget = Budget.within_time(request.limits, progress)
    return read_file(data, request.name, request.published, budget, request.text_column)


def _hush() -> None:
    """Only our own words go into the server's log: libraries quote what they read, and may never stop."""
    warnings.simplefilter("ignore")
    own = logging.StreamHandler(os.fdopen(os.dup(2), "w", errors="replace"))
    logging.getLogger("dateline").addHandler(own)
    logging.getLogger("dateline").propagate = False
    sys.stderr.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
