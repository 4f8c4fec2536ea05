"""How much a newsroom's first view cares for an event or a figure: what was done to people before what was said of it.

The salience of a mark is known when its document is read; the prominence of an event depends on the day as well.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from math import log2, log10
from typing import TYPE_CHECKING

from core.lexicon import meaning
from core.lexicon.event_types import KINDS, kind_of
from core.models import Status

if TYPE_CHECKING:  # whose rows have it among their columns
    from core.frames.kinds import EventRow, FigureRow

_STATUS: dict[Status, float] = {"happened": 3.0, "planned": 1.5, "possible": 1.0, "denied": 1.0, "said": -1.0}
"""Worth of each status, in points of the weight of its type of event (0 to 5), as all that follows."""

_PLACED, _COUNTED, _DONE_BY = 0.5, 0.7, 0.4
"""Worth of a place, a number, and somebody who did it."""

_DOUBLED = 1.2
"""Worth of each doubling of the documents that tell it."""

_UNDATED, _ONE_DAY, _FRESH, _REMEMBERED = -1.0, 0.5, 1.0, -2.0
"""Worth of no date, of one certain day, of a day not long ago, and of one long ago."""

FRESH = 14
"""Days before the publication in which an event is not long ago."""

BACKGROUND = 365
"""Days before the publication from which on an event is what a story remembers and not what it tells."""


PEOPLE = meaning("people", "counted first")
"""Heads that a headline counts first: whoever was killed, hurt, found or freed."""

GRAVE = meaning("events", "grave")
"""Verbs that make a number news, before those of background."""

_GRAVE, _OF_ITS_TYPE, _OF_PEOPLE = 1.5, 0.2, 1.5
"""Worth of a grave verb, of each point that its type of event weighs, and of people: in points of our own."""

_MONEY, _VOUCHED, _SOMEWHERE = 1.0, 0.5, 0.5
"""Worth of money, of somebody who says so, and of a place."""

MANY = 10
_MANY, _SINGLE, _TENFOLD = 0.5, -1.0, 0.1
"""Worth of a number from :data:`MANY` on, of one thing alone, and of each tenfold."""

_NOTHING_NAMED, _VAGUE, _DENIED = -1.0, -0.5, -1.0
"""Worth of a count of nothing named, of an amount in words, and of one that the text denies."""

SCREEN, SCREENS, _SCREEN_LATER = 2_000, 3, -0.4
"""Characters that a reader sees at once, how many such screens count, and what each adds that lies before a figure."""


def salience_of_event(event: EventRow) -> float:
    """What speaks for an event's prominence whatever day it is; only the order of the numbers means something."""
    weight = kind_of(event.trigger, event.text).weight + _STATUS[event.status]
    weight += _PLACED * bool(event.place_keys) + _COUNTED * bool(event.figure_texts)
    return weight + _DONE_BY * bool(event.actors)


def prominence(event: EventRow, today: dt.date | None, documents: int = 1) -> float:
    """How far to the front an event belongs; only the order of the numbers means something.

    Args:
        event: one of its mentions.
        today: the day of the last publication; null where none is known.
        documents: how many documents tell it.
    """
    return event.salience + _DOUBLED * log2(max(documents, 1)) + _freshness(event.earliest, event.latest, today)


def salience_of_figure(row: FigureRow) -> float:
    """What a headline makes of a figure; none at or below nought stands in one."""
    head = (row.counted_head or "").casefold()
    value = row.value or 0
    weight = _NOTHING_NAMED * (not head and row.kind == "count")
    weight += _gravity(row.trigger) + _OF_PEOPLE * (head in PEOPLE)
    weight += _MONEY * (row.kind == "money") + _VOUCHED * (row.speaker is not None) + _SOMEWHERE * bool(row.place_key)
    weight += _MANY * (value >= MANY) + _SINGLE * (value <= 1) + _VAGUE * (row.bound == "vague") + _DENIED * row.negated
    weight += _TENFOLD * log10(max(value, 1))  # of like figures the one that takes in the others
    return float(weight + _SCREEN_LATER * min(row.start / SCREEN, SCREENS))


def _gravity(trigger: str | None) -> float:
    """Of what befell somebody death weighs most."""
    kind = KINDS.get(trigger or "")
    return _GRAVE + _OF_ITS_TYPE * (kind.weight if kind else 0.0) if trigger in GRAVE else 0.0


@dataclass(frozen=True, slots=True)
class FreshnessPoints:
    """Worth of the days of an event: of none, of a single one, and of a last day within ``spans`` (both inclusive)."""

    undated: float
    one_day: float
    spans: tuple[tuple[dt.date, dt.date, float], ...]


@lru_cache(maxsize=8)
def freshness_points(today: dt.date | None) -> FreshnessPoints:
    """What speaks for an event's prominence on a day: a precise and recent one counts, one of years ago is put back."""
    fresh, remembered = ((_before(today, ago) if today else None) for ago in (FRESH, BACKGROUND + 1))
    spans = [(fresh or dt.date.min, today, _FRESH)] if today else []
    spans += [(dt.date.min, remembered, _REMEMBERED)] if remembered else []
    return FreshnessPoints(_UNDATED, _ONE_DAY, tuple(spans))


def _before(day: dt.date, days: int) -> dt.date | None:
    """So many days before a day; null before the calendar begins."""
    return dt.date.fromordinal(day.toordinal() - days) if day.toordinal() > days else None


def _freshness(earliest: dt.date | None, latest: dt.date | None, today: dt.date | None) -> float:
    points, last = freshness_points(today), latest or earliest
    if last is None:
        return points.undated
    precise = points.one_day if earliest == latest else 0.0
    return precise + next((worth for first, until, worth in points.spans if first <= last <= until), 0.0)
