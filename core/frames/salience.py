"""Which events a first view shows: what happened on the ground before what was said about it."""

from __future__ import annotations

import datetime as dt
import math

from core.frames.kinds import EventRow
from core.lexicon.event_types import kind_of

_STATUS = {"happened": 3.0, "planned": 1.5, "possible": 1.0, "denied": 1.0, "said": -1.0}
BACKGROUND = 365
"""Days before the publication from which on an event is what a story remembers and not what it tells."""

FRESH = 14


def prominence(event: EventRow, today: dt.date | None, documents: int = 1) -> float:
    """How far to the front an event belongs; only the order of the numbers means something.

    Args:
        event: one of its mentions.
        today: the day of the last publication; null where none is known.
        documents: how many documents tell it.
    """
    weight = kind_of(event.trigger, event.text).weight + _STATUS[event.status]
    weight += 0.5 * bool(event.place_keys) + 0.7 * bool(event.figure_texts) + 0.4 * bool(event.actors)
    weight += 1.2 * math.log2(max(documents, 1))
    return weight + _freshness(event.earliest, event.latest, today)


def _freshness(earliest: dt.date | None, latest: dt.date | None, today: dt.date | None) -> float:
    """A precise and recent day counts; an undated event and one of years ago are put back."""
    if earliest is None and latest is None:
        return -1.0
    precise = 0.5 if earliest == latest else 0.0
    if today is None:
        return precise
    last = latest or earliest or today
    age = (today - last).days
    return precise + (1.0 if 0 <= age <= FRESH else -2.0 if age > BACKGROUND else 0.0)
