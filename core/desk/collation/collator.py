"""A worker that compares: takes one dossier after another whose comparison is behind."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator

from core.compare.splits import Wholes
from core.desk.collation import queue
from core.desk.collation.queue import Due
from core.desk.collation.working import collate
from core.desk.database import Database, StoreUnavailable

LEASE = 6.0
"""Seconds after which one who says nothing is taken for dead."""

_LOOK_AGAIN = 0.5
"""Seconds between two looks."""

_TRY_AGAIN = 5.0
"""Seconds before the next try where one has failed."""

_log = logging.getLogger("dateline.collator")


class Collator:
    """Compares what dossiers hold, in a thread of its own; several may be at work, on any machine."""

    def __init__(self, database: Database, wholes: Wholes, lease: float = LEASE) -> None:
        """``wholes``: source id of a place → source ids of all that holds it; asked only when there is work."""
        self._database = database
        self._wholes = wholes
        self._lease = lease
        self._ended = threading.Event()

    def run(self) -> None:
        """Work until :meth:`end`."""
        while not self._ended.is_set():
            try:
                worked = self.collate_next()
            except StoreUnavailable:
                worked = self._ended.wait(_TRY_AGAIN)
            except Exception:
                _log.exception("a dossier could not be compared")
                worked = self._ended.wait(_TRY_AGAIN)
            if not worked:
                self._ended.wait(_LOOK_AGAIN)

    def collate_next(self, dossier: str | None = None) -> bool:
        """Compare one dossier, where one is behind; false where none is. ``dossier``: this one, and at once.

        Raises:
            StoreUnavailable: the database refuses.
        """
        due = queue.claim(self._database, self._lease, dossier)
        if due is None:
            return False
        with self._alive(due):
            try:
                if not collate(self._database, due, self._wholes, self._ended.is_set):
                    queue.give_back(self._database, due)
            except Exception:
                with contextlib.suppress(StoreUnavailable):
                    queue.give_back(self._database, due, failed=not self._ended.is_set())
                raise
        return True

    def end(self) -> None:
        """Give up what is being compared, for whoever comes next."""
        self._ended.set()

    @contextlib.contextmanager
    def _alive(self, due: Due) -> Iterator[None]:
        """Signs of life for a claim, as long as the block lasts."""
        over = threading.Event()

        def say() -> None:
            while not over.wait(self._lease / 4):
                with contextlib.suppress(StoreUnavailable):
                    if not queue.keep(self._database, due, self._lease):
                        return

        saying = threading.Thread(target=say, name="dateline-collating", daemon=True)
        saying.start()
        try:
            yield
        finally:
            over.set()
            saying.join()
