"""The marks that a first view shows of too many: the most prominent ones, by what their rows say of it."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, case, func, or_

from core.desk.database.schema import HOLDING
from core.desk.marks.filtering import Filtered, with_marks
from core.desk.marks.rows import columns, read
from core.desk.marks.tables import MARKED, TABLES
from core.frames.kinds import EVENTS, FIGURES, MarkKind
from core.frames.mark import MarkRow
from core.frames.salience import freshness_points

R = TypeVar("R", bound=MarkRow)


def prominent(connection: Connection, filtered: Filtered, kind: MarkKind[R], most: int) -> tuple[R, ...]:
    """At most so many events or figures that the filter lets through, in the order of the dossier.

    Those are left out that :func:`core.frames.salience.prominence` puts last, of an event as one document tells it.
    """
    table = TABLES[kind.plural]
    order = (_prominence(connection, filtered, kind).desc(), HOLDING.c.position, table.c.i)
    numbers = (table.c.document.label("number"), table.c.i.label("mark"))
    best = filtered.marks(kind, *numbers).where(_shown(kind, table)).order_by(*order).limit(most).subquery()
    these = and_(best.c.number == table.c.document, best.c.mark == table.c.i)
    return read(connection, with_marks(filtered.dossier, kind, tuple(columns(kind))).join(best, these), kind)


def count(connection: Connection, filtered: Filtered, kind: MarkKind[Any]) -> int:
    """How many there are of which :func:`prominent` takes the first."""
    marks = filtered.marks(kind, func.count()).where(_shown(kind, TABLES[kind.plural]))
    return int(connection.execute(marks).scalar_one())


def count_documents(connection: Connection, filtered: Filtered) -> int:
    """How many documents that have been read the filter lets through."""
    return int(connection.execute(filtered.documents(func.count())).scalar_one())


def last_day(connection: Connection, filtered: Filtered) -> dt.date | None:
    """The day on which the last document came out that the filter lets through; null where none is known."""
    return connection.execute(filtered.documents(func.max(MARKED.c.published))).scalar_one_or_none()


def _shown(kind: MarkKind[Any], table: Table) -> ColumnElement[bool]:
    """An amount without a number is shown nowhere."""
    return or_(table.c.low.is_not(None), table.c.high.is_not(None)) if kind is FIGURES else table.c.i >= 0


def _prominence(connection: Connection, filtered: Filtered, kind: MarkKind[Any]) -> ColumnElement[float]:
    table = TABLES[kind.plural]
    if kind is not EVENTS:
        return table.c.salience
    return table.c.salience + _freshness(table.c.earliest, table.c.latest, last_day(connection, filtered.whole))


def _freshness(earliest: Column[dt.date], latest: Column[dt.date], today: dt.date | None) -> ColumnElement[float]:
    """What :func:`core.frames.salience.prominence` makes of the days of an event."""
    points = freshness_points(today)
    last = func.coalesce(latest, earliest)
    of_age = [(and_(last >= since, last <= until), worth) for since, until, worth in points.spans]
    precise = case((earliest == latest, points.one_day), else_=0.0)
    aged = case(*of_age, else_=0.0) if of_age else 0.0
    return case((last.is_(None), points.undated), else_=precise + aged)
