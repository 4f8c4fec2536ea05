"""One telling of an event, with what can be compared with another: kind, days, places, numbers, people, words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.desk.frames import Frames
from core.trigger_kinds import KINDS, kind_of

_WORD = re.compile(r"[^\W\d_]{3,40}")
_EMPTY = frozenset(
    """the and for that with from was were had has have been are its their his her who which this these those after
    before about into over under than more most some many least also said says they them she him one two three four
    five six seven eight nine ten eleven twelve people person when where while during near between against monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december day days week month year last next early late morning evening night afternoon new other
    first second will would could may might not but all any out off
    local officials official authorities police share shares stock stocks trading exchange index percent""".split()
)
STATED = "date of the statement"
"""How the reason of an event's date begins where the text dates the saying alone."""

SAYING_LAG = dt.timedelta(days=3)
"""What is told on a day without a date of its own has seldom happened longer ago."""


@dataclass(frozen=True)
class Number:
    """A count of the event; an open end is infinite. ``thing`` is the lemma of what is counted."""

    thing: str
    low: float
    high: float
    text: str

    def agrees(self, other: Number) -> bool:
        """Whether both can be true of one number of one thing."""
        return self.thing == other.thing and self.low <= other.high and other.low <= self.high

    def same(self, other: Number) -> bool:
        """Whether both give the same end: "at least 440" and "440"."""
        ends = {self.low, self.high} & {other.low, other.high} - {0.0, float("inf")}
        return self.thing == other.thing and bool(ends)


@dataclass(frozen=True)
class Telling:
    """A row of ``frames.events``; ``where`` holds (key, country or null where it is a country itself) of its places."""

    index: Any
    row: Mapping[Any, Any]
    numbers: tuple[Number, ...]
    countries: frozenset[str]
    places: frozenset[str]
    wide: frozenset[str]

    @cached_property
    def kind(self) -> str:
        """The kind of thing done."""
        return kind_of(self.row["trigger"]).name

    @cached_property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day it may lie on; null where it is undated or open to one side."""
        first, last = self.row["earliest"], self.row["latest"]
        if first is None or last is None:
            return None
        return (_before(first), last) if str(self.row["reason"]).startswith(STATED) else (first, last)

    @cached_property
    def people(self) -> frozenset[str]:
        """The words for who did it."""
        return _words(" ".join(self.row["actors"]))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names among the words for who did it; the first word of a phrase may be large for no reason."""
        capitals = (word for actor in self.row["actors"] for word in actor.split()[1:] if word[:1].isupper())
        return _words(" ".join(capitals))

    @property
    def listed(self) -> bool:
        """Whether its trigger is one that news are told with."""
        return self.row["trigger"] in KINDS

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that say something."""
        return _words(self.row["text"]) - {self.row["trigger"]}

    @property
    def key(self) -> str:
        """What stays the same while the document's text does."""
        return f"{self.row['doc']}@{self.row['start']}:{self.row['trigger']}"


def tellings(frames: Frames) -> list[Telling]:
    """The events that tell of something, in their order; mere sayings are left out: no two are the same."""
    numbers = _numbers(frames)
    kinds = {row["key"]: (row["kind"], row["country"]) for row in frames.places.to_dict("records")}
    found = []
    for index, row in zip(frames.events.index, frames.events.to_dict("records"), strict=True):
        if row["status"] == "said":
            continue
        keys = row["place_keys"] if row["places_from"] != "dateline" else ()
        known = {key: kinds.get(key, (None, None)) for key in keys}
        found.append(
            Telling(
                index=index,
                row=row,
                numbers=tuple(numbers[k] for i in row["figures"] if (k := (row["doc"], i)) in numbers),
                countries=frozenset(country for _, country in known.values() if country),
                places=frozenset(key for key, (kind, _) in known.items() if kind != "country"),
                wide=frozenset(country for kind, country in known.values() if kind == "country" and country),
            )
        )
    return found


def _numbers(frames: Frames) -> dict[tuple[str, int], Number]:
    """Counts and sums by document and index; ones without either end say nothing."""
    found = {}
    for row in frames.figures.to_dict("records"):
        if row["kind"] in ("count", "money", "measure") and (row["low"] is not None or row["high"] is not None):
            low = 0.0 if row["low"] is None else float(row["low"])
            high = float("inf") if row["high"] is None else float(row["high"])
            thing = str(row["counted_head"] or row["unit"] or "").casefold()
            found[row["doc"], row["i"]] = Number(thing, low, high, row["text"])
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.casefold()) if word not in _EMPTY)


def _before(day: dt.date) -> dt.date:
    return day - SAYING_LAG if day > dt.date.min + SAYING_LAG else day
