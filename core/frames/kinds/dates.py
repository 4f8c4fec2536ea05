"""Temporal expressions: which days a text speaks of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, and_, not_, or_

from core.frames.context import RecordContext
from core.frames.kinds.kind import Facts, MarkKind, TextLook
from core.frames.kinds.reason import Reason
from core.frames.mark import MarkRow, span_of
from core.models import Anchor, Timex
from core.wording import days


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow(MarkRow):
    """A temporal expression with its TIMEX3 type and value, and the days it covers."""

    type: Timex
    value: str
    modifier: str | None
    earliest: dt.date | None
    latest: dt.date | None
    anchor: Anchor | None
    reason: str

    @property
    def placed(self) -> bool:
        """Whether it names any day of the calendar."""
        return self.earliest is not None or self.latest is not None


def _read(context: RecordContext) -> Iterator[DateRow]:
    for i, date in enumerate(context.record.dates):
        common = context.common(i, date, date.text)
        common["spans"] = span_of(date.earliest, date.latest)
        yield DateRow(
            **common,
            type=date.type,
            value=date.value,
            modifier=date.modifier,
            earliest=date.earliest,
            latest=date.latest,
            anchor=date.anchor,
            reason=date.reason,
        )


def _is_length(row: DateRow) -> bool:
    """A length of time has no place in the calendar; another date may get one with the day of publication."""
    return row.anchor is not None or row.type == "DURATION"


def _lengths(rows: FromClause) -> ColumnElement[bool]:
    return or_(rows.c.anchor.is_not(None), rows.c.type == "DURATION")


def _nowhere(rows: FromClause) -> ColumnElement[bool]:
    return and_(rows.c.earliest.is_(None), rows.c.latest.is_(None))


_LEFT_OUT: tuple[Reason[DateRow], ...] = (
    Reason(
        lambda _: "dates that cannot be placed in the calendar",
        lambda row, _: not row.placed and not _is_length(row),
        lambda rows, _: and_(_nowhere(rows), not_(_lengths(rows))),
    ),
    Reason(
        lambda _: "lengths of time without a beginning or an end",
        lambda row, _: not row.placed and _is_length(row),
        lambda rows, _: and_(_nowhere(rows), _lengths(rows)),
    ),
)


def _facts(row: DateRow) -> Facts:
    return [("Days", days(row.earliest, row.latest)), ("Why then", row.reason)]


DATES: MarkKind[DateRow] = MarkKind(
    name="date",
    plural="dates",
    row=DateRow,
    word="date",
    address="date",
    page="timeline",
    read=_read,
    facts=_facts,
    looks=(TextLook("date", "date"),),
    look_of=lambda _: "date",
    left_out=_LEFT_OUT,
)
