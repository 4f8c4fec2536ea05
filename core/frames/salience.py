"""Which events a first view shows: what happened on the ground before what was said about it."""

from __future__ import annotations

import datetime as dt
import math

from core.frames.kinds import EventRow
from core.lexicon.event_types import kind_of
from core.models import Status

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


def prominence(event: EventRow, today: dt.date | None, documents: int = 1) -> float:
    """How far to the front an event belongs; only the order of the numbers means something.

    Args:
        event: one of its mentions.
        today: the day of the last publication; null where none is known.
        documents: how many documents tell it.
    """
    weight = kind_of(event.trigger, event.text).weight + _STATUS[event.status]
    weight += _PLACED * bool(event.place_keys) + _COUNTED * bool(event.figure_texts) + _DONE_BY * bool(event.actors)
    weight += _DOUBLED * math.log2(max(documents, 1))
    return weight + _freshness(event.earliest, event.latest, today)


def _freshness(earliest: dt.date | None, latest: dt.date | None, today: dt.date | None) -> float:
    """A precise and recent day counts; an undated event and one of years ago are put back."""
    if earliest is None and latest is None:
        return _UNDATED
    precise = _ONE_DAY if earliest == latest else 0.0
    if today is None:
        return precise
    last = latest or earliest or today
    age = (today - last).days
    return precise + (_FRESH if 0 <= age <= FRESH else _REMEMBERED if age > BACKGROUND else 0.0)
