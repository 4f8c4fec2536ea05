"""What a headline would use: the figures and the events that make a story news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log10
from types import MappingProxyType

from core.frames.kinds import ClusterRow, FigureRow
from core.frames.rows import DocumentRow, last_day
from core.frames.salience import prominence
from core.lexicon import meaning
from core.lexicon.event_types import KINDS

PEOPLE = meaning("people", "counted first")
"""Heads that a headline counts first: whoever was killed, hurt, found or freed."""

GRAVE = meaning("events", "grave")
"""Verbs that make a number news, before those of background."""

HEADLINE_KINDS = ("count", "percent", "money")

_GRAVE, _OF_ITS_TYPE, _OF_PEOPLE = 1.5, 0.2, 1.5
"""Worth of a grave verb, of each point that its type of event weighs, and of people: in points of our own."""

_MONEY, _VOUCHED, _PLACED = 1.0, 0.5, 0.5
"""Worth of money, of somebody who says so, and of a place."""

MANY = 10
_MANY, _SINGLE, _TENFOLD = 0.5, -1.0, 0.1
"""Worth of a number from :data:`MANY` on, of one thing alone, and of each tenfold."""

_NOTHING_NAMED, _VAGUE, _DENIED = -1.0, -0.5, -1.0
"""Worth of a count of nothing named, of an amount in words, and of one that the text denies."""

SCREEN, SCREENS, _SCREEN_LATER = 2_000, 3, -0.4
"""Characters that a reader sees at once, how many such screens count, and what each adds that lies before a figure."""

_NO_THINGS: Mapping[str, str] = MappingProxyType({})


def headline(
    figures: Iterable[FigureRow], most: int = 6, things: Mapping[str, str] = _NO_THINGS
) -> tuple[FigureRow, ...]:
    """At most ``most`` figures that a headline would use, best first, one for each thing counted.

    What was done to people comes first, then what is vouched for, placed, and told early in a document. ``things``
    names the thing counted by key of a figure, where more is known of it than its noun.
    """
    told = (row for row in figures if row.value is not None and row.kind in HEADLINE_KINDS)
    ranked = sorted(((_weight(row), row) for row in told), key=lambda pair: -pair[0])
    chosen: list[FigureRow] = []
    named: set[str] = set()
    for weight, row in ranked:
        counted = _things(row, things)
        if weight > 0 and not counted & named:
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


def _weight(row: FigureRow) -> float:
    head = (row.counted_head or "").casefold()
    value = row.value or 0
    weight = _NOTHING_NAMED * (not head and row.kind == "count")
    weight += _gravity(row.trigger) + _OF_PEOPLE * (head in PEOPLE)
    weight += _MONEY * (row.kind == "money") + _VOUCHED * (row.speaker is not None) + _PLACED * bool(row.place_key)
    weight += _MANY * (value >= MANY) + _SINGLE * (value <= 1) + _VAGUE * (row.bound == "vague") + _DENIED * row.negated
    weight += _TENFOLD * log10(max(value, 1))  # of like figures the one that takes in the others
    return float(weight + _SCREEN_LATER * min(row.start / SCREEN, SCREENS))


def _gravity(trigger: str | None) -> float:
    """Of what befell somebody death weighs most."""
    kind = KINDS.get(trigger or "")
    return _GRAVE + _OF_ITS_TYPE * (kind.weight if kind else 0.0) if trigger in GRAVE else 0.0


def leading(events: Iterable[ClusterRow], documents: Iterable[DocumentRow], most: int = 5) -> tuple[ClusterRow, ...]:
    """At most ``most`` dated events that happened before the last document came out, in the order of their days.

    An event that several documents tell is there once. The most prominent are taken: what was done to people or places
    first, the fresh before the remembered.
    """
    today = last_day(documents)
    past = [
        (row.earliest, row)
        for row in events
        if row.status == "happened" and row.earliest and (today is None or row.earliest <= today)
    ]
    ranked = sorted(past, key=lambda pair: -prominence(pair[1], today, pair[1].documents))
    best = sorted(ranked[:most], key=lambda pair: (pair[0], pair[1].doc, pair[1].start))
    return tuple(row for _, row in best)
