"""What a temporal expression says by itself, before any calendar is applied to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from core.models import Timex

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half",
    "year", "decade", "century", "millennium",
]  # fmt: skip
"""Units of time, the narrower before the wider."""

WIDTHS: tuple[Unit, ...] = get_args(Unit)
Base = Literal["published", "previous", "stage"]
"""``context``: what the text set before where it tells a story, else the publication."""

Tense = Literal["past", "present", "future"]
Operation = Literal["calendar", "relative", "duration", "set", "reference"]
Season = Literal["SP", "SU", "FA", "WI"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Named parts of a calendar date, as far as the words give them; ``weekday`` counts from 1 = Monday."""

    century: int | None = None  # first two digits: 19 for the 1900s
    decade: int | None = None  # first three digits: 199 for the 1990s
    year: int | None = None
    short_year: bool = False  # only the last two digits are given
    shared_year: bool = False  # the year stands with a neighbouring date
    bc: bool = False
    half: int | None = None
    quarter: int | None = None
    fiscal: bool = False  # a company's quarter, numbered in its own year
    season: Season | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week_of: bool = False  # "the week of March 6"
    nth: int | None = None  # which such weekday of the month; −1 the last
    weekend: bool = False
    holiday: str | None = None

    @property
    def dated(self) -> bool:
        """Whether the words themselves name the year, the decade or the century."""
        return self.bc or any(part is not None for part in (self.century, self.decade, self.year))

    @property
    def inner(self) -> bool:
        """Whether something smaller than a year is named."""
        named = (self.half, self.quarter, self.season, self.month, self.day, self.weekday, self.holiday)
        return self.weekend or any(part is not None for part in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A stretch of the text that speaks of time, and how to work out what it means.

    - ``calendar``: ``parts``, completed from ``base``; ``direction`` −1 "last", 0 "this", 1 "next",
      null: the tense decides. With ``unit`` the parts lie in the unit that is ``offset`` away ("June last year").
    - ``relative``: the ``unit`` that lies ``offset`` away from ``base`` ("last week", "two days later").
    - ``duration``: ``amount`` of ``unit`` (null: not said how many); ``direction`` where it ends or starts at ``base``.
    - ``set`` and ``reference``: ``value`` says it all.
    """

    start: int
    end: int
    text: str
    type: Timex
    operation: Operation
    parts: Parts = Parts()
    unit: Unit | None = None
    amount: float | None = None
    offset: int = 0
    base: Base = "published"
    direction: int | None = None
    modifier: str | None = None
    shift: int = 0  # days off the date named: "the day before last Tuesday"
    clock: str = ""  # what follows the day in the value: "T09:14", "TNI"
    value: str = ""
    until: Literal["base", "end"] | None = None  # "earlier this year" ends, "later this year" starts at the base
    compares: bool = False  # "a year earlier" after a quarter means that quarter a year before
    tense: Tense | None = None
    happened: bool = False  # tells when something was: never ahead
    lands: bool = False  # "in six weeks": the week so far ahead, and not the six weeks
    closes: bool = False  # the end of a span: "from November to February"; not before the date it follows
    bounded: bool = False  # the date that follows ends it: "the nine months ended Sept. 30"
    heading: bool = False  # stands over what follows: the day of an entry in a live blog or a daily report
    aside: bool = False  # told in passing: "the 1978 treaty", "planned for 1976"; the story does not move there
