"""GeoJSON of places: features, and a circle for an area whose outline nobody drew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from core.charts.place_marks import PlaceMark
from core.geometry.distances import ring

Geometry = Mapping[str, Any]
Area = tuple[PlaceMark, Geometry]
"""A place with its outline."""

_CORNERS = 64
"""Corners of a circle."""


def feature(mark: PlaceMark, shape: Geometry, traits: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A place as a GeoJSON feature that knows its key and kind."""
    return {"type": "Feature", "geometry": shape, "properties": {"key": mark.key, "kind": mark.kind, **(traits or {})}}


def collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """A MapLibre source of some features."""
    return {"type": "geojson", "data": {"type": "FeatureCollection", "features": list(features)}}


def point(mark: PlaceMark) -> Geometry:
    """Where a located place is, or where the name of an area stands."""
    return {"type": "Point", "coordinates": [mark.longitude, mark.latitude]}


def circle(mark: PlaceMark) -> Geometry | None:
    """The circle that surely holds an area: ``precision_km`` around its point, on the sphere.

    Null for waters and countries: a circle over their shores would say what is not so.
    """
    if mark.kind in ("water", "country"):
        return None
    around = ring((mark.latitude or 0.0, mark.longitude or 0.0), max(mark.precision_km or 0.0, 1.0), _CORNERS)
    corners = [[round(longitude, 4), round(latitude, 4)] for latitude, longitude in (*around, around[0])]
    return {"type": "Polygon", "coordinates": [corners]}


def is_surface(shape: Geometry) -> bool:
    """Whether an outline encloses something; that of a river does not."""
    return str(shape["type"]).endswith("Polygon")


def extent(shape: Geometry) -> tuple[float, float, float, float]:
    """West, south, east and north of a geometry, in degrees."""
    points = list(_points(shape["coordinates"]))
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _points(coordinates: Any) -> Iterable[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield (coordinates[0], coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)
