"""On which day a number stands: the day something happened, or the day up to which it was counted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from core.models import DateMention

DayRole = Literal["event", "as of", "said"]

_AS_OF = re.compile(r"\b(?:by|as of|as at|until|till|up to|since|so far)(?: \w{1,12})?\s*$", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|wrote|announced|reported|added|confirmed|stated|according)\b[^.;]*$", re.IGNORECASE
)
_COUNTING = re.compile(
    r"\b(?:toll|total|number|tally)\b[^.;]{0,40}$"
    r"|\b(?:rose|risen|climbed|grew|grown|reached|stood at|stands at)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_LEAD = 50
"""Characters before a date or a figure that are looked at; so far a verb of saying is heard, the rest reaches less."""

_EVENT_DAYS = 3
"""A span of at most so many days is one event's day."""


@dataclass(frozen=True, slots=True)
class Day:
    """The span of days a text gives with a number, both ends inclusive, and what these days are to it."""

    earliest: dt.date | None = None
    latest: dt.date | None = None
    role: DayRole | None = None

    @property
    def only(self) -> dt.date | None:
        """The one day, null where there are several or none."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def of_event(self) -> tuple[dt.date, dt.date] | None:
        """First and last day on which it happened, where the text says so nearly to the day."""
        if self.role != "event" or self.earliest is None or self.latest is None:
            return None
        return (self.earliest, self.latest) if (self.latest - self.earliest).days < _EVENT_DAYS else None


def day_of(date: DateMention | None, text: str, figure: tuple[int, int]) -> Day:
    """What the date that stands with a figure (its start and end) is to it.

    "By Monday" is the day of counting, and so is the day on which a toll rose; "on Monday" is the day of the event,
    unless a verb of saying stands between figure and date, or just before the date ("he told reporters on Monday").
    """
    if date is None or (date.earliest is None and date.latest is None):
        return Day()
    lead = text[max(0, date.start - _LEAD) : date.start]
    start, end = figure
    if _AS_OF.search(lead) or _COUNTING.search(text[max(0, start - _LEAD) : start]):
        role: DayRole = "as of"
    elif _SAID.search(lead if date.start < end else text[max(end, date.start - _LEAD) : date.start]):
        role = "said"
    else:
        role = "event"
    return Day(date.earliest, date.latest, role)
