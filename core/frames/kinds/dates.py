"""Temporal expressions: which days a text speaks of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.frames.context import RecordContext
from core.frames.filter import Filter
from core.frames.kinds.kind import Facts, MarkKind, NotShown, TextLook
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


def _left_out(rows: Sequence[DateRow], _: Filter) -> Iterator[NotShown]:
    """A length of time has no place in the calendar; another date may get one with the day of publication."""
    loose = [row for row in rows if not row.placed]
    lengths = [row for row in loose if row.anchor is not None or row.type == "DURATION"]
    waiting = [row for row in loose if row.anchor is None and row.type != "DURATION"]
    yield NotShown("dates that cannot be placed in the calendar", waiting)
    yield NotShown("lengths of time without a beginning or an end", lengths)


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
    left_out=_left_out,
)
