# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""The countries as land to be filled, and their names as labels."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from assets.build.geometry import as_geojson, parts
from assets.build.regions import Region

ISLET = 0.003  # square degrees, about 30 km²: smaller parts of a country are not drawn …
TELLING = 0.02  # … unless they are this share of it
GLOBE = [[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]


def land(countries: Iterable[Region], strays: Iterable[Region]) -> Iterator[dict[str, Any]]:
    """The sea around the globe, then polygons: {"iso": "UA", "name": "Ukraine"}.

    Land of no agreed country has iso "" and no name. The sea comes in the same file as the land, so that a map never
    shows the one without the other.
    """
    yield _feature({"sea": True}, {"type": "Polygon", "coordinates": [GLOBE]})
    for country in countries:
        yield _feature({"iso": country.country, "name": country.name}, as_geojson(without_islets(country.shape)))
    for stray in strays:
        yield _feature({"iso": "", "name": ""}, as_geojson(stray.shape))


def without_islets(shape: BaseGeometry) -> BaseGeometry:
    """The shape without parts too small to be seen."""
    found = parts(shape)
    least = min(ISLET, TELLING * found[0].area)
    return MultiPolygon([item for item in found if item.area >= least])


def country_labels(countries: Iterable[Region]) -> Iterator[dict[str, Any]]:
    """Points where a country has most room: {"iso", "name", "rank"}, rank 0 (largest) to 7 by area."""
    by_rank: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for country in countries:
        largest = parts(country.shape)[0]
        room = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
        area = largest.area * math.cos(math.radians(room[1]))
        rank = max(0, min(7, 3 - math.floor(math.log(max(area, 1e-6) / 30, 4))))
        point = {"type": "Point", "coordinates": [round(value, 3) for value in room]}
        by_rank[rank].append(_feature({"iso": country.country, "name": country.name, "rank": rank}, point))
    return (feature for rank in sorted(by_rank) for feature in by_rank[rank])


def _feature(properties: dict[str, Any], geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}
