"""The one filter as one sub-query: what of a dossier it lets through, and what it takes away.

Says of rows of the database what :mod:`core.frames.filter` says of rows in memory. All that pages show, count, list and
export is read through :class:`Filtered`, so that their numbers agree because they are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, false, not_, or_, select, true

from core.desk.database.schema import DOSSIER, HOLDING
from core.desk.database.words import storable
from core.desk.marks.tables import ABOUT_DAYS, ABOUT_PLACE, MARKED, TABLES
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
        found = _with_marks(self.dossier, kind, columns).where(self._named(), self._takes(kind))
        for lists, _, item in self._about():  # documents without any such mark need not be looked through
            found = found.where(exists().where(lists.c.document == HOLDING.c.document, item))
        return found

    def taken_away(self, kind: MarkKind[Any], *columns: ColumnElement[Any]) -> Select[Any]:
        """The same columns for the marks not let through."""
        return _with_marks(self.dossier, kind, columns).where(not_(and_(self._named(), self._takes(kind))))

    def _named(self) -> ColumnElement[bool]:
        """Whether a document is let through."""
        chosen = self.chosen.documents
        return HOLDING.c.id.in_([doc for doc in chosen if storable(doc) == doc]) if chosen else true()

    def _takes(self, kind: MarkKind[Any]) -> ColumnElement[bool]:
        """Whether a mark is let through, whatever its document; never null, so that it may be turned round."""
        marks = TABLES[kind.plural]
        about = [
            exists().where(lists.c.document == marks.c.document, lists.c.list == marks.c[field], item)
            for lists, field, item in self._about()
        ]
        return and_(kind.where(marks, self.chosen), self._said(marks), *about)

    def _said(self, marks: Table) -> ColumnElement[bool]:
        who = self.chosen.speaker
        if not who:
            return true()
        return and_(marks.c.speaker.is_not(None), marks.c.speaker == who) if storable(who) == who else false()

    def _about(self) -> Iterator[tuple[Table, str, ColumnElement[bool]]]:
        """What the lists of a mark must hold: the table of such lists, the mark's field, and the item asked for."""
        place, first, last = self.chosen.place, self.chosen.first, self.chosen.last
        if place:
            yield ABOUT_PLACE, "place_keys", ABOUT_PLACE.c.place_key == place if storable(place) == place else false()
        if first or last:
            begins, ends = ABOUT_DAYS.c.earliest, ABOUT_DAYS.c.latest
            reaches = or_(ends.is_(None), ends >= first) if first else true()
            yield ABOUT_DAYS, "spans", and_(reaches, or_(begins.is_(None), begins <= last) if last else true())


def _held(dossier: str, columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """Columns of ``HOLDING`` for all documents of a dossier that is there."""
    held = select(*columns).select_from(HOLDING).join(DOSSIER, DOSSIER.c.id == HOLDING.c.dossier)
    return held.where(HOLDING.c.dossier == dossier, DOSSIER.c.deleted.is_(None))


def _with_marks(dossier: str, kind: MarkKind[Any], columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    table = TABLES[kind.plural]
    return _held(dossier, columns).join(table, table.c.document == HOLDING.c.document)
