"""Where marks and their words stand: rows inside bands, so that nothing covers anything at the view it is made for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.charts.lanes import lanes
from core.charts.moments import DAY, Moment
from core.charts.theme import FinePixels
from core.charts.timeline_bands import Band
from core.charts.timeline_marks import TimelineMark, thinned
from core.charts.timeline_window import TimeWindow
from core.charts.timeline_words import Caption, Room, beside, count

DOT: FinePixels = 11.0
"""Pixels from the middle of a mark to where its words may begin."""

BAR = 3 * DOT
"""Pixels from which on what takes a day or less is drawn as long as it is."""

LETTERS = 44
LETTERS_OF_A_PHONE = 30
"""Letters of the words beside a mark, on a desk and on a phone."""

ROOMY = 620
"""Pixels of width from which on labels may be long and many."""

MOST_ROWS = 18
"""Rows of a chart without bands."""

BAND_ROWS = (2, 6)
"""The fewest and the most rows of one band among others: as many as all of them together leave it."""

ALL_ROWS = 24
"""Rows of all bands together, as long as none has fewer than it must."""

GAP: FinePixels = 6.0
"""Pixels between the end of a bar and its words."""

BESIDE = 130
"""Pixels of half a bar up to which the words stand behind it and not on it."""

_TRIES = (
    *((14, 0), (8, 0), (4, 0), (2, 0), (4, 12), (2, 12), (4, 24), (2, 24)),
    *((4, 48), (2, 48), (3, 96), (2, 192), (0, 400)),
)
"""Marks with words, and pixels of time taken together where that needs too many rows: words go first, then marks."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its row; ``label`` begins at ``words_at``, or ends there where ``left`` is true."""

    mark: TimelineMark
    row: float
    label: str
    words_at: dt.datetime
    left: bool


@dataclass(frozen=True, slots=True)
class BandRows:
    """The rows of a band, ``top`` being where its name stands."""

    name: str
    top: float


class Scale:
    """From time to pixels of the view that the words are laid out for."""

    def __init__(self, window: TimeWindow, width: int) -> None:
        self.window, self.width = window, width
        self._pixels = width / max((window[1] - window[0]).total_seconds(), 1.0)
        self._bar = self.time(BAR)

    def at(self, when: dt.datetime) -> float:
        """Pixels from the left end."""
        return (when - self.window[0]).total_seconds() * self._pixels

    @property
    def letters(self) -> int:
        """The most that the words of one mark take."""
        return LETTERS if self.width >= ROOMY else LETTERS_OF_A_PHONE

    def sees(self, at: Moment) -> bool:
        """Whether the dot lies in the view."""
        return 0 <= self.at(at.middle) <= self.width

    def time(self, pixels: float) -> dt.timedelta:
        """The time that so many pixels show."""
        return dt.timedelta(seconds=pixels / self._pixels)

    def lasts(self, at: Moment) -> bool:
        """Whether a bar is drawn: for a day or less only where it is long and near, as a dot would name an hour."""
        long = at.end - at.begin
        return long > DAY or at.soft_left or (long > self._bar and -self.width <= self.at(at.begin) <= 2 * self.width)

    def mark(self, at: Moment) -> tuple[float, float]:
        """From where to where its dot and its bar reach."""
        middle = self.at(at.middle)
        if not self.lasts(at):
            return middle - DOT, middle + DOT
        return min(self.at(at.begin), middle - DOT), max(self.at(at.end), middle + DOT)


def placed(found: Sequence[TimelineMark], scale: Scale) -> tuple[list[Placed], list[BandRows]]:
    """All marks with their rows, and the bands they lie in."""
    groups = [(band, list(group)) for band, group in groupby(found, key=lambda mark: mark.band)]
    result: list[Placed] = []
    bands, top = [], 0.0
    for band, group in groups:
        laid: list[_Laid] = []
        for laid in _tries(group, found, scale):
            if _height(laid) <= _most_rows(band, len(groups)):
                break
        head = 1.0 if band.name else 0.0
        bands.append(BandRows(band.name, top))
        for one in _filled(laid, scale):
            at = scale.window[0] + scale.time(one.label.at)
            result.append(Placed(one.mark, top + head + one.row, one.label.words, at, one.label.left))
        top += head + _height(laid) + 0.3
    return result, bands


def _most_rows(band: Band, bands: int) -> int:
    """What is folded has the fewest, the others share what a reader can overlook."""
    if bands == 1:
        return MOST_ROWS
    fewest, most = BAND_ROWS
    return fewest if band.folded else max(fewest, min(most, ALL_ROWS // bands))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A mark in a row of its band, with its words in pixels."""

    mark: TimelineMark
    row: int
    label: Caption

    def span(self, scale: Scale) -> tuple[float, float]:
        """From where to where the mark and its words reach."""
        first, last = scale.mark(self.mark.at)
        begin, end = self.label.span if self.label.words else (first, last)
        return min(first, begin), max(last, end)


def _height(laid: Sequence[_Laid]) -> int:
    return max((one.row for one in laid), default=0) + 1


def _tries(group: Sequence[TimelineMark], found: Sequence[TimelineMark], scale: Scale) -> Iterator[list[_Laid]]:
    """The marks of a band laid out with fewer and fewer words, then with neighbours taken together."""
    weights = sorted((m.weight for m in found if scale.sees(m.at)), reverse=True)
    roomy = scale.width >= ROOMY
    for words, pixels in _TRIES:
        most = words if roomy else words // 2
        least = weights[min(most, len(weights)) - 1] if most and weights else float("inf")
        yield _laid(thinned(group, scale.time(pixels)), least, scale)


def _laid(group: Sequence[TimelineMark], least: float, scale: Scale) -> list[_Laid]:
    """Each mark in the lowest row where neither it nor its words touch another."""
    made = [_Laid(mark, 0, _label(mark, mark.weight >= least, scale)) for mark in group]
    rows = lanes([one.span(scale) for one in made], GAP)
    return [replace(one, row=row) for one, row in zip(made, rows, strict=True)]


def _label(mark: TimelineMark, prominent: bool, scale: Scale) -> Caption:
    """A mark's words as they stand where the row is its own; of what lies outside they would hang in the air."""
    if not scale.sees(mark.at):
        return Caption("", 0.0, False)
    room = _room(mark, scale, 0.0, scale.width)
    if prominent and (label := beside(mark, scale.letters, room)).words:
        return label
    right, left = Caption(count(mark), room.end, False), Caption(count(mark), room.begin, True)
    on_the_bar = Caption(right.words, scale.at(mark.at.middle) + DOT, False)
    return next((one for one in (right, left) if one.span[0] >= 0 and one.span[1] <= scale.width), on_the_bar)


def _filled(laid: Sequence[_Laid], scale: Scale) -> list[_Laid]:
    """Words for the marks that have none, the most prominent first, where their row has room left beside them."""
    rows: dict[int, list[_Laid]] = defaultdict(list)
    for one in laid:
        rows[one.row].append(one)
    return [filled for row in rows.values() for filled in _filled_row(row, scale)]


def _filled_row(row: list[_Laid], scale: Scale) -> list[_Laid]:
    """One row from left to right: words may take what lies between the marks and words beside their mark."""
    row = sorted(row, key=lambda one: one.span(scale))
    spans = [(-GAP, -GAP), *(one.span(scale) for one in row), (scale.width + GAP, scale.width + GAP)]
    for number in sorted(range(len(row)), key=lambda number: -row[number].mark.weight):
        one = row[number]
        if not scale.sees(one.mark.at) or one.label.words not in ("", count(one.mark)):
            continue
        first, last = max(spans[number][1] + GAP, 0.0), min(spans[number + 2][0] - GAP, scale.width)
        room = _room(one.mark, scale, first, last)
        label = beside(one.mark, scale.letters, room)
        if len(label.words) > len(one.label.words):
            row[number] = replace(one, label=label)
            spans[number + 1] = row[number].span(scale)
    return row


def _room(mark: TimelineMark, scale: Scale, first: float, last: float) -> Room:
    """Where words may stand: beside the bar, or on it where it is long."""
    middle, end = scale.at(mark.at.middle), scale.at(mark.at.end)
    reach = max(DOT, end - middle + GAP) if scale.lasts(mark.at) and end - middle < BESIDE else DOT
    return Room(first, middle - reach, middle + reach, last)
