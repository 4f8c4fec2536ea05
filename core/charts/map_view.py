"""Where a map first looks: at the marks, with room around them, never at the whole world by default."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from core.charts.areas import Area
from core.charts.place_marks import PlaceMark

MARGIN = 0.10
"""Share of the map left free at each side."""

CLOSEST = 8.5
"""Zoom beyond which a single place shows no surroundings that a reader knows."""

CORE = 0.6
"""Share of the mentions that the first view holds at least."""

WORTH = 0.1
"""Share of the mentions that a view must gain for each time its reach doubles."""

NEAREST = 0.005
"""Reach, in turns of the globe, up to which a wider view costs nothing: some 150 kilometres, a place's region."""

MOST_WEIGHED = 200
"""Places tried as the middle of the view: the first are the most mentioned."""

TILE = 512
"""Pixels of the world at zoom 0."""

_NOWHERE = (20.0, 30.0, 1.0)
"""Longitude, latitude and zoom where there is nothing to show."""


class MapView(NamedTuple):
    """A centre in degrees and a zoom of 512-pixel tiles, on a map of some pixels."""

    longitude: float
    latitude: float
    zoom: float
    width: int
    height: int

    def layout(self) -> dict[str, Any]:
        """As Plotly wants it."""
        return {"center": {"lon": self.longitude, "lat": self.latitude}, "zoom": self.zoom}

    def shows(self, west: float, south: float, east: float, north: float) -> bool:
        """Whether anything between these degrees is on the map."""
        pixels = TILE * 2**self.zoom
        across, up = self.width / pixels / 2, self.height / pixels / 2
        middle, reach = (self.longitude + 180) / 360, ((east - west) % 360) / 360
        from_west = (middle - (west + 180) / 360) % 1  # how far the centre lies east of the western edge
        beside = 0.0 if from_west <= reach else min(from_west - reach, 1 - from_west)
        y = _mercator(self.latitude)
        return beside <= across and _mercator(south) <= y + up and _mercator(north) >= y - up


def first_view(
    dots: Sequence[PlaceMark], areas: Sequence[Area], width: int, height: int, everything: bool = False
) -> MapView:
    """The view that shows the scenes in ``width`` × ``height`` pixels; without scenes, the actors.

    Countries and seas count only where nothing smaller is named: one mention of Russia must not hide a village.
    Nor must a few far-off scenes: the view is as wide as the mentions that it gains are worth it; with
    ``everything`` it fits them all.
    """
    boxes = _boxes(*_scenes(dots, areas))
    kept = boxes if everything else _gathered(boxes)
    corners = [corner for box in kept for corner in box.corners()]
    return MapView(*(_fit(corners, width, height) if corners else _NOWHERE), width, height)


def _scenes(dots: Sequence[PlaceMark], areas: Sequence[Area]) -> tuple[Sequence[PlaceMark], Sequence[Area]]:
    """The scenes; where there are none, the actors."""
    if any(mark.scene for mark in (*dots, *(area.mark for area in areas))):
        return [mark for mark in dots if mark.scene], [area for area in areas if area.mark.scene]
    return dots, areas


def _boxes(dots: Sequence[PlaceMark], areas: Sequence[Area]) -> list[_Box]:
    boxes = [
        _Box(m.longitude, m.latitude, m.longitude, m.latitude, m.mentions)
        for m in dots
        if m.longitude is not None and m.latitude is not None
    ]
    small = [area for area in areas if area.mark.kind in ("region", "area")]
    boxes += [_Box(*area.outline.extent, area.mark.mentions) for area in small]
    return boxes or [_Box(*area.outline.extent, area.mark.mentions) for area in areas]


class _Box(NamedTuple):
    west: float
    south: float
    east: float
    north: float
    weight: float

    def corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        return (self.west, self.south), (self.east, self.north)

    def middle(self) -> tuple[float, float]:
        """On the Mercator map, in turns of the globe."""
        east = self.east if self.east >= self.west else self.east + 360
        return ((self.west + east) / 2 + 180) / 360 % 1, _mercator((self.south + self.north) / 2)


def _gathered(boxes: list[_Box]) -> list[_Box]:
    """The boxes around the middle up to the reach that is best worth it.

    The middle is the box with the least weighted distance to the others (the medoid). Of the reaches that hold
    enough, that one is taken whose share of the mentions, less ``WORTH`` for each doubling, is the greatest.
    """
    if not boxes:
        return []
    distances = _apart(boxes[:MOST_WEIGHED], boxes)
    middle = int(np.argmin(distances @ np.array([box.weight for box in boxes], dtype=np.float64)))
    ranked = sorted(zip(distances[middle].tolist(), boxes, strict=True), key=lambda pair: pair[0])
    whole, shares = sum(box.weight for box in boxes), accumulate(box.weight for _, box in ranked)
    reaches = [(share / whole, reach) for share, (reach, _) in zip(shares, ranked, strict=True)]
    worth = {reach: share - WORTH * log2(max(reach, NEAREST)) for share, reach in reaches if share >= CORE}
    limit = max(worth, key=lambda reach: (worth[reach], reach))
    return [box for reach, box in ranked if reach <= limit]


def _apart(some: Sequence[_Box], others: Sequence[_Box]) -> npt.NDArray[np.float64]:
    """How far the middles of boxes lie from those of others on the Mercator map, in turns; shape (some, others)."""
    one, other = (np.array([box.middle() for box in boxes], dtype=np.float64) for boxes in (some, others))
    across = np.abs(one[:, None, 0] - other[None, :, 0])
    apart: npt.NDArray[np.float64] = np.hypot(np.minimum(across, 1 - across), one[:, None, 1] - other[None, :, 1])
    return apart


def _fit(corners: Sequence[tuple[float, float]], width: int, height: int) -> tuple[float, float, float]:
    """Longitude and latitude of the middle, and the zoom that leaves the margin free."""
    west, across = _shortest_arc([longitude for longitude, _ in corners])
    ys = [_mercator(latitude) for _, latitude in corners]
    up = max(ys) - min(ys)
    free = 1 - 2 * MARGIN
    room = min(_zoom(across, width * free), _zoom(up, height * free), CLOSEST)
    longitude = (west + across / 2) * 360 - 180
    middle = (max(ys) + min(ys)) / 2
    return (longitude + 180) % 360 - 180, _latitude(middle), round(max(room, 0.5), 2)


def _shortest_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Where the marks begin and how far they reach, in turns of the globe; the date line is no border."""
    turns = sorted({(longitude + 180) / 360 % 1 for longitude in longitudes})
    gaps = [(after - before, after) for before, after in pairwise(turns)]
    widest, start = max([*gaps, (turns[0] + 1 - turns[-1], turns[0])])
    return start, 1 - widest


def _zoom(share: float, pixels: float) -> float:
    """The zoom at which a share of the world's width fills some pixels."""
    return log2(pixels / (TILE * share)) if share > 0 else CLOSEST


def _mercator(latitude: float) -> float:
    """Web Mercator, 0 at the equator, 0.5 at its northern edge."""
    limited = max(-85.05, min(85.05, latitude))
    return asinh(tan(radians(limited))) / (2 * pi)


def _latitude(y: float) -> float:
    return degrees(atan(sinh(y * 2 * pi)))
