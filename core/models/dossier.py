"""What the pages show of a dossier as a whole, as one record.

Documents are named by the ``id`` of their extraction record, marks by that id and their index in the record's own list.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.models.record import Extraction, Failure

Mark = tuple[str, int]
"""A document and an index into one list of its record."""


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """A figure of the first view: ``figure`` is its index in the record of ``doc``, ``group`` the id of its group."""

    doc: str
    figure: int
    group: str | None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures proposed as one number. ``documents`` counts those that tell it, ``origins`` the fewest behind them.

    ``reasons`` say in sentences why the numbers may differ.
    """

    id: str
    counted: str
    place: str | None
    figures: tuple[Mark, ...]
    documents: int
    origins: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One event with all that tell it, the one that tells it best first; its days are those of that one.

    ``reasons`` say what makes several tellings one event; empty for a single one.
    """

    tellings: tuple[Mark, ...]
    earliest: dt.date | None
    latest: dt.date | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """Documents that are not independent of each other, and the sign that shows it as a sentence."""

    documents: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """Records of some documents and what they show together; a proposal throughout, which a reader can check.

    ``first_events`` are indices into ``events``; ``not_shown`` counts marks by page and reason; ``failures`` are the
    documents that could not be read, by what they were called.
    """

    id: str
    records: tuple[Extraction, ...]
    headline: tuple[HeadlineFigure, ...]
    groups: tuple[FigureGroup, ...]
    events: tuple[EventGroup, ...]
    first_events: tuple[int, ...]
    origins: tuple[SharedOrigin, ...]
    not_shown: dict[str, dict[str, int]]
    failures: tuple[Failure, ...] = ()
