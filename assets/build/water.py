# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Rivers and lakes as lines and polygons for the map."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from assets.build.geometry import as_geojson, lines, rounded, simplified_line, simplified_polygon
from assets.build.packages import Feature, Packages

RIVER_TOLERANCE = 0.04  # degrees, finer in the focus
LAKE_TOLERANCE = 0.025
SMALLEST_LAKE = 0.008  # square degrees, some 70 km²

# The dam was destroyed on 6 June 2023 and the reservoir ran dry; the Dnipro runs in its old bed.
DRAINED = frozenset({"Kakhovka Reservoir"})


def drawn_lakes(packages: Packages) -> list[Feature]:
    """Lakes large enough to draw, with simplified shapes, without those that are gone."""
    found = []
    for row, shape in packages.lakes():
        simple = simplified_polygon(shape, LAKE_TOLERANCE)
        if simple is not None and simple.area >= SMALLEST_LAKE and row["name"] not in DRAINED:
            found.append((row, simple))
    return found


def lakes(drawn: Iterable[Feature]) -> Iterator[dict[str, Any]]:
    """Polygons: {"name": "Balaton", "min_zoom": 4}."""
    return (_feature(row["name"], _min_zoom(row), shape) for row, shape in sorted(drawn, key=_order))


def rivers(packages: Packages, lakes_drawn: Sequence[Feature]) -> Iterator[dict[str, Any]]:
    """Lines: {"name": "Dnipro (Dnieper)", "min_zoom": 4}; the centre line of a lake only until the lake is drawn."""
    tree = shapely.STRtree([shape for _, shape in lakes_drawn])
    for row, shape in sorted(packages.rivers(), key=_order):
        line = simplified_line(shape, RIVER_TOLERANCE)
        if row["featurecla"] == "Lake Centerline":
            near = [lakes_drawn[index] for index in tree.query(line, predicate="intersects")]
            drawn = [lake for lake_row, lake in near if _min_zoom(lake_row) <= _min_zoom(row)]
            line = lines(rounded(line.difference(shapely.union_all(drawn))))
        if not line.is_empty:
            yield _feature(row["name"], _min_zoom(row), line)


def legible(name: str) -> bool:
    """Has the name kept all its letters?"""
    return not set(name) & {"?", "�"}


def _order(feature: Feature) -> tuple[float, str, tuple[float, ...]]:
    row, shape = feature
    return row["scalerank"], row["name"] or "", shape.bounds


def _min_zoom(row: dict[str, Any]) -> int:
    """Natural Earth's scale rank runs from 0 (the world's largest) to 12; half a zoom level each."""
    return 2 + round(max(0.0, float(row["scalerank"])) / 2)


def _feature(name: str | None, zoom: int, shape: BaseGeometry) -> dict[str, Any]:
    properties = {"name": name if name and legible(name) else "", "min_zoom": zoom}
    return {"type": "Feature", "properties": properties, "geometry": as_geojson(shape)}
