"""What was done, when and where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from core.models.text import Words

Precision = Literal["day", "week", "month", "year", "span"]
PlacesFrom = Literal["clause", "sentence", "heading", "dateline"]
Status = Literal["happened", "said", "planned", "denied", "possible"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that makes a clause an event."""

    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Event:
    """A clause that tells what was done, with when and where as indices into the record.

    ``places_from`` is where the places were taken from: whatever is not the clause's own is inherited. ``cue`` holds
    the words that show the status, such as "refused" or "if"; null for what is plainly told.
    """

    start: int
    end: int
    summary: str
    trigger: Trigger
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision | None
    status: Status
    dates: tuple[int, ...]
    places: tuple[int, ...]
    figures: tuple[int, ...]
    actors: tuple[Words, ...]
    reason: str = ""
    places_from: PlacesFrom | None = None
    cue: Words | None = None
