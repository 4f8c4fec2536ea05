"""Records → what a dossier shows as a whole; reads as the recipe. The overview page takes its first view from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import get_args

from core.compare import Comparison, compare
from core.compare.splits import Wholes
from core.event_coreference import clusters, gathered
from core.frames.filter import Filter
from core.frames.headline import headline, leading
from core.frames.kinds import ClusterRow, FigureRow, Page
from core.frames.not_shown import not_shown
from core.frames.rows import Frames, frames
from core.models import (
    DossierRecord,
    EventGroup,
    Extraction,
    Failure,
    FigureGroup,
    HeadlineFigure,
    Judgement,
    Mark,
    SharedOrigin,
)

FIRST_FIGURES = 4
"""Figures of the overview's first view."""

FIRST_EVENTS = 5
"""Events of the overview's first view."""


def dossier_record(
    name: str,
    records: Sequence[Extraction],
    wholes: Wholes,
    judgements: Iterable[Judgement] = (),
    failures: Iterable[Failure] = (),
) -> DossierRecord:
    """What the pages show of some documents without any filter.

    Args:
        name: the dossier's id.
        records: what was extracted from its documents, in their order; their ids differ.
        wholes: source id of a place → source ids of all that holds it (``Gazetteer.wholes``).
        judgements: what people decided about its events.
        failures: documents that could not be read, handed through.
    """
    whole = frames(records)
    comparison = compare(records, wholes)
    events = gathered(whole.events, clusters(whole, judgements))
    return DossierRecord(
        id=name,
        records=tuple(records),
        headline=_headline(whole, comparison),
        groups=_groups(comparison),
        events=_events(events),
        first_events=_places_of(first_events(events, whole.last_day), events),
        origins=_origins(comparison, records),
        not_shown=_not_shown(whole),
        failures=tuple(failures),
    )


def first_figures(figures: Iterable[FigureRow], things: Mapping[str, str]) -> tuple[FigureRow, ...]:
    """The figures of the first view, best first, one for each thing counted.

    ``things`` names the thing by key of a figure, where others count it too.
    """
    return headline(figures, FIRST_FIGURES, things)


def first_events(events: Iterable[ClusterRow], today: dt.date | None) -> tuple[ClusterRow, ...]:
    """The events of the first view, in the order of their days; ``events`` have one row for all tellings of one."""
    return leading(events, today, FIRST_EVENTS)


def _headline(whole: Frames, comparison: Comparison) -> tuple[HeadlineFigure, ...]:
    rows = first_figures(whole.figures, comparison.things)
    return tuple(HeadlineFigure(row.doc, row.i, comparison.things.get(row.key)) for row in rows)


def _groups(comparison: Comparison) -> tuple[FigureGroup, ...]:
    return tuple(
        FigureGroup(
            id=group.id,
            counted=group.label,
            place=group.place,
            figures=tuple((claim.doc, claim.i) for claim in group.claims),
            documents=len(group.documents),
            origins=group.origins.fewest,
            reasons=tuple(reason.sentence for reason in group.reasons),
        )
        for group in comparison.groups
    )


def _events(events: Iterable[ClusterRow]) -> tuple[EventGroup, ...]:
    return tuple(
        EventGroup(
            tellings=tuple(_mark(key) for key in row.keys.split(",")),
            earliest=row.earliest,
            latest=row.latest,
            reasons=tuple(reason for reason in (row.why, row.by_hand) if reason),
        )
        for row in events
    )


def _places_of(some: Iterable[ClusterRow], events: Sequence[ClusterRow]) -> tuple[int, ...]:
    """Where some of the events stand among all."""
    place = {row.key: number for number, row in enumerate(events)}
    return tuple(place[row.key] for row in some)


def _mark(key: str) -> Mark:
    doc, _, index = key.rpartition(":")
    return doc, int(index)


def _origins(comparison: Comparison, records: Sequence[Extraction]) -> tuple[SharedOrigin, ...]:
    """Documents that share their wording, then those tied by a figure; each sign once."""
    names = {record.id: record.outlet or record.title or record.name for record in records}
    wording = (((t.one, t.other), t.sentence(names[t.one], names[t.other])) for t in comparison.text_reuses)
    links = ((link.docs, link.sentence) for group in comparison.groups for link in group.origins.links)
    found = {(frozenset(docs), sentence): SharedOrigin(docs, sentence) for docs, sentence in chain(wording, links)}
    return tuple(found.values())


def _not_shown(whole: Frames) -> dict[str, dict[str, int]]:
    pages: tuple[Page, ...] = get_args(Page)
    return {page: {item.reason: item.count for item in not_shown(whole, Filter(), page)} for page in pages}
