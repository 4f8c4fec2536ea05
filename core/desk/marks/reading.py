"""What pages read of a dossier under a filter: the one door to its marks, each method one look at the database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, or_

from core.charts.place_marks import PlaceMark
from core.desk.database import Database
from core.desk.database.schema import HOLDING
from core.desk.marks import counts, places, prominent, reach, rows, unshown
from core.desk.marks.counts import Counted, KindCount
from core.desk.marks.filtering import Filtered
from core.desk.marks.tables import TABLES
from core.desk.marks.unshown import Unshown
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, FIGURES, KINDS, PLACES, QUOTES, EventRow, MarkKind, Page, PlaceRow
from core.frames.mark import MarkRow
from core.frames.rows import DocumentRow, Frames
from core.models import FigureKind

R = TypeVar("R", bound=MarkRow)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a dossier's documents that a filter lets through. Raises ``StoreUnavailable`` as the desk does."""

    database: Database
    filtered: Filtered

    def under(self, chosen: Filter) -> Marks:
        """The same dossier under another filter."""
        return Marks(self.database, Filtered(self.filtered.dossier, chosen))

    @property
    def whole(self) -> Marks:
        """The same dossier with all its marks."""
        return Marks(self.database, self.filtered.whole)

    def counts(self) -> tuple[KindCount, ...]:
        """How many marks of each kind are shown and taken away."""
        with self.database.reading() as connection:
            return counts.kind_counts(connection, self.filtered)

    def places(self) -> tuple[PlaceMark, ...]:
        """One mark a place, most mentioned first."""
        with self.database.reading() as connection:
            return places.places(connection, self.filtered)

    def speakers(self) -> tuple[Counted[str], ...]:
        """Who says figures and quotations, most of them first."""
        with self.database.reading() as connection:
            return counts.speaker_counts(connection, self.filtered, (QUOTES, FIGURES))

    def kinds_of_figures(self) -> tuple[Counted[FigureKind], ...]:
        """The kinds of figures, most of them first."""
        with self.database.reading() as connection:
            return counts.figure_kind_counts(connection, self.filtered)

    def reach(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that is spoken of, or on which a document came out; null where there is none."""
        with self.database.reading() as connection:
            return reach.reach(connection, self.filtered.dossier)

    def last_day(self) -> dt.date | None:
        """The day on which the last document came out; null where none is known."""
        with self.database.reading() as connection:
            return prominent.last_day(connection, self.filtered)

    def documents(self, limit: int | None = None, offset: int = 0, latest: bool = False) -> tuple[DocumentRow, ...]:
        """Documents that have been read, in the order of the dossier, or those first that came out last."""
        with self.database.reading() as connection:
            return rows.documents(connection, self.filtered, limit, offset, latest=latest)

    def documents_of(self, docs: Collection[str]) -> tuple[DocumentRow, ...]:
        """Those of some documents, by id, that the filter lets through."""
        with self.database.reading() as connection:
            return rows.documents(connection, self.filtered, None, 0, HOLDING.c.id.in_(list(docs)))

    def count_documents(self) -> int:
        """How many documents that have been read the filter lets through."""
        with self.database.reading() as connection:
            return prominent.count_documents(connection, self.filtered)

    def prominent(self, kind: MarkKind[R], most: int) -> tuple[R, ...]:
        """The most prominent marks of a kind, in the order of the dossier."""
        with self.database.reading() as connection:
            return prominent.prominent(connection, self.filtered, kind, most)

    def count(self, kind: MarkKind[Any]) -> int:
        """How many there are of which :meth:`prominent` gives the first."""
        with self.database.reading() as connection:
            return prominent.count(connection, self.filtered, kind)

    def mentions(self, place_key: str, most: int) -> tuple[PlaceRow, ...]:
        """The first mentions of a place; adjectives are none."""
        table = TABLES[PLACES.plural]
        return self._rows(PLACES, most, table.c.place_key == place_key, ~table.c.adjective)

    def keyed(self, kind: MarkKind[R], keys: Collection[str]) -> tuple[R, ...]:
        """The marks of these keys, whatever the filter."""
        with self.database.reading() as connection:
            return rows.keyed(connection, self.filtered.dossier, kind, keys)

    def events_of(self, event_ids: Collection[str]) -> tuple[EventRow, ...]:
        """The mentions of events with these lasting ids, whatever the filter; what is not there is missing."""
        docs = {one.partition(":")[0] for one in event_ids}
        if not docs:
            return ()
        table, whole = TABLES[EVENTS.plural], self.filtered.whole
        near = (HOLDING.c.id.in_(docs), table.c.event_id.in_(list(event_ids)))
        with self.database.reading() as connection:
            return rows.rows(connection, whole, EVENTS, None, 0, *near)

    def telling(self, words: str, most: int) -> tuple[EventRow, ...]:
        """The first events with all of some words in what they tell or in the names of their places."""
        table = TABLES[EVENTS.plural]
        asked = [
            or_(*(table.c[name].icontains(word, autoescape=True) for name in ("text", "place_names")))
            for word in words.split()
        ]
        return self._rows(EVENTS, most, *asked) if asked else ()

    def frames(self) -> Frames:
        """All of it in memory: for one document, or a few."""
        with self.database.reading() as connection:
            found = {kind.plural: rows.rows(connection, self.filtered, kind) for kind in KINDS}
            return Frames(rows.documents(connection, self.filtered), found)

    def unshown(self, page: Page) -> tuple[Unshown, ...]:
        """What a page leaves out, and why."""
        with self.database.reading() as connection:
            return unshown.unshown(connection, self.filtered, page)

    def unshown_rows(self, page: Page, reason: str, most: int) -> tuple[MarkRow, ...]:
        """The first marks that a page leaves out for a reason."""
        with self.database.reading() as connection:
            return unshown.unshown_rows(connection, self.filtered, page, reason, most)

    def _rows(self, kind: MarkKind[R], most: int, *where: ColumnElement[bool]) -> tuple[R, ...]:
        with self.database.reading() as connection:
            return rows.rows(connection, self.filtered, kind, most, 0, *where)
