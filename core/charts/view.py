"""Where a map first looks: at the marks, with room around them, never at the whole world by default."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any

from core.charts.areas import Area, extent
from core.charts.place_marks import PlaceMark

MARGIN = 0.10
"""Share of the map left free at each side."""

CLOSEST = 8.5
"""Zoom beyond which a single place shows no surroundings that a reader knows."""

TILE = 512
_NOWHERE = {"center": {"lon": 20.0, "lat": 30.0}, "zoom": 1.0}


def first_view(dots: Sequence[PlaceMark], areas: Sequence[Area], width: int, height: int) -> dict[str, Any]:
    """Centre and zoom (512-pixel tiles) that show all scenes in ``width`` × ``height`` pixels; else all actors.

    Countries and seas count only where nothing smaller is named: one mention of Russia must not hide a village.
    """
    if any(mark.scene for mark in (*dots, *(mark for mark, _ in areas))):
        dots, areas = [mark for mark in dots if mark.scene], [area for area in areas if area[0].scene]
    points = [(m.longitude, m.latitude) for m in dots if m.longitude is not None and m.latitude is not None]
    boxes = [extent(shape) for mark, shape in areas if mark.kind in ("region", "area")]
    if not points and not boxes:
        boxes = [extent(shape) for _, shape in areas]
    corners = points + [corner for w, s, e, n in boxes for corner in ((w, s), (e, n))]
    return _fit(corners, width, height) if corners else _NOWHERE


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
