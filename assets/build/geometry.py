# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Simplifying shapes without tearing neighbours apart, and describing them by a point and a radius."""

import math
from collections.abc import Sequence
from typing import Any

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, mapping
from shapely.geometry.base import BaseGeometry

from assets.build import focus

EARTH_KM = 6371.0088
DIGITS = 3  # about 100 m
MAIN_SHARE = 0.95  # far islands beyond this share of the area do not widen a place's radius


def simplified(shapes: Sequence[BaseGeometry], tolerance: float) -> list[BaseGeometry]:
    """The polygons simplified as one coverage: neighbours keep a common edge.

    `tolerance` in degrees, see shapely.coverage_simplify (Visvalingam-Whyatt on the shared edges); finer in the
    focus. Rounding moves each vertex by itself to the same grid, so common vertices stay common. A shape that
    would vanish stays as it was.
    """
    repaired = [shapely.make_valid(item) for item in shapes]
    simple = shapely.coverage_simplify([focus.stretch(item) for item in repaired], tolerance)
    return [
        polygons(rounded(focus.unstretch(new))) or polygons(old) or old
        for old, new in zip(repaired, simple, strict=True)
    ]


def simplified_line(line: BaseGeometry, tolerance: float) -> BaseGeometry:
    """The line with fewer corners (Douglas-Peucker), finer in the focus; `tolerance` in degrees."""
    return lines(rounded(focus.unstretch(shapely.simplify(focus.stretch(line), tolerance))))


def simplified_polygon(shape: BaseGeometry, tolerance: float) -> BaseGeometry | None:
    """A polygon that stands alone with fewer corners, None where nothing is left of it."""
    return polygons(rounded(focus.unstretch(shapely.simplify(focus.stretch(shapely.make_valid(shape)), tolerance))))


def lines(geometry: BaseGeometry) -> BaseGeometry:
    """The shape's lines alone, joined where they meet; empty where there are none."""
    found = [
        item for item in shapely.get_parts(shapely.get_parts(geometry)) if isinstance(item, LineString) and item.length
    ]
    merged: BaseGeometry = shapely.line_merge(MultiLineString(found))
    return merged


def rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Coordinates rounded to DIGITS decimals, valid."""
    snapped = shapely.transform(geometry, lambda points: points.round(DIGITS))
    valid: BaseGeometry = shapely.remove_repeated_points(shapely.make_valid(snapped))
    return valid


def parts(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons a shape consists of, largest first."""
    found = [item for item in shapely.get_parts(shapely.get_parts(geometry)) if isinstance(item, Polygon)]
    return sorted((item for item in found if item.area > 0), key=lambda item: -item.area)


def polygons(geometry: BaseGeometry) -> BaseGeometry | None:
    """The shape's polygons alone, None where there are none."""
    found = parts(geometry)
    return (found[0] if len(found) == 1 else MultiPolygon(found)) if found else None


def dissolved(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """The union of neighbours, without the hairline gaps that rounding may leave between them."""
    union = shapely.union_all(shapes)
    kept = [
        Polygon(item.exterior, [ring for ring in item.interiors if Polygon(ring).area > 1e-4]) for item in parts(union)
    ]
    return kept[0] if len(kept) == 1 else MultiPolygon(kept)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two (longitude, latitude) points (haversine)."""
    lon1, lat1, lon2, lat2 = (math.radians(value) for value in (*one, *other))
    arc = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, arc)))


def inner_point(geometry: BaseGeometry, hint: tuple[float, float] | None = None) -> tuple[float, float]:
    """A (longitude, latitude) inside the largest part: the hint, else the centroid, else shapely's choice."""
    largest = parts(geometry)[0]
    wanted = [Point(hint)] if hint else []
    for point in [*wanted, largest.centroid]:
        if largest.contains(point):
            return round(point.x, 4), round(point.y, 4)
    point = largest.representative_point()
    return round(point.x, 4), round(point.y, 4)


def radius_km(geometry: BaseGeometry, centre: tuple[float, float]) -> float:
    """Radius of the circle round `centre` that holds the largest parts, down to 95 % of the area."""
    found = parts(geometry)
    areas = [item.area * math.cos(math.radians(item.centroid.y)) for item in found]
    whole, held, reach = sum(areas), 0.0, 0.0
    for item, area in zip(found, areas, strict=True):
        corners = item.exterior.coords
        reach = max(reach, *(distance_km(centre, (corner[0], corner[1])) for corner in corners))
        held += area
        if held >= MAIN_SHARE * whole:
            break
    return round(max(reach, 0.1), 1)


def as_geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """The shape as GeoJSON geometry with lists for coordinates."""
    return dict(mapping(geometry))
