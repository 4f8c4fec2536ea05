# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""The lines between regions, found by the edges that two polygons of a coverage have in common."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry import MultiLineString

from assets.build.geometry import as_geojson, parts
from assets.build.regions import Region

Point = tuple[float, float]
Edge = tuple[Point, Point]

SMALLEST_PIXELS = 40  # a region's line is drawn once the smaller neighbour is about this wide
TILE_PIXELS = 512


def borders(regions: Iterable[Region]) -> Iterator[dict[str, Any]]:
    """Lines between countries, one feature for each pair: {"between": "RU-UA"}."""
    lines: dict[str, list[Edge]] = defaultdict(list)
    for edge, one, other in _shared(regions):
        if one.country != other.country:
            lines["-".join(sorted((one.country or "", other.country or "")))].append(edge)
    return (_feature({"between": pair}, edges) for pair, edges in sorted(lines.items()))


def region_lines(regions: Iterable[Region]) -> Iterator[dict[str, Any]]:
    """Lines between regions of a country: {"country": "UA", "min_zoom": 4}."""
    lines: dict[tuple[str, int], list[Edge]] = defaultdict(list)
    for edge, one, other in _shared(regions):
        if one.country and one.country == other.country:
            lines[one.country, min_zoom(min(one.shape.area, other.shape.area))].append(edge)
    return (_feature({"country": key[0], "min_zoom": key[1]}, edges) for key, edges in sorted(lines.items()))


def min_zoom(area: float) -> int:
    """The first zoom level at which a shape of this area (square degrees) is wide enough to tell."""
    pixels = math.sqrt(max(area, 1e-9)) * TILE_PIXELS / 360
    return max(2, min(9, math.ceil(math.log2(SMALLEST_PIXELS / pixels))))


def _shared(regions: Iterable[Region]) -> Iterator[tuple[Edge, Region, Region]]:
    owners: dict[Edge, Region] = {}
    for region in regions:
        for edge in _edges(region):
            other = owners.setdefault(edge, region)
            if other is not region:
                yield edge, other, region


def _edges(region: Region) -> Iterator[Edge]:
    for polygon in parts(region.shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = [(point[0], point[1]) for point in ring.coords]
            yield from ((min(pair), max(pair)) for pair in pairwise(points))


def _feature(properties: dict[str, Any], edges: list[Edge]) -> dict[str, Any]:
    merged = shapely.line_merge(MultiLineString(edges))
    return {"type": "Feature", "properties": properties, "geometry": as_geojson(merged)}
