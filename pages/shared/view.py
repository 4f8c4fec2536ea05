"""A dossier as one reader looks at it, and what pages show of it: each worked out once a version and filter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

import streamlit as st

from core.charts.place_marks import PlaceMark
from core.desk import Glance, desk
from core.desk.marks.counts import Counted, KindCount
from core.desk.marks.reading import Marks
from core.desk.marks.unshown import Unshown
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, FIGURES, EventRow, FigureRow, Page
from core.frames.rows import DocumentRow
from core.models import Extraction, FigureKind

MOST = 2_000
"""Events, or figures, that a page draws or lists: of more the most prominent. What counts them counts all."""

_KEPT = 256
"""Things that are kept for all readers; the largest have :data:`MOST` rows."""

T = TypeVar("T")


class Records(Mapping[str, Extraction]):
    """What was found in each document of a dossier, by id; read when it is asked for."""

    def __init__(self, dossier: str) -> None:
        self._dossier = dossier

    def __getitem__(self, doc: str) -> Extraction:
        found = desk().records(self._dossier, (doc,))
        if not found:
            raise KeyError(doc)
        return found[0]

    def __iter__(self) -> Iterator[str]:
        return iter(desk().glance(self._dossier).documents)

    def __len__(self) -> int:
        return len(desk().glance(self._dossier).documents)


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier at one version under a reader's filter; ``time`` numbers the comparison of its documents."""

    dossier: str
    version: int
    time: int
    chosen: Filter

    @property
    def stamp(self) -> str:
        """Another one whenever anything of the dossier is, or of what its documents say together."""
        return f"{self.dossier}:{self.version}:{self.time}"

    @property
    def key(self) -> str:
        """The same with the filter."""
        return f"{self.stamp}:{self.chosen.to_query()}"

    @property
    def whole(self) -> DossierView:
        """The same dossier without any filter, places in all roles."""
        return DossierView(self.dossier, self.version, self.time, Filter(roles="all"))

    @property
    def marks(self) -> Marks:
        """The marks that the filter lets through, to be read from the desk."""
        return desk().marks(self.dossier, self.chosen)

    @property
    def records(self) -> Records:
        """What was found in each document."""
        return Records(self.dossier)

    @property
    def read(self) -> int:
        """How many documents that have been read the filter lets through."""
        return self._kept("read", self.marks.count_documents)

    @property
    def counts(self) -> tuple[KindCount, ...]:
        """How many marks of each kind are shown and taken away."""
        return self._kept("counts", self.marks.counts)

    @property
    def places(self) -> tuple[PlaceMark, ...]:
        """One mark a place, most mentioned first."""
        return self._kept("places", self.marks.places)

    @property
    def speakers(self) -> tuple[Counted[str], ...]:
        """Who says figures and quotations, most of them first."""
        return self._kept("speakers", self.marks.speakers)

    @property
    def kinds_of_figures(self) -> tuple[Counted[FigureKind], ...]:
        """The kinds of figures, most of them first."""
        return self._kept("kinds of figures", self.marks.kinds_of_figures)

    @property
    def reach(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of the whole dossier; null where it knows none."""
        return self._kept("reach", self.marks.reach)

    @property
    def last_day(self) -> dt.date | None:
        """The day on which the last document came out; null where none is known."""
        return self._kept("last day", self.marks.last_day)

    @property
    def events(self) -> tuple[EventRow, ...]:
        """The most prominent mentions of events, in the order of the dossier."""
        return self._kept("events", lambda: self.marks.prominent(EVENTS, MOST))

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """The most prominent figures with a number, in the order of the dossier."""
        return self._kept("figures", lambda: self.marks.prominent(FIGURES, MOST))

    @property
    def figures_in_all(self) -> int:
        """How many figures with a number there are."""
        return self._kept("count of figures", lambda: self.marks.count(FIGURES))

    @property
    def events_in_all(self) -> int:
        """How many mentions of events there are."""
        return self._kept("count of events", lambda: self.marks.count(EVENTS))

    @property
    def first(self) -> tuple[DocumentRow, ...]:
        """Documents that have been read, in the order of the dossier."""
        return self._kept("first", lambda: self.marks.documents(MOST))

    @property
    def latest(self) -> tuple[DocumentRow, ...]:
        """Documents that have been read, those first that came out last."""
        return self._kept("latest", lambda: self.marks.documents(MOST, latest=True))

    def names(self, docs: Collection[str]) -> Mapping[str, DocumentRow]:
        """Documents that have been read, by id, of those that the filter lets through."""
        return {row.doc: row for row in self.marks.documents_of(docs)}

    def unshown(self, page: Page) -> tuple[Unshown, ...]:
        """What a page leaves out, and why."""
        return self._kept(f"tray of {page}", lambda: self.marks.unshown(page))

    def _kept(self, what: str, make: Callable[[], T]) -> T:
        return kept(what, self.key, make)


def glance(dossier: str) -> Glance:
    """How far each document of a dossier is now."""
    seen: Glance = kept("glance", f"{dossier}:{desk().version(dossier)}", lambda: desk().glance(dossier))
    return seen


def kept(what: str, key: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, made once for all readers; ``key`` stands for all that it depends on. Never to be changed.

    Keys begin with the dossier and its version: who does not know a dossier's id cannot reach what is kept of it.
    """
    return cast("T", _kept(what, key, make))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _kept(what: str, key: str, _make: Callable[[], object]) -> object:
    return _make()
