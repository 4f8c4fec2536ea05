"""How many marks a filter lets through: of each kind, and of each value that a reader could choose as well.

The number beside a document, place, speaker or kind of figure is that of the marks that stay once it is chosen too. All
of it adds up groups of :meth:`~core.desk.marks.filtering.Filtered.marks`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    SelectBase,
    Subquery,
    distinct,
    func,
    literal,
    select,
    union_all,
)

from core.desk.database.schema import DOCUMENT, HOLDING
from core.desk.marks.filtering import Filtered
from core.desk.marks.tables import ABOUT_DAYS, ABOUT_PLACE, EMPTY, TABLES
from core.frames.kinds import FIGURES, KINDS, MarkKind
from core.models import FigureKind
from core.text.invisible_characters import visible

V = TypeVar("V")
Kinds = Sequence[MarkKind[Any]]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many marks of a kind, named by its plural, a filter shows and how many it takes away."""

    kind: str
    shown: int
    taken_away: int


@dataclass(frozen=True, slots=True)
class Counted(Generic[V]):
    """A value, how many marks have it, and in how many documents these are."""

    value: V
    marks: int
    documents: int


def kind_counts(connection: Connection, filtered: Filtered) -> tuple[KindCount, ...]:
    """One for each kind of mark, in the order of the registry."""
    shown, whole = _of_kinds(connection, filtered), _of_kinds(connection, filtered.whole)
    return tuple(KindCount(kind.plural, shown[kind.plural], whole[kind.plural] - shown[kind.plural]) for kind in KINDS)


def document_counts(connection: Connection, filtered: Filtered, kinds: Kinds = KINDS) -> tuple[Counted[str], ...]:
    """Ids of the documents that the filter lets through, in the order of the dossier; also of those without a mark."""
    marks = _by_document(filtered, kinds)
    kept = filtered.documents(HOLDING.c.id, marks.c.n)
    asked = kept.join(marks, marks.c.document == HOLDING.c.document, isouter=True).order_by(HOLDING.c.position)
    return tuple(Counted(doc, int(n or 0), 1) for doc, n in connection.execute(asked))


def outlet_counts(connection: Connection, filtered: Filtered, kinds: Kinds = KINDS) -> tuple[Counted[str], ...]:
    """Outlets, most marks first; documents without one, or without a mark, are left out."""
    marks = _by_document(filtered, kinds)
    named = select(DOCUMENT.c.outlet.label("value"), marks).join(marks, marks.c.document == DOCUMENT.c.number)
    found: dict[str, Counted[str]] = {}
    for one in _counted(connection, named.where(DOCUMENT.c.outlet.is_not(None))):
        name = visible(one.value)
        before = found.get(name, Counted(name, 0, 0))  # two outlets may look the same
        found[name] = Counted(name, before.marks + one.marks, before.documents + one.documents)
    return _ranked(found.values())


def place_counts(connection: Connection, filtered: Filtered, kinds: Kinds = KINDS) -> tuple[Counted[str], ...]:
    """Keys of the places that marks are about, most marks first."""
    lists = _by_list(filtered, kinds, "place_keys")
    named = select(ABOUT_PLACE.c.place_key.label("value"), lists.c.document, lists.c.n)
    same = (ABOUT_PLACE.c.document == lists.c.document) & (ABOUT_PLACE.c.list == lists.c.list)
    return _ranked(_counted(connection, named.join(lists, same)))


def speaker_counts(connection: Connection, filtered: Filtered, kinds: Kinds = KINDS) -> tuple[Counted[str], ...]:
    """Names of those who say so, most marks first; what nobody is known to say is left out."""
    said = ((kind, TABLES[kind.plural].c.speaker) for kind in kinds)
    each = union_all(*(_grouped(filtered, kind, speaker).where(speaker.is_not(None)) for kind, speaker in said))
    return _ranked(_counted(connection, each))


def figure_kind_counts(connection: Connection, filtered: Filtered) -> tuple[Counted[FigureKind], ...]:
    """Kinds of figures, most figures first."""
    return _ranked(_counted(connection, _grouped(filtered, FIGURES, TABLES[FIGURES.plural].c.kind)))


def day_counts(connection: Connection, filtered: Filtered, kinds: Kinds = KINDS) -> tuple[Counted[dt.date], ...]:
    """Days that marks are about, in their order; weeks, months and what is open are about no single day."""
    day = ABOUT_DAYS.c.earliest
    return _in_time(connection, _by_list(filtered, kinds, "spans"), day, day == ABOUT_DAYS.c.latest)


def month_counts(connection: Connection, filtered: Filtered, kinds: Kinds = KINDS) -> tuple[Counted[str], ...]:
    """Months, such as ``2022-09``, in their order, with the marks about days that lie wholly in one."""
    month = ABOUT_DAYS.c.month
    return _in_time(connection, _by_list(filtered, kinds, "spans"), month, month.is_not(None))


def _in_time(
    connection: Connection, lists: Subquery, value: ColumnElement[Any], condition: ColumnElement[bool]
) -> tuple[Counted[Any], ...]:
    """Counts in the order of the values, of which each list has any but once."""
    same = (ABOUT_DAYS.c.document == lists.c.document) & (ABOUT_DAYS.c.list == lists.c.list)
    named = select(value.label("value"), lists.c.document, lists.c.n).join(lists, same).where(condition)
    return tuple(sorted(_counted(connection, named), key=lambda one: one.value))


def _counted(connection: Connection, groups: SelectBase) -> list[Counted[Any]]:
    """The sums for each ``value`` of groups with a ``document`` and ``n`` marks."""
    each = groups.subquery()
    asked = select(each.c.value, func.sum(each.c.n), func.count(distinct(each.c.document))).group_by(each.c.value)
    return [Counted(value, int(marks), documents) for value, marks, documents in connection.execute(asked)]


def _ranked(found: Iterable[Counted[Any]]) -> tuple[Counted[Any], ...]:
    return tuple(sorted(found, key=lambda one: (-one.marks, one.value)))


def _of_kinds(connection: Connection, filtered: Filtered) -> dict[str, int]:
    """How many marks of each kind the filter lets through."""
    each = [filtered.marks(kind, literal(kind.plural), func.count()) for kind in KINDS]
    return dict(connection.execute(union_all(*each)).all())


def _by_document(filtered: Filtered, kinds: Kinds) -> Subquery:
    """The marks of all kinds in each document, as ``n``."""
    each = union_all(*(_grouped(filtered, kind) for kind in kinds)).subquery()
    return select(each.c.document, func.sum(each.c.n).label("n")).group_by(each.c.document).subquery()


def _by_list(filtered: Filtered, kinds: Kinds, field: str) -> Subquery:
    """The marks of all kinds that share a list, as ``n``."""
    lists = ((kind, TABLES[kind.plural].c[field]) for kind in kinds)
    each = union_all(*(_grouped(filtered, kind, number).where(number != EMPTY) for kind, number in lists)).subquery()
    columns = (each.c.document, each.c.value.label("list"))
    return select(*columns, func.sum(each.c.n).label("n")).group_by(*columns).subquery()


def _grouped(filtered: Filtered, kind: MarkKind[Any], *by: Column[Any]) -> Select[Any]:
    """How many marks of a kind, as ``n``, each ``document`` has, and of each ``value`` where a column is named."""
    document = TABLES[kind.plural].c.document
    named = (column.label("value") for column in by)
    return filtered.marks(kind, document, *named, func.count().label("n")).group_by(document, *by)
