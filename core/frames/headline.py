"""What a headline would use: the figures and the events that make a story news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from core.frames.kinds import ClusterRow, FigureRow
from core.frames.salience import GRAVE, PEOPLE, prominence
from core.lexicon.event_types import KINDS

HEADLINE_KINDS = ("count", "percent", "money")

_NO_THINGS: Mapping[str, str] = MappingProxyType({})


def headline(
    figures: Iterable[FigureRow], most: int = 6, things: Mapping[str, str] = _NO_THINGS
) -> tuple[FigureRow, ...]:
    """At most ``most`` figures that a headline would use, best first, one for each thing counted.

    What was done to people comes first, then what is vouched for, placed, and told early in a document. ``things``
    names the thing counted by key of a figure, where more is known of it than its noun.
    """
    told = (row for row in figures if row.value is not None and row.kind in HEADLINE_KINDS)
    ranked = sorted(told, key=lambda row: -row.salience)
    chosen: list[FigureRow] = []
    named: set[str] = set()
    for row in ranked:
        counted = _things(row, things)
        if row.salience > 0 and not counted & named:
            chosen.append(row)
            named |= counted
    return tuple(chosen[:most])


def _things(row: FigureRow, things: Mapping[str, str]) -> set[str]:
    """What a figure counts, for the headline: its noun, and what its words are known to stand for.

    Of people also what befell them, so that the dead do not hide the injured or the missing.
    """
    known = things.get(row.key)
    noun = (row.counted_head or row.unit or "").casefold()
    fate = KINDS[row.trigger].name if row.trigger and noun in PEOPLE and row.trigger in GRAVE & KINDS.keys() else ""
    return {f"{noun} {fate}", *([known] if known else [])}


def leading(events: Iterable[ClusterRow], today: dt.date | None, most: int = 5) -> tuple[ClusterRow, ...]:
    """At most ``most`` dated events that happened before the last document came out, in the order of their days.

    An event that several documents tell is there once. The most prominent are taken: what was done to people or places
    first, the fresh before the remembered. ``today`` is the day on which the last document came out; null where none
    is known.
    """
    past = [
        (row.earliest, row)
        for row in events
        if row.status == "happened" and row.earliest and (today is None or row.earliest <= today)
    ]
    ranked = sorted(past, key=lambda pair: -prominence(pair[1], today, pair[1].documents))
    best = sorted(ranked[:most], key=lambda pair: (pair[0], pair[1].doc, pair[1].start))
    return tuple(row for _, row in best)
