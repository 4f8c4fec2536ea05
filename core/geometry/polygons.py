"""Which region a point lies in, for all points at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


def regions_of(points: Points, countries: npt.NDArray[np.str_], regions: Iterable[Any]) -> dict[int, str]:
    """Index of a point → id of the region of its own country whose outline holds it.

    Args:
        points: longitude and latitude in degrees, shape (n, 2).
        countries: ISO 3166-1 alpha-2 code of each point, shape (n,).
        regions: with ``id``, ``country`` and GeoJSON ``geometry``; where outlines overlap the later one stands.
    """
    of_country = {code: np.flatnonzero(countries == code) for code in np.unique(countries)}
    found: dict[int, str] = {}
    for region in regions:
        candidates = of_country.get(region.country)
        if candidates is None or not region.geometry:
            continue
        inside = candidates[holds(region.geometry, points[candidates])]
        found.update(dict.fromkeys(inside.tolist(), region.id))
    return found


def holds(geometry: dict[str, Any], points: Points) -> npt.NDArray[np.bool_]:
    """Which points a Polygon or MultiPolygon holds: an odd number of edges lies east of the point.

    Holes need no care of their own, as their edges count as well. After Shimrat (1962), "Position of point relative
    to polygon", Communications of the ACM 5 (8).
    """
    inside = np.zeros(len(points), dtype=bool)
    for ring in rings(geometry):
        west, south = ring.min(axis=0)
        east, north = ring.max(axis=0)
        x, y = points[:, 0], points[:, 1]
        near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
        if near.size:
            inside[near] ^= _odd_crossings(ring, points[near])
    return inside


def rings(geometry: dict[str, Any]) -> Iterator[Points]:
    """Every ring of the geometry as longitudes and latitudes, shape (m, 2)."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield np.asarray(ring, dtype=np.float64)[:, :2]


def _odd_crossings(ring: Points, points: Points) -> npt.NDArray[np.bool_]:
    odd = np.zeros(len(points), dtype=bool)
    x, y = points[:, 0], points[:, 1]
    for (x1, y1), (x2, y2) in zip(ring[:-1].tolist(), ring[1:].tolist(), strict=True):
        if y1 != y2:
            odd ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return odd
