"""A reading process that misbehaves as the names of files ask it to."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable

from core.ingest import Outcome, read_file
from core.ingest.isolation.messages import ReadFile
from core.ingest.isolation.serving import own_pipes, serve

_read: list[str] = []


def read(data: bytes, request: ReadFile, progress: Callable[[str], None]) -> Outcome:
    """Read as usual, unless the name asks for harm."""
    harm = request.name.split("-", 1)[0]
    stale = bool(_read)
    _read.append(request.name)
    if harm == "exit" or (harm == "stale" and stale):
        os._exit(3)
    if harm == "killed":
        os.kill(os.getpid(), 9)
    if harm == "memory":
        bytearray(8 * 2**30)
    if harm == "children":
        subprocess.Popen(["sleep", f"3599.{request.name.split('-')[1]}"])
    if harm in ("hang", "children"):
        time.sleep(3600)
    if harm == "deep":
        deeper(0)
    if harm == "noise":
        for descriptor in (1, 2):
            os.write(descriptor, b"this is no message\n" * 100_000)
    if harm == "slow":
        for page in range(4):
            progress(f"page {page + 1} of 4")
            time.sleep(0.5)
    if harm == "write":
        with open("trace", "wb") as stray:  # noqa: PTH123 — as a library would
            stray.write(b"x")
    if harm == "who":
        data = f"Process {os.getpid()} reads this.".encode()
    return read_file(data, request.name, request.published)


def deeper(level: int) -> int:
    """Never come back."""
    return deeper(level + 1) + 1


if __name__ == "__main__":
    serve(*own_pipes(), read)
