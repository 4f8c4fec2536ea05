"""Quantities: how many, of what, and who says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import ColumnElement, FromClause, and_, true

from core.frames.context import RecordContext
from core.frames.filter import Filter
from core.frames.kinds.kind import Facts, MarkKind, TextLook
from core.frames.kinds.reason import Reason
from core.frames.mark import MarkRow, span_of
from core.frames.salience import salience_of_figure
from core.models import Bound, Figure, FigureKind
from core.wording import amount, days


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(MarkRow):
    """A quantity as an interval; ``when`` are the words of its date, ``trigger`` the verb of its event.

    ``salience`` is what a headline makes of it (:mod:`core.frames.salience`).
    """

    low: int | float | None
    high: int | float | None
    bound: Bound
    change: Literal["up", "down"] | None
    unit: str | None
    counted: str | None
    counted_head: str | None
    kind: FigureKind
    via: str | None
    hedges: tuple[str, ...]
    negated: bool
    place_key: str | None
    place_name: str | None
    when: str | None
    earliest: dt.date | None
    latest: dt.date | None
    trigger: str | None
    salience: float

    @property
    def value(self) -> int | float | None:
        """The end that is known, the lower one first; null for an amount without a number."""
        return self.low if self.low is not None else self.high

    @property
    def amount(self) -> str:
        """The value in signs: "≥ 440"."""
        return amount(self.low, self.high, self.bound, self.unit)


def _read(context: RecordContext) -> Iterator[FigureRow]:
    """A figure is about its own place beside those of its sentence, and about its own days instead of those."""
    for i, figure in enumerate(context.record.figures):
        row = _row(context, i, figure)
        yield replace(row, salience=salience_of_figure(row))


def _row(context: RecordContext, i: int, figure: Figure) -> FigureRow:
    place = context.record.places[figure.place] if figure.place is not None else None
    date = context.record.dates[figure.date] if figure.date is not None else None
    common = context.common(i, figure, figure.text)
    common["speaker"] = figure.speaker.name if figure.speaker else None
    common["speaker_role"] = figure.speaker.role if figure.speaker else None
    common["spans"] = (span_of(date.earliest, date.latest) if date else ()) or common["spans"]
    if place and place.key not in common["place_keys"]:  # else the sentence's own tuple stays one for all its marks
        common["place_keys"] = (place.key, *common["place_keys"])
    return FigureRow(
        **common,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        change=figure.change,
        unit=figure.unit,
        counted=figure.counted,
        counted_head=figure.counted_head,
        kind=figure.kind,
        via=figure.via,
        hedges=figure.hedges,
        negated=figure.negated,
        place_key=place.key if place else None,
        place_name=place.name if place else None,
        when=date.text if date else None,
        earliest=date.earliest if date else None,
        latest=date.latest if date else None,
        trigger=context.trigger_of_figure.get(i),
        salience=0.0,
    )


def _passes(row: FigureRow, chosen: Filter) -> bool:
    return chosen.kind is None or row.kind == chosen.kind


def _where(rows: FromClause, chosen: Filter) -> ColumnElement[bool]:
    return true() if chosen.kind is None else rows.c.kind == chosen.kind


_WITHOUT_A_NUMBER: Reason[FigureRow] = Reason(
    lambda _: "amounts without a number",
    lambda row, _: row.value is None,
    lambda rows, _: and_(rows.c.low.is_(None), rows.c.high.is_(None)),
)


def _facts(row: FigureRow) -> Facts:
    speaker = f"{row.speaker_role} {row.speaker}" if row.speaker_role else row.speaker
    return [
        ("Value", row.amount),
        ("Counts", row.counted),
        ("Who says so", speaker or "speaker unclear"),
        ("Via", row.via),
        ("Where", row.place_name),
        ("When", days(row.earliest, row.latest) if row.when else None),
        ("Hedge", ", ".join(row.hedges)),
        ("Denied", "yes" if row.negated else None),
    ]


FIGURES: MarkKind[FigureRow] = MarkKind(
    name="figure",
    plural="figures",
    row=FigureRow,
    word="figure",
    address="figure",
    page="figures",
    read=_read,
    facts=_facts,
    looks=(TextLook("figure", "figure"),),
    look_of=lambda _: "figure",
    note=lambda row: "" if row.value is None else row.amount,
    passes=_passes,
    where=_where,
    asked=("kind", "salience", "low", "high"),
    left_out=(_WITHOUT_A_NUMBER,),
)
