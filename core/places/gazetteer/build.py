"""Builds the gazetteer file: all sources into one SQLite file, once, safely."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from core.places.gazetteer.imported import copy_imported
from core.places.gazetteer.location import default_path
from core.places.gazetteer.record import GazetteerRecord
from core.places.gazetteer.writer import write

Progress = Callable[[str], None]
UNUSED_DAYS = 2
"""A file of other versions goes when nobody opened it for so long: two installations may share one cache."""


def build(
    path: Path | None = None,
    progress: Progress | None = None,
    *,
    records: Iterable[GazetteerRecord] | None = None,
    anew: bool = False,
) -> Path:
    """The gazetteer file, built first where it is missing or its inputs have changed.

    Of several processes one builds and the others wait; nobody ever sees a part of a file.

    Args:
        path: the file; by default in the cache folder, named after the versions of its inputs.
        progress: called with a line for people at each step of a build.
        records: what goes in; by default all sources.
        anew: build even where the file is there.

    Raises:
        OSError: the folder cannot be written.
        ValueError: an asset file is faulty; names file and line.
    """
    path = path or default_path()
    if anew or not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # the operating system frees this lock when its holder dies, so a killed build blocks nobody
        with FileLock(path.parent / "gazetteer.lock"):
            if anew or not path.exists():
                _replace(path, progress or _silent, records)
    _touch(path)
    return path


def _silent(_: str) -> None:
    pass


def _replace(path: Path, progress: Progress, records: Iterable[GazetteerRecord] | None) -> None:
    """Builds beside the file and moves into place; the caller holds the lock, so any other part file is a ruin."""
    from core.places.gazetteer.assembly import (
        assemble,
        known_divisions,
    )  # brings numpy, GeoNames and CLDR: only wanted here

    started = time.perf_counter()
    for ruin in path.parent.glob("gazetteer-*.part*"):
        ruin.unlink(missing_ok=True)
    part = path.with_name(f"gazetteer-{os.getpid()}.part")
    progress("Preparing the gazetteer (once; about a minute) …")
    try:
        with _no_collecting():
            write(part, assemble(progress) if records is None else records, progress)
            if records is None:
                copy_imported(part, known_divisions(), progress)
        _flush(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _remove_unused(path)
    progress(f"Gazetteer ready after {time.perf_counter() - started:.0f} s.")


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of records without a cycle among them: looking for cycles would double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _flush(part: Path) -> None:
    """Onto the disk before it gets its name: a power cut must not leave a named, empty file."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _touch(path: Path) -> None:
    """Marks the file as used; in a shared, read-only cache that is somebody else's business."""
    try:
        os.utime(path)
    except PermissionError:
        return


def _remove_unused(current: Path) -> None:
    oldest = time.time() - UNUSED_DAYS * 86_400
    for file in current.parent.glob("gazetteer-*.sqlite"):
        try:
            if file != current and file.stat().st_mtime < oldest:
                file.unlink()
        except OSError:  # another process has it open, or took it away first
            continue
