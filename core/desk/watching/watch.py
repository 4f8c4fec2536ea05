"""The look into watched folders, every few seconds: what has stopped growing is taken, once."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from core.desk.database import StoreUnavailable
from core.desk.receiving import Receiving, content
from core.desk.watching.folders import Folder, files_in
from core.desk.watching.remembered import Remembered

_LOOK_AGAIN = 2.0
"""Seconds between two looks; a file that is the same in both has stopped growing."""

_BY = "watched folder"
_log = logging.getLogger("dateline.watch")
State = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


class Watch:
    """Some folders; :meth:`run` is for one thread."""

    def __init__(self, folders: Sequence[Folder], receiving: Receiving, remembered: Remembered) -> None:
        self._folders = folders
        self._receiving = receiving
        self._remembered = remembered
        self._seen: dict[tuple[Folder, Path], State] = {}
        self._settled: dict[tuple[Folder, Path], State] = {}
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until :meth:`end`."""
        while self._folders and not self._ended.wait(_LOOK_AGAIN):
            try:
                self.look()
            except StoreUnavailable:
                continue  # the files stay where they are
            except Exception:
                _log.exception("a look into the watched folders failed")

    def end(self) -> None:
        """Stop after the file that is being taken."""
        self._ended.set()

    def look(self) -> int:
        """One look into each folder; how many files were taken.

        Raises:
            StoreUnavailable: the database refuses; what was not taken is at the next look.
        """
        taken, seen = 0, {}
        for folder in self._folders:
            for path in files_in(folder.path):
                key = folder, path
                with contextlib.suppress(OSError):  # gone meanwhile, or nobody may read it: perhaps at the next look
                    stat = path.stat()
                    seen[key] = state = stat.st_size, stat.st_mtime_ns
                    if self._seen.get(key) != state or self._settled.get(key) == state:
                        continue
                    if self._ended.is_set():
                        return taken
                    taken += self._take(folder, path, state)
        self._seen = seen
        self._settled = {key: state for key, state in self._settled.items() if key in seen}
        return taken

    def _take(self, folder: Folder, path: Path, state: State) -> bool:
        """Whether a file was new; it is looked at again only where that may come to something else."""
        data = content(path)
        digest = hashlib.sha256(data).hexdigest()
        new = not self._remembered.has(str(folder.path), folder.dossier, digest)
        if new:
            received = self._receiving.receive(data, path.name, folder.dossier, _BY)
            if received.again or (self._ended.is_set() and not received.whole):  # its reader may have ended with us
                return False
            name = str(path.relative_to(folder.path.resolve()))
            self._remembered.add(str(folder.path), folder.dossier, digest, name, received.sentence)
            _log.info("a file was taken: %s", digest[:16])
        self._settled[folder, path] = state
        return new
