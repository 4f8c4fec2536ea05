"""What a page leaves out under a filter, why and how much of it: the not-shown tray from grouped rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, union_all

from core.desk.marks.filtering import Filtered
from core.desk.marks.rows import columns, read, rows_taken_away
from core.desk.marks.tables import TABLES
from core.frames.kinds import KINDS, MarkKind, Page, Reason
from core.frames.mark import MarkRow
from core.frames.not_shown import BY_FILTER


@dataclass(frozen=True, slots=True)
class Unshown:
    """How many marks a page leaves out for one reason."""

    reason: str
    count: int


def unshown(connection: Connection, filtered: Filtered, page: Page) -> tuple[Unshown, ...]:
    """Everything that ``page`` leaves out; what the reader chose to leave out comes last."""
    every = _in_all_roles(filtered)
    own = [
        _left_out(every, kind, reason, filtered, literal(number), func.count())
        for number, (kind, reason) in enumerate(_reasons(page))
    ]
    counts: dict[int, int] = dict(connection.execute(union_all(*own)).all()) if own else {}
    told = [Unshown(reason.told(filtered.chosen), counts[n]) for n, (_, reason) in enumerate(_reasons(page))]
    rest = [every.taken_away(kind, func.count().label("n")) for kind in KINDS if kind.stands_on(page)]
    left = union_all(*rest).subquery()
    told.append(Unshown(BY_FILTER, int(connection.execute(select(func.sum(left.c.n))).scalar_one() or 0)))
    return tuple(one for one in told if one.count)


def unshown_rows(connection: Connection, filtered: Filtered, page: Page, reason: str, most: int) -> tuple[MarkRow, ...]:
    """The first of the marks that ``page`` leaves out for a reason, as it is told."""
    every = _in_all_roles(filtered)
    found: list[MarkRow] = []
    for kind, one in _reasons(page):
        if one.told(filtered.chosen) == reason:
            found += read(connection, _left_out(every, kind, one, filtered, *columns(kind)), kind, most - len(found))
    if reason == BY_FILTER:
        for kind in KINDS:
            if kind.stands_on(page) and len(found) < most:
                found += rows_taken_away(connection, every, kind, most - len(found))
    return tuple(found)


def _in_all_roles(filtered: Filtered) -> Filtered:
    """Which roles are hidden is a reason of its own."""
    return replace(filtered, chosen=replace(filtered.chosen, roles="all"))


def _reasons(page: Page) -> Iterator[tuple[MarkKind[Any], Reason[Any]]]:
    return ((kind, reason) for kind in KINDS if kind.page == page for reason in kind.left_out)


def _left_out(
    every: Filtered, kind: MarkKind[Any], reason: Reason[Any], filtered: Filtered, *asked: Any
) -> Select[Any]:
    return every.marks(kind, *asked).where(reason.where(TABLES[kind.plural], filtered.chosen))
