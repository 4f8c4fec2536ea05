"""Where marks and their words stand: rows inside bands, so that nothing covers anything at the view it is made for."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.charts.lanes import lanes
from core.charts.timeline_marks import Mark, thinned
from core.charts.timeline_view import View

LETTER = 7.0
"""Pixels a letter of a label takes, on average."""

DOT = 11.0
"""Pixels from the middle of a mark to where its words may begin."""

LETTERS = 44
ROOMY = 620
"""Pixels of width from which on labels may be long and many."""

MOST_ROWS = 18
"""Rows of a chart without bands."""

BAND_ROWS = 6
"""Rows of one band among others."""

GAP = 6.0
"""Pixels between the end of a bar and its words."""

BESIDE = 130
"""Pixels of half a bar up to which the words stand behind it and not on it."""

_TRIES = ((14, 0), (8, 0), (4, 0), (4, 12), (4, 24), (4, 48), (3, 96), (2, 192), (0, 400))
"""Marks with words, and pixels of time taken together where that needs too many rows: words go first, then marks."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its row; ``label`` begins at ``words_at``, or ends there where ``left`` is true."""

    mark: Mark
    row: float
    label: str
    words_at: dt.datetime
    left: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of rows, ``top`` being where its name stands."""

    name: str
    top: float


class Scale:
    """From time to pixels of the view that the words are laid out for."""

    def __init__(self, view: View, width: int) -> None:
        self.view, self.width = view, width
        self._pixels = width / max((view[1] - view[0]).total_seconds(), 1.0)

    def at(self, when: dt.datetime) -> float:
        """Pixels from the left end."""
        return (when - self.view[0]).total_seconds() * self._pixels

    def time(self, pixels: float) -> dt.timedelta:
        """The time that so many pixels show."""
        return dt.timedelta(seconds=pixels / self._pixels)


def placed(found: Sequence[Mark], view: View, width: int) -> tuple[list[Placed], list[Band]]:
    """All marks with their rows, and the bands they lie in. ``width`` is that of the axis in pixels."""
    scale = Scale(view, width)
    groups = [(name, list(group)) for name, group in groupby(found, key=lambda mark: mark.band)]
    most = MOST_ROWS if len(groups) == 1 else BAND_ROWS
    result: list[Placed] = []
    bands, top = [], 0.0
    for name, group in groups:
        laid = next((tried for tried in _tries(group, found, scale) if _height(tried) <= most), None)
        laid = laid if laid is not None else list(_tries(group, found, scale))[-1]
        head = 1.0 if name else 0.0
        bands.append(Band(name, top))
        result += [replace(one, row=top + head + one.row) for one in laid]
        top += head + _height(laid) + 0.3
    return result, bands


def _height(laid: Sequence[Placed]) -> float:
    return max((one.row for one in laid), default=0.0) + 1


def _tries(group: Sequence[Mark], found: Sequence[Mark], scale: Scale) -> Iterator[list[Placed]]:
    """The marks of a band laid out with fewer and fewer words, then with neighbours taken together."""
    weights = sorted((m.weight for m in found if 0 <= scale.at(m.at.middle) <= scale.width), reverse=True)
    roomy = scale.width >= ROOMY
    for words, pixels in _TRIES:
        most = words if roomy else words // 2
        least = weights[min(most, len(weights)) - 1] if most and weights else float("inf")
        yield _laid(thinned(group, scale.time(pixels)), least, LETTERS if roomy else 22, scale)


def _laid(group: Sequence[Mark], least: float, letters: int, scale: Scale) -> list[Placed]:
    """Each mark in the lowest row where neither it nor its words touch another."""
    spans, made = [], []
    for mark in group:
        begin, middle, end = scale.at(mark.at.begin), scale.at(mark.at.middle), scale.at(mark.at.end)
        label = _label(mark, letters) if mark.weight >= least else _count(mark)
        label = label if 0 <= middle <= scale.width else ""  # words of what lies outside would hang in the air
        reach = max(DOT, end - middle + GAP) if end - middle < BESIDE else DOT
        words = LETTER * len(label) + 4 if label else 0.0
        left = middle + reach + words > scale.width and middle - reach - words > 0
        first = min(begin, middle - reach - (words if left else 0.0))
        last = max(end, middle + reach + (0.0 if left else words))
        spans.append((first, last))
        made.append(Placed(mark, 0.0, label, mark.at.middle + scale.time(-reach if left else reach), left))
    return [replace(one, row=float(row)) for one, row in zip(made, lanes(spans, GAP), strict=True)]


def _label(mark: Mark, letters: int) -> str:
    """The first words of what is told, and how much more there is."""
    words = textwrap.shorten(mark.events[0]["text"], letters, placeholder=" …")
    return words if len(mark.events) == 1 else f"{len(mark.events)} events: {words}"


def _count(mark: Mark) -> str:
    return "" if len(mark.events) == 1 else f"{len(mark.events)} events"
