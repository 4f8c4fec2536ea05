"""A text as figures are read off it: its parse, its lexemes, and the dates, places and quotations found before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from core.figures.lexemes import Row
from core.models import DateMention, Place, Quote
from core.text.view import TextView

_M = TypeVar("_M", DateMention, Place)


class AnnotatedText:
    """What the steps from number to figure look at; offsets are characters of the text.

    Args:
        view: the parsed text.
        dates: its temporal expressions, sorted by start, as are the others.
        places: its places.
        quotes: its quotations.
    """

    def __init__(
        self, view: TextView, dates: Sequence[DateMention], places: Sequence[Place], quotes: Sequence[Quote]
    ) -> None:
        self.view = view
        self.row = Row(view.text)
        self.dates, self.places, self.quotes = dates, places, quotes
        self._date_starts = [date.start for date in dates]
        self._place_starts = [place.start for place in places]
        self._mention_ends = {date.end for date in dates} | {place.end for place in places}
        self._dated = {(date.start, date.end) for date in dates}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the lexemes ``first`` to ``last`` (exclusive)."""
        return self.row[first].start, self.row[last - 1].end

    def is_dated(self, span: tuple[int, int], has_unit: bool) -> bool:
        """Whether a number belongs to a date or a time; in a duration it counts, and "1520" of "1650 sq m" does."""
        if has_unit and span in self._dated:
            return False
        return any(
            date.type in ("DATE", "TIME") and date.start <= at < date.end
            for date in self.dates_in(*span)
            for at in (span[0], span[1] - 1)
        )

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Dates that share characters with ``start`` to ``end``."""
        return _touching(self.dates, self._date_starts, start, end)

    def places_in(self, start: int, end: int) -> list[Place]:
        """Places that share characters with ``start`` to ``end``."""
        return _touching(self.places, self._place_starts, start, end)

    def date_numbers(self, start: int, end: int) -> range:
        """Indices of the dates that begin between two offsets."""
        return range(bisect_left(self._date_starts, start), bisect_left(self._date_starts, end))

    def place_numbers(self, start: int, end: int) -> range:
        """Indices of the places that begin between two offsets."""
        return range(bisect_left(self._place_starts, start), bisect_left(self._place_starts, end))

    def is_speaker(self, offset: int) -> bool:
        """Whether the words at an offset name the speaker of a quotation."""
        return any(q.speaker is not None and q.speaker.start <= offset < q.speaker.end for q in self.quotes)

    def ends_mention(self, end: int) -> bool:
        """Whether a date or a place ends at an offset."""
        return end in self._mention_ends


def _touching(mentions: Sequence[_M], starts: list[int], start: int, end: int) -> list[_M]:
    """Mentions of one kind never overlap: the first one that ends before, going back, is the last to look at."""
    before = reversed(range(bisect_left(starts, end)))
    touching = [mentions[at] for at in takewhile(lambda at: mentions[at].end > start, before)]
    return touching[::-1]
