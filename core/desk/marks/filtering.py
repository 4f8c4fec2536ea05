"""The one filter as one sub-query: what of a dossier it lets through, and what it takes away.

Says of rows of the database what :mod:`core.frames.filter` says of rows in memory. All that pages show, count, list and
export is read through :class:`Filtered`, so that their numbers agree because they are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, exists, false, not_, or_, select, true

from core.desk.database.schema import DOSSIER, HOLDING
from core.desk.database.words import storable
from core.desk.marks.tables import ABOUT_DAYS, ABOUT_PLACE, EMPTY, MARKED, TABLES
from core.frames.filter import Filter
from core.frames.kinds import MarkKind


@dataclass(frozen=True, slots=True)
class Filtered:
    """A dossier under a filter."""

    dossier: str
    chosen: Filter

    @property
    def whole(self) -> Filtered:
        """The same dossier with all its marks."""
        return replace(self, chosen=Filter(roles="all"))

    def documents(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """Columns of ``HOLDING`` and ``MARKED`` for those let through; documents that nobody has read are missing."""
        kept = _held(self.dossier, columns).join(MARKED, MARKED.c.document == HOLDING.c.document)
        return kept.where(self._named())

    def marks(self, kind: MarkKind[Any], *columns: ColumnElement[Any]) -> Select[Any]:
        """Columns of ``HOLDING`` and of the kind's table for the marks let through."""
        marks = TABLES[kind.plural]
        found = with_marks(self.dossier, kind, columns).where(self._named(), self._takes(kind))
        if (place := self._place()) is not None:  # from its few lists to their marks: each list has a place once
            found = found.join(ABOUT_PLACE, and_(_listed(ABOUT_PLACE, marks.c.place_keys), place))
        if (days := self._days()) is not None:  # documents that speak of none of them need not be looked through
            found = found.where(exists().where(ABOUT_DAYS.c.document == HOLDING.c.document, days), self._dated(marks))
        return found

    def taken_away(self, kind: MarkKind[Any], *columns: ColumnElement[Any]) -> Select[Any]:
        """The same columns for the marks not let through."""
        marks, place = TABLES[kind.plural], self._place()
        there = true() if place is None else exists().where(_listed(ABOUT_PLACE, marks.c.place_keys), place)
        shown = and_(self._named(), self._takes(kind), there, self._dated(marks))
        return with_marks(self.dossier, kind, columns).where(not_(shown))

    def _named(self) -> ColumnElement[bool]:
        """Whether a document is let through."""
        chosen = self.chosen.documents
        return HOLDING.c.id.in_([doc for doc in chosen if _known(doc)]) if chosen else true()

    def _takes(self, kind: MarkKind[Any]) -> ColumnElement[bool]:
        """Whether a mark is of the kind and by the speaker asked for; never null, so that it may be turned round."""
        marks, who = TABLES[kind.plural], self.chosen.speaker
        said = and_(marks.c.speaker.is_not(None), marks.c.speaker == who) if who else true()
        return and_(kind.where(marks, self.chosen), said if _known(who) else false())

    def _dated(self, marks: Table) -> ColumnElement[bool]:
        """Whether a mark is about any of the days asked for."""
        days = self._days()
        if days is None:
            return true()
        return and_(marks.c.spans != EMPTY, exists().where(_listed(ABOUT_DAYS, marks.c.spans), days))

    def _place(self) -> ColumnElement[bool] | None:
        """Whether an item of a list is the place asked for; null where none is."""
        place = self.chosen.place
        return (ABOUT_PLACE.c.place_key == place if _known(place) else false()) if place else None

    def _days(self) -> ColumnElement[bool] | None:
        """Whether an item of a list shares a day with those asked for, open ends reaching as far as they can."""
        first, last = self.chosen.first, self.chosen.last
        begins, ends = ABOUT_DAYS.c.earliest, ABOUT_DAYS.c.latest
        reaches = or_(ends.is_(None), ends >= first) if first else true()
        return and_(reaches, or_(begins.is_(None), begins <= last) if last else true()) if first or last else None


def _known(words: str | None) -> bool:
    """Whether any column can hold them."""
    return storable(words) == words


def _listed(lists: Table, number: Column[int]) -> ColumnElement[bool]:
    """Whether an item stands in the list of this number of a mark's document."""
    return and_(lists.c.document == number.table.c.document, lists.c.list == number)


def _held(dossier: str, columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """Columns of ``HOLDING`` for all documents of a dossier that is there."""
    held = select(*columns).select_from(HOLDING).join(DOSSIER, DOSSIER.c.id == HOLDING.c.dossier)
    return held.where(HOLDING.c.dossier == dossier, DOSSIER.c.deleted.is_(None))


def with_marks(dossier: str, kind: MarkKind[Any], columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """Columns of ``HOLDING`` and of the kind's table for all its marks in a dossier that is there."""
    table = TABLES[kind.plural]
    return _held(dossier, columns).join(table, table.c.document == HOLDING.c.document)
