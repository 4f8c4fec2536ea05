"""Dossiers in the server's memory: not more than so many, and none that nobody looks at."""

from __future__ import annotations

import itertools
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from core.desk.dossier import AlreadyThere, DossierFull, Held, UnknownDocument
from core.desk.dossier_store import (
    MOST_DOCUMENTS,
    MOST_JUDGEMENTS,
    ChangeDocument,
    ChangeJudgements,
    DossierStore,
    is_new_version,
)
from core.models.judgement import Judgement

MOST_DOSSIERS = 200
IDLE_HOURS = 24.0
"""Time after which a dossier that nobody looked at is dropped."""

_versions = itertools.count(1)  # across dossiers, so that a dossier dropped and made anew never repeats a version


@dataclass(slots=True)
class _Shelf:
    """One dossier; ``touched`` is when somebody last looked at it."""

    held: dict[str, Held] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    version: int = field(default_factory=lambda: next(_versions))
    touched: float = 0.0


class MemoryStore(DossierStore):
    """A :class:`~core.desk.dossier_store.DossierStore` that a restart empties."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._shelves: OrderedDict[str, _Shelf] = OrderedDict()  # the one looked at last stands last

    def version(self, dossier: str) -> int:
        """The number that grows with changes."""
        with self._lock:
            shelf = self._look(dossier)
            return shelf.version if shelf else 0

    def held(self, dossier: str) -> tuple[Held, ...]:
        """The documents with jobs and records, in order."""
        with self._lock:
            shelf = self._look(dossier)
            return tuple(shelf.held.values()) if shelf else ()

    def add(self, dossier: str, held: Held) -> None:
        """A document more; the first begins the dossier."""
        with self._lock:
            shelf = self._look(dossier) or self._new(dossier)
            for other in shelf.held.values():
                if other.document.sha256 == held.document.sha256:
                    raise AlreadyThere(other.document)
            if len(shelf.held) >= MOST_DOCUMENTS:
                raise DossierFull(f"A dossier holds at most {MOST_DOCUMENTS} documents; please begin another.")
            shelf.held[held.document.id] = held
            shelf.version = next(_versions)

    def update(self, dossier: str, document: str, change: ChangeDocument) -> Held:
        """A document changed, with nothing in between."""
        with self._lock:
            shelf = self._shelves.get(dossier)  # a job that ends is nobody who looks
            if shelf is None or document not in shelf.held:
                raise UnknownDocument(document)
            before = shelf.held[document]
            after = shelf.held[document] = change(before)
            if is_new_version(before, after):
                shelf.version = next(_versions)
            return after

    def remove(self, dossier: str, document: str) -> None:
        """A document less."""
        with self._lock:
            shelf = self._look(dossier)
            if shelf and shelf.held.pop(document, None):
                shelf.version = next(_versions)

    def judgements(self, dossier: str) -> tuple[Judgement, ...]:
        """Those kept, the latest last."""
        with self._lock:
            shelf = self._look(dossier)
            return shelf.judgements if shelf else ()

    def judge(self, dossier: str, change: ChangeJudgements) -> None:
        """The judgements changed, with nothing in between."""
        with self._lock:
            shelf = self._look(dossier)
            if shelf is None:
                return
            after = change(shelf.judgements)
            if len(after) > max(MOST_JUDGEMENTS, len(shelf.judgements)):
                raise DossierFull(f"A dossier keeps at most {MOST_JUDGEMENTS:,} decisions made by hand.")
            shelf.judgements = after

    def _look(self, dossier: str) -> _Shelf | None:
        """The dossier that somebody looks at."""
        shelf = self._shelves.get(dossier)
        if shelf is not None:
            shelf.touched = self._clock()
            self._shelves.move_to_end(dossier)
        return shelf

    def _new(self, dossier: str) -> _Shelf:
        """A new dossier; old ones make room."""
        shelf = self._shelves[dossier] = _Shelf(touched=self._clock())
        oldest_kept = self._clock() - IDLE_HOURS * 3600
        for other in list(self._shelves):
            if len(self._shelves) <= MOST_DOSSIERS and self._shelves[other].touched >= oldest_kept:
                break
            del self._shelves[other]
        return shelf
