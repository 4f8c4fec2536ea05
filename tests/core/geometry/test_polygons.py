"""Which points a shape holds."""

from __future__ import annotations

import numpy as np

from core.geometry.polygons import holds, regions_of
from core.places.gazetteer.sources import outlines

RING = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [1, 3], [3, 3], [3, 1], [1, 1]]
FAR = [[10, 10], [11, 10], [11, 11], [10, 10]]


def test_points_in_polygons() -> None:
    """Inside, in a hole, outside, and in the second polygon."""
    polygons = {"type": "MultiPolygon", "coordinates": [[RING, HOLE], [FAR]]}
    points = np.array([[0.5, 0.5], [2, 2], [5, 2], [10.8, 10.2], [-1, 2]], dtype=np.float64)
    assert holds(polygons, points).tolist() == [True, False, False, True, False]


def test_a_point_is_looked_for_in_its_own_country() -> None:
    """Simplified borders overlap: the country decides."""
    shape: dict[str, object] = {"type": "Polygon", "coordinates": [RING]}
    regions = [_outlined("a", "AA", shape), _outlined("b", "BB", shape), _outlined("c", "AA", None)]
    points = np.array([[1, 1], [2, 2], [9, 9]], dtype=np.float64)
    assert regions_of(points, np.array(["AA", "BB", "AA"]), regions) == {0: "a", 1: "b"}


def _outlined(key: str, country: str, geometry: dict[str, object] | None) -> outlines.Outlined:
    """A region of the outline file."""
    return outlines.Outlined(id=key, name=key, lat=0, lon=0, precision_km=1, geometry=geometry, country=country)
