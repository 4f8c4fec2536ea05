"""Where a map first looks: at the marks, with room around them, never at the whole world by default."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import asinh, atan, degrees, hypot, log2, pi, radians, sinh, tan
from typing import Any, NamedTuple

from core.charts.areas import Area, extent
from core.charts.place_marks import PlaceMark

MARGIN = 0.10
"""Share of the map left free at each side."""

CLOSEST = 8.5
"""Zoom beyond which a single place shows no surroundings that a reader knows."""

CORE = 0.8
"""Share of the mentions that the first view holds at least."""

MOST_WEIGHED = 200
"""Places tried as the middle of the view: the first are the most mentioned."""

TILE = 512
_NOWHERE = {"center": {"lon": 20.0, "lat": 30.0}, "zoom": 1.0}


def first_view(dots: Sequence[PlaceMark], areas: Sequence[Area], width: int, height: int) -> dict[str, Any]:
    """Centre and zoom (512-pixel tiles) that show the scenes in ``width`` × ``height`` pixels; else the actors.

    Countries and seas count only where nothing smaller is named: one mention of Russia must not hide a village.
    Nor must one far-off scene: where most mentions lie close together, the view fits those.
    """
    if any(mark.scene for mark in (*dots, *(mark for mark, _ in areas))):
        dots, areas = [mark for mark in dots if mark.scene], [area for area in areas if area[0].scene]
    boxes = [
        _Box(m.longitude, m.latitude, m.longitude, m.latitude, m.mentions)
        for m in dots
        if m.longitude is not None and m.latitude is not None
    ]
    boxes += [_Box(*extent(shape), mark.mentions) for mark, shape in areas if mark.kind in ("region", "area")]
    boxes = boxes or [_Box(*extent(shape), mark.mentions) for mark, shape in areas]
    return _fit([corner for box in _gathered(boxes) for corner in box.corners()], width, height) if boxes else _NOWHERE


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
    """The boxes that most mentions lie in, where the rest lies far off; otherwise all of them.

    The middle is the box with the least weighted distance to the others (the medoid).
    """
    distances = {box: [_apart(box, other) for other in boxes] for box in boxes[:MOST_WEIGHED]}
    middle = min(distances, key=lambda b: sum(d * o.weight for d, o in zip(distances[b], boxes, strict=True)))
    ranked = sorted(zip(distances[middle], boxes, strict=True), key=lambda pair: pair[0])
    enough, weight = CORE * sum(box.weight for box in boxes), 0.0
    for reach, box in ranked:
        weight += box.weight
        if weight >= enough:
            limit = reach * 1.5
            break
    near = [box for distance, box in ranked if distance <= limit]
    return near if limit < ranked[-1][0] / 2 else boxes


def _apart(one: _Box, other: _Box) -> float:
    (x, y), (other_x, other_y) = one.middle(), other.middle()
    across = abs(x - other_x)
    return hypot(min(across, 1 - across), y - other_y)


def _fit(corners: Sequence[tuple[float, float]], width: int, height: int) -> dict[str, Any]:
    west, across = _shortest_arc([longitude for longitude, _ in corners])
    ys = [_mercator(latitude) for _, latitude in corners]
    up = max(ys) - min(ys)
    free = 1 - 2 * MARGIN
    room = min(_zoom(across, width * free), _zoom(up, height * free), CLOSEST)
    longitude = (west + across / 2) * 360 - 180
    return {
        "center": {"lon": (longitude + 180) % 360 - 180, "lat": _latitude((max(ys) + min(ys)) / 2)},
        "zoom": round(max(room, 0.5), 2),
    }


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
