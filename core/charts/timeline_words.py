"""The words beside the marks of the timeline: which side they stand on, and where they are cut."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from core.charts.theme import FinePixels
from core.charts.timeline_marks import TimelineMark

LETTER: FinePixels = 7.0
"""Pixels a letter of a label takes, on average."""

FEWEST = 12
"""Letters under which words that are cut tell too little to stand there."""

_END: FinePixels = 4.0
"""Pixels left free after the last letter."""


class Room(NamedTuple):
    """Pixels from the left end: where words may stand left of a mark and right of it."""

    left_end: float
    begin: float
    end: float
    right_end: float


class Caption(NamedTuple):
    """Words that begin at ``at``, or end there where ``left`` is true."""

    words: str
    at: float
    left: bool

    @property
    def span(self) -> tuple[float, float]:
        """From where to where the words reach, in pixels."""
        long = LETTER * len(self.words) + _END
        return (self.at - long, self.at) if self.left else (self.at, self.at + long)


def beside(mark: TimelineMark, letters: int, room: Room) -> Caption:
    """A mark's words in the room it has: at the right if they fit there whole, else at the left, else cut shorter."""
    wanted = told(mark, letters)
    right, left = (int((pixels - _END) / LETTER) for pixels in (room.right_end - room.end, room.begin - room.left_end))
    if len(wanted) > max(right, left):
        wanted = told(mark, max(right, left))
    if len(wanted) > max(right, left):
        wanted = ""
    if len(wanted) <= right:
        return Caption(wanted, room.end, False)
    return Caption(wanted, room.begin, True)


def told(mark: TimelineMark, letters: int) -> str:
    """The first words of what is told, and of how many events; the number alone where there is no room for words."""
    number = count(mark)
    first = f"{number}: " if number else ""
    words = textwrap.shorten(mark.events[0].text, max(letters - len(first), 2), placeholder=" …")
    return number if words.endswith("…") and len(words) < FEWEST else first + words


def count(mark: TimelineMark) -> str:
    """How many events a mark is; nothing for a single one."""
    return "" if len(mark.events) == 1 else f"{len(mark.events)} events"
