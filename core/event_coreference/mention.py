"""One mention of an event, with what can be compared with another: kind, days, places, numbers, people, words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from core.event_coreference.counts import Count, counts_of
from core.event_coreference.positions import Position, positions_of
from core.event_coreference.sides import sides_of
from core.event_coreference.words import names_in, objects_of, plain_words, words_of
from core.frames.kinds import EventRow
from core.frames.rows import Frames
from core.lexicon.event_types import KIND_NAMES, kind_of

STATED = "date of the statement"
"""How the reason of an event's date begins where the text dates the saying alone."""

SAYING_LAG = dt.timedelta(days=3)
"""What is told on a day without a date of its own has seldom happened longer ago."""


@dataclass(frozen=True)
class EventMention:
    """A row with what is compared of it. ``order`` is its place among all, ``counts`` are what it counts, ``spots`` its
    places; ``named_places`` are the words of all places that its document names.
    """

    order: int
    row: EventRow
    counts: tuple[Count, ...]
    spots: tuple[Position, ...]
    named_places: frozenset[str]

    @cached_property
    def kind(self) -> str:
        """The kind of thing done."""
        return kind_of(self.row.trigger, self.row.text).name

    @cached_property
    def sides(self) -> frozenset[str]:
        """What else it may be a side of."""
        return sides_of(self.kind)

    @cached_property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day it may lie on; null where it is undated or open to one side."""
        first, last = self.row.earliest, self.row.latest
        if first is None or last is None:
            return None
        return (_before(first), last) if self.row.reason.startswith(STATED) else (first, last)

    @cached_property
    def length(self) -> int:
        """Days from the first to the last; 0 where it is undated."""
        return (self.days[1] - self.days[0]).days if self.days else 0

    @cached_property
    def towns(self) -> frozenset[str]:
        """Keys of its places smaller than a country."""
        return frozenset(spot.key for spot in self.spots if spot.kind != "country")

    @cached_property
    def people(self) -> frozenset[str]:
        """The words for who did it."""
        return words_of(" ".join(self.row.actors)) - self.named_places

    @cached_property
    def doers(self) -> frozenset[str]:
        """The names among the words for who did it, those of nations too."""
        return frozenset().union(*(names_in(actor, ()) for actor in self.row.actors))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that it tells, without those of places and nations."""
        return names_in(self.row.text, self.named_places)

    @property
    def listed(self) -> bool:
        """Whether its trigger is one that news are told with."""
        return self.kind in KIND_NAMES

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that say something, without the names of places."""
        return words_of(self.row.text) - {self.row.trigger} - self.named_places

    @cached_property
    def objects(self) -> frozenset[str]:
        """The words for what it was done to or with."""
        return objects_of(self.words, self.named_places)

    @property
    def sentence(self) -> tuple[str, int]:
        """The document and where its sentence begins."""
        return self.row.doc, self.row.sent_start

    @property
    def key(self) -> str:
        """Its name in the dossier as it is now: ``doc:i``."""
        return self.row.key

    @property
    def event_id(self) -> str:
        """Its name that stays while its document and its sentence do."""
        return self.row.event_id

    @property
    def said(self) -> bool:
        """Whether it tells of a mere saying."""
        return self.row.status == "said"


class Mentions:
    """The events of documents that come one after another, in their order; a place is where it was first mentioned."""

    def __init__(self) -> None:
        self.all: list[EventMention] = []
        self._spots: dict[str, Position] = {}

    def read(self, frames: Frames) -> None:
        """The events of further documents, each with all its rows."""
        counts = counts_of(frames.figures)
        for place_key, spot in positions_of(frames.places).items():
            self._spots.setdefault(place_key, spot)
        words: dict[str, set[str]] = defaultdict(set)
        for place in frames.places:
            words[place.doc] |= plain_words(place.text) | plain_words(place.name)
        named = {doc: frozenset(found) for doc, found in words.items()}
        for row in frames.events:
            spots = (self._spots.get(key) for key in row.place_keys if row.places_from != "dateline")
            mention = EventMention(
                order=len(self.all),
                row=row,
                counts=tuple(counts[key] for i in row.figures if (key := (row.doc, i)) in counts),
                spots=tuple(spot for spot in spots if spot),
                named_places=named.get(row.doc, frozenset()),
            )
            self.all.append(mention)


def event_mentions(frames: Frames) -> list[EventMention]:
    """All events, in their order."""
    found = Mentions()
    found.read(frames)
    return found.all


def _before(day: dt.date) -> dt.date:
    return day - SAYING_LAG if day > dt.date.min + SAYING_LAG else day
