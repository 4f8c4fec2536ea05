"""What people decided by hand of the events of each dossier."""

from __future__ import annotations

import threading

from core.desk.dossier import DossierFull
from core.desk.memory_store import Shelves
from core.models.judgement import Judgement

MOST_JUDGEMENTS = 2000
"""Decisions kept with one dossier."""


class Judgements:
    """The decisions of each dossier, the latest last. All methods may be called from any thread."""

    def __init__(self, shelves: Shelves, lock: threading.RLock) -> None:
        self._shelves = shelves
        self._lock = lock

    def of(self, dossier_id: str) -> tuple[Judgement, ...]:
        """Those of a dossier; none where there is none."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            return shelf.judgements if shelf else ()

    def add(self, dossier_id: str, judgement: Judgement) -> None:
        """Keep a decision as the latest. The same said before gives way, so that one click takes back what two said.

        A dossier that is not there any more is not made anew for it: its events are gone as well.

        Raises:
            DossierFull: it holds :data:`MOST_JUDGEMENTS`.
        """
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            if shelf is None:
                return
            kept = tuple(other for other in shelf.judgements if other.says != judgement.says)
            if len(kept) >= MOST_JUDGEMENTS:
                raise DossierFull(f"A dossier keeps at most {MOST_JUDGEMENTS:,} decisions made by hand.")
            shelf.judgements = (*kept, judgement)

    def undo(self, dossier_id: str, decision_id: str) -> None:
        """Take a decision back; one that somebody else took back already is no matter."""
        with self._lock:
            shelf = self._shelves.look(dossier_id)
            if shelf:
                shelf.judgements = tuple(one for one in shelf.judgements if one.id != decision_id)
