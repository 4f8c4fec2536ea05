"""The files as they were handed in, kept by the hash of their content as long as a document needs them.

So that a better reader can read one again, and anybody can have it back as it came.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
import tempfile
import time
from collections.abc import Container, Iterable
from pathlib import Path

from core.desk.database import data_folder

FOLDER_VARIABLE = "DATELINE_ORIGINALS"
DAYS_VARIABLE = "DATELINE_ORIGINALS_DAYS"
DAYS = 30.0
"""Days for which an original that no document refers to is kept after it was last handed in."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAY = 86_400.0
_log = logging.getLogger("dateline.desk")


class Originals:
    """A folder of files named by their content; nothing that a user writes becomes part of a path."""

    def __init__(self, folder: Path | None = None, days: float | None = None) -> None:
        self._folder = folder or Path(os.environ.get(FOLDER_VARIABLE) or data_folder() / "originals")
        self.days = days if days is not None else _days()

    def keep(self, data: bytes | memoryview) -> str | None:
        """Store the bytes once and give their SHA-256; null where the disk does not take them, which is logged."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        try:
            if path.exists():
                path.touch()
            else:
                self._write(path, data)
        except OSError:
            _log.exception("an original could not be kept: %s", digest[:16])
            return None
        return digest

    def get(self, sha256: str) -> bytes | None:
        """The bytes with this hash; null where there are none, or where they are no longer the same."""
        if not _SHA256.fullmatch(sha256):
            return None
        try:
            data = self._path(sha256).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def has(self, sha256: str) -> bool:
        """Whether there is a file of this hash."""
        return _SHA256.fullmatch(sha256) is not None and self._path(sha256).is_file()

    def drop(self, sha256s: Iterable[str]) -> None:
        """Delete the files of these hashes; one that is not there is no matter."""
        for sha256 in sha256s:
            if _SHA256.fullmatch(sha256):
                self._path(sha256).unlink(missing_ok=True)

    def drop_old(self, needed: Container[str] = ()) -> int:
        """Delete what was not handed in for so many days, but for the hashes that are needed; how many files went."""
        before = time.time() - self.days * _DAY
        dropped = 0
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):
                if path.name not in needed and path.stat().st_mtime < before:
                    path.unlink()
                    dropped += 1
        return dropped

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def _write(self, path: Path, data: bytes | memoryview) -> None:
        """Whole or not at all: a file under its final name is complete."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _days() -> float:
    try:
        return float(os.environ.get(DAYS_VARIABLE, DAYS))
    except ValueError:
        _log.warning("%s is no number; originals are kept for %g days", DAYS_VARIABLE, DAYS)
        return DAYS
