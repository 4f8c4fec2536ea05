"""Where dossiers lie: in memory, not more than so many, and none that nobody looks at."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from core.desk.dossier import Job, UnknownDocument
from core.models import Document, Reading
from core.models.judgement import Judgement

MOST_DOSSIERS = 200
IDLE_HOURS = 24.0
"""Time after which a dossier that nobody looked at is dropped."""

_versions = itertools.count(1)  # across dossiers, so that a dossier dropped and made anew never repeats a version


@dataclass(slots=True)
class Entry:
    """A document with its latest job, when that began, and what was found.

    ``anew``: the next reading takes nothing over from the last one.
    """

    document: Document
    job: Job
    begun: float | None = None
    reading: Reading | None = None
    anew: bool = True

    @property
    def before(self) -> Reading | None:
        """What the next reading may take over."""
        return None if self.anew else self.reading


@dataclass(slots=True)
class Shelf:
    """One dossier; ``touched`` is when somebody last looked at it, ``judgements`` are those made by hand."""

    name: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    version: int = field(default_factory=lambda: next(_versions))
    touched: float = 0.0
    judgements: tuple[Judgement, ...] = ()

    def change(self) -> None:
        """Documents or records are others now."""
        self.version = next(_versions)


class Shelves:
    """All dossiers by id. Not safe for threads by itself: :class:`~core.desk.store.Desk` holds the lock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._shelves: OrderedDict[str, Shelf] = OrderedDict()  # the one looked at last stands last

    def open(self, dossier_id: str) -> Shelf:
        """The shelf to write on, a new one where there is none; old ones make room."""
        shelf = self.look(dossier_id)
        if shelf is None:
            shelf = self._shelves[dossier_id] = Shelf(touched=self._clock())
            self._drop_old()
        return shelf

    def look(self, dossier_id: str) -> Shelf | None:
        """The shelf somebody looks at."""
        shelf = self._shelves.get(dossier_id)
        if shelf is not None:
            shelf.touched = self._clock()
            self._shelves.move_to_end(dossier_id)
        return shelf

    def glance(self, dossier_id: str) -> Shelf | None:
        """The shelf, without anybody having looked at it."""
        return self._shelves.get(dossier_id)

    def find(self, dossier_id: str, document_id: str) -> tuple[Shelf, Entry]:
        """A document's place.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """
        shelf = self.look(dossier_id)
        if shelf is None or document_id not in shelf.entries:
            raise UnknownDocument(document_id)
        return shelf, shelf.entries[document_id]

    def _drop_old(self) -> None:
        oldest_kept = self._clock() - IDLE_HOURS * 3600
        while self._shelves:
            dossier_id, shelf = next(iter(self._shelves.items()))
            if len(self._shelves) <= MOST_DOSSIERS and shelf.touched >= oldest_kept:
                return
            del self._shelves[dossier_id]
