"""Builds the gazetteer file: all sources into one SQLite file, once, safely."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from filelock import FileLock

from core.places.gazetteer.assembly import assemble
from core.places.gazetteer.location import default_path
from core.places.gazetteer.record import Record
from core.places.gazetteer.writer import write

Progress = Callable[[str], None]
UNUSED_DAYS = 14
"""A file of other versions goes when nobody opened it for so long: two installations may share one cache."""


def build(path: Path | None = None, progress: Progress | None = None, records: Iterable[Record] | None = None) -> Path:
    """Makes the gazetteer file anew, whether there is one or not, and returns where it lies.

    Other processes that build the same file wait; readers see the old file or the new one, never a part of it.

    Args:
        path: the file; by default in the cache directory, named after the versions of its inputs.
        progress: called with a line for people at each step.
        records: what goes in; by default all sources.

    Raises:
        OSError: the folder cannot be written.
        ValueError: an asset file is faulty; names file and line.
    """
    path = path or default_path()
    with _locked(path):
        _replace(path, progress or _silent, records)
    return path


def ensure(path: Path | None = None, progress: Progress | None = None, records: Iterable[Record] | None = None) -> Path:
    """The gazetteer file, built first where it is missing; of several processes one builds and the others wait."""
    path = path or default_path()
    if not path.exists():
        with _locked(path):
            if not path.exists():
                _replace(path, progress or _silent, records)
    os.utime(path)
    return path


def _silent(_: str) -> None:
    pass


def _locked(path: Path) -> FileLock:
    """The operating system frees this lock when its holder dies, so a killed build blocks nobody."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(path.parent / "gazetteer.lock")


def _replace(path: Path, progress: Progress, records: Iterable[Record] | None) -> None:
    """Builds beside the file and moves into place; the caller holds the lock, so any other part file is a ruin."""
    started = time.perf_counter()
    for ruin in path.parent.glob("gazetteer-*.part*"):
        ruin.unlink(missing_ok=True)
    part = path.with_name(f"gazetteer-{os.getpid()}.part")
    progress("Preparing the gazetteer (once; about half a minute) …")
    write(part, assemble(progress) if records is None else records, progress)
    _flush(part)
    part.replace(path)
    _remove_unused(path)
    progress(f"Gazetteer ready after {time.perf_counter() - started:.0f} s.")


def _flush(part: Path) -> None:
    """Onto the disk before it gets its name: a power cut must not leave a named, empty file."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _remove_unused(current: Path) -> None:
    oldest = time.time() - UNUSED_DAYS * 86_400
    for file in current.parent.glob("gazetteer-*.sqlite"):
        try:
            if file != current and file.stat().st_mtime < oldest:
                file.unlink()
        except OSError:  # another process has it open, or took it away first
            continue
