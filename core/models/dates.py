"""Words for times, and the days they cover."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Timex = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["explicit", "published", "previous"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression with TIMEX3 type, value and modifier, and the span of days it covers (inclusive)."""

    start: int
    end: int
    text: str
    type: Timex
    value: str
    modifier: str | None
    earliest: dt.date | None
    latest: dt.date | None
    anchor: Anchor | None
    reason: str
