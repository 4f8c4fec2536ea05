"""Records → typed rows, a tuple a kind of mark: what pages, counts, charts and exports read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar, cast

from core.frames.context import RecordContext
from core.frames.kinds import (
    DATES,
    EVENTS,
    FIGURES,
    KINDS,
    PLACES,
    QUOTES,
    DateRow,
    EventRow,
    FigureRow,
    MarkKind,
    PlaceRow,
    QuoteRow,
)
from core.frames.mark import MarkRow
from core.models import Extraction, Notice
from core.text.invisible_characters import HIDDEN, visible

R = TypeVar("R", bound=MarkRow)
AnyRow = TypeVar("AnyRow")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with how many marks it has."""

    doc: str
    name: str
    title: str | None
    outlet: str | None
    published: dt.date | None
    published_from: Literal["given", "metadata", "text"] | None
    language: str | None
    warnings: tuple[Notice, ...]
    marks: int


@dataclass(frozen=True, slots=True)
class Frames:
    """The rows of some documents: one a document, and for each kind of mark those of all, in the order of the texts.

    ``marks`` holds them by the plural of their kind.
    """

    documents: tuple[DocumentRow, ...]
    marks: Mapping[str, tuple[MarkRow, ...]]
    kinds: tuple[MarkKind[Any], ...] = KINDS

    def of(self, kind: MarkKind[R]) -> tuple[R, ...]:
        """The rows of a kind."""
        return cast("tuple[R, ...]", self.marks[kind.plural])

    @property
    def places(self) -> tuple[PlaceRow, ...]:
        """Mentions of places."""
        return self.of(PLACES)

    @property
    def dates(self) -> tuple[DateRow, ...]:
        """Temporal expressions."""
        return self.of(DATES)

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """Quantities."""
        return self.of(FIGURES)

    @property
    def quotes(self) -> tuple[QuoteRow, ...]:
        """Quotations."""
        return self.of(QUOTES)

    @property
    def events(self) -> tuple[EventRow, ...]:
        """Mentions of events."""
        return self.of(EVENTS)

    @property
    def count(self) -> int:
        """How many marks there are in all."""
        return sum(map(len, self.marks.values()))

    @property
    def last_day(self) -> dt.date | None:
        """The day on which the last document came out; null where none is known."""
        return last_day(self.documents)


def last_day(documents: Iterable[DocumentRow]) -> dt.date | None:
    """The day on which the last of some documents came out; null where none is known."""
    return max((row.published for row in documents if row.published), default=None)


def frames(records: Iterable[Extraction], kinds: tuple[MarkKind[Any], ...] = KINDS) -> Frames:
    """The rows of some documents. ``kinds`` are the kinds of marks that are read."""
    marks: dict[str, list[MarkRow]] = {kind.plural: [] for kind in kinds}
    documents: list[DocumentRow] = []
    for record in records:
        shows = _as_shown if HIDDEN.search(record.text) else list
        context, before = RecordContext(record), sum(map(len, marks.values()))
        for kind in kinds:
            marks[kind.plural] += shows(list(kind.read(context)))
        documents += _as_shown([_document(record, sum(map(len, marks.values())) - before)])
    return Frames(tuple(documents), {plural: tuple(rows) for plural, rows in marks.items()}, kinds)


def _document(record: Extraction, marks: int) -> DocumentRow:
    return DocumentRow(
        doc=record.id,
        name=record.name,
        title=record.title,
        outlet=record.outlet,
        published=record.published,
        published_from=record.published_from,
        language=record.language,
        warnings=record.warnings,
        marks=marks,
    )


def _as_shown(rows: list[AnyRow]) -> list[AnyRow]:
    """The rows with words as they may be shown on any page or chart: hidden characters stand as signs."""
    done: dict[int, Any] = {}  # tuples are shared by many rows, and may be long

    def shown(value: Any) -> Any:
        if isinstance(value, str):
            return visible(value)
        if type(value) is not tuple:
            return value
        if id(value) not in done:
            done[id(value)] = tuple(map(shown, value))
        return done[id(value)]

    names = [field.name for field in fields(cast("Any", rows[0]))] if rows else []
    return [type(row)(**{name: shown(getattr(row, name)) for name in names}) for row in rows]
