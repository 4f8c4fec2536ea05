"""Every query of :mod:`core.desk.marks` beside the same worked out in memory from what ``select`` lets through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from sqlalchemy import Connection

from core.charts.place_marks import place_marks
from core.desk.marks import counts
from core.desk.marks.counts import Counted, KindCount
from core.desk.marks.filtering import Filtered
from core.desk.marks.places import places
from core.desk.marks.prominent import prominent
from core.desk.marks.rows import documents, rows, rows_taken_away
from core.desk.marks.unshown import unshown, unshown_rows
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, FIGURES, KINDS, Page
from core.frames.mark import MarkRow
from core.frames.not_shown import not_shown
from core.frames.rows import Frames
from core.frames.salience import prominence
from core.frames.selection import select, taken_away

PAGE = 7
"""Rows of a page that is neither the first nor begins anywhere in particular."""

PAGES: tuple[Page, ...] = get_args(Page)

R = TypeVar("R", bound=MarkRow)
Found = dict[str, Any]


def differences(connection: Connection, dossier: str, whole: Frames, chosen: Filter) -> list[str]:
    """Names of the queries that differ; ``whole`` are the rows of all the dossier's records."""
    asked, expected = queried(connection, Filtered(dossier, chosen)), in_memory(whole, chosen)
    return [name for name in expected if asked[name] != expected[name]]


def queried(connection: Connection, filtered: Filtered) -> Found:
    """What the database gives."""
    found: Found = {
        "documents": documents(connection, filtered),
        "places of the map": places(connection, filtered),
        "kinds": counts.kind_counts(connection, filtered),
        "marks of documents": counts.document_counts(connection, filtered),
        "outlets": counts.outlet_counts(connection, filtered),
        "places": counts.place_counts(connection, filtered),
        "speakers": counts.speaker_counts(connection, filtered),
        "kinds of figures": counts.figure_kind_counts(connection, filtered),
        "days": counts.day_counts(connection, filtered),
        "days of events": counts.day_counts(connection, filtered, (EVENTS,)),
        "months": counts.month_counts(connection, filtered),
    }
    for kind in KINDS:
        found[f"{kind.plural} shown"] = rows(connection, filtered, kind)
        found[f"page of {kind.plural}"] = rows(connection, filtered, kind, PAGE, PAGE - 4)
        found[f"{kind.plural} taken away"] = rows_taken_away(connection, filtered, kind)
    for page in PAGES:
        told = unshown(connection, filtered, page)
        found[f"tray of {page}"] = [(one.reason, one.count) for one in told]
        found[f"first in the tray of {page}"] = [
            unshown_rows(connection, filtered, page, one.reason, PAGE) for one in told
        ]
    for kind in (EVENTS, FIGURES):
        found[f"prominent {kind.plural}"] = {row.key for row in prominent(connection, filtered, kind, PAGE)}
    return found


def in_memory(whole: Frames, chosen: Filter) -> Found:
    """What they should be."""
    shown = select(whole, chosen)
    marks = [row for kind in KINDS for row in shown.of(kind)]
    outlet = {row.doc: row.outlet for row in whole.documents}
    found: Found = {
        "documents": shown.documents,
        "places of the map": place_marks(shown.places),
        "marks of documents": tuple(
            Counted(one.doc, sum(row.doc == one.doc for row in marks), 1) for one in shown.documents
        ),
        "outlets": _ranked(_counted((row, [outlet[row.doc]]) for row in marks)),
        "places": _ranked(_counted((row, row.place_keys) for row in marks)),
        "speakers": _ranked(_counted((row, [row.speaker]) for row in marks)),
        "kinds of figures": _ranked(_counted((row, [row.kind]) for row in shown.figures)),
        "days": _in_time(_counted((row, _days(row)) for row in marks)),
        "days of events": _in_time(_counted((row, _days(row)) for row in shown.events)),
        "months": _in_time(_counted((row, _months(row)) for row in marks)),
    }
    kinds = []
    for kind in KINDS:
        kept, rest = shown.of(kind), tuple(taken_away(whole, kind, chosen))
        found[f"{kind.plural} shown"], found[f"{kind.plural} taken away"] = kept, rest
        found[f"page of {kind.plural}"] = kept[PAGE - 4 : 2 * PAGE - 4]
        kinds.append(KindCount(kind.plural, len(kept), len(rest)))
    for page in PAGES:
        items = not_shown(whole, chosen, page)
        found[f"tray of {page}"] = [(item.reason, item.count) for item in items]
        found[f"first in the tray of {page}"] = [tuple(item.rows[:PAGE]) for item in items]
    today = whole.last_day
    found["prominent events"] = _first(shown.events, lambda row: prominence(row, today))
    found["prominent figures"] = _first(
        [row for row in shown.figures if row.value is not None], lambda row: row.salience
    )
    return found | {"kinds": tuple(kinds)}


def _first(rows: Sequence[R], worth: Callable[[R], float]) -> set[str]:
    return {row.key for row in sorted(rows, key=lambda row: -worth(row))[:PAGE]}


def _days(row: MarkRow) -> Iterator[Hashable]:
    return (first for first, last in row.spans if first is not None and first == last)


def _months(row: MarkRow) -> Iterator[Hashable]:
    for first, last in row.spans:
        if first and last and (first.year, first.month) == (last.year, last.month):
            yield first.isoformat()[:7]


def _counted(values: Iterable[tuple[MarkRow, Iterable[Hashable]]]) -> list[Counted[Any]]:
    """Each value but null with its marks, each once a mark."""
    having: Mapping[Hashable, list[str]] = defaultdict(list)
    for row, several in values:
        for value in set(several) - {None}:
            having[value].append(row.doc)
    return [Counted(value, len(docs), len(set(docs))) for value, docs in having.items()]


def _ranked(found: list[Counted[Any]]) -> tuple[Counted[Any], ...]:
    return tuple(sorted(found, key=lambda one: (-one.marks, one.value)))


def _in_time(found: list[Counted[Any]]) -> tuple[Counted[Any], ...]:
    return tuple(sorted(found, key=lambda one: one.value))
