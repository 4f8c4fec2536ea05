"""Areas on a map: how far each reaches, and where its shape comes from; a circle where nobody drew an outline.

Outlines are large and the same for everybody: a browser fetches them by their address and keeps them. What is
worked out here needs no more of one than its extent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from core.charts.place_marks import PlaceMark
from core.geometry.distances import ring

Geometry = Mapping[str, Any]
Extent = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""

Address = Callable[[Sequence[str]], str]
"""Keys of places → the address of a GeoJSON file with their outlines, each with the properties ``key`` and ``kind``."""

AT_ONE_ADDRESS = 100
"""Outlines that are asked for in one file: the address names each."""

_CORNERS = 64
"""Corners of a circle."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of an outline without its shape."""

    extent: Extent
    surface: bool
    """Whether it encloses something; that of a river does not."""


class Area(NamedTuple):
    """A place with its outline; ``circle`` is the shape that stands for one that nobody drew."""

    mark: PlaceMark
    outline: Outline
    circle: Geometry | None = None


def area(mark: PlaceMark, outline: Outline | None) -> Area | None:
    """A place that is drawn as a surface or a line; null for one that is a point or a name alone."""
    if outline is not None:
        return Area(mark, outline)
    around = circle(mark)
    return Area(mark, outline_of(around), around) if around else None


def outline_of(shape: Geometry) -> Outline:
    """What is known of a GeoJSON geometry."""
    points = list(_points(shape["coordinates"]))
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    extent = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    return Outline(extent, str(shape["type"]).endswith("Polygon"))


def shapes(areas: Iterable[Area], address: Address) -> Iterator[tuple[list[Area], Any]]:
    """Areas by where their shapes come from: the address of some outlines, or a GeoJSON collection of circles.

    Addresses name the places in one order, so that a map of the same ones asks for the same files.
    """
    every = list(areas)
    fetched = sorted((one for one in every if one.circle is None), key=lambda one: one.mark.key)
    for start in range(0, len(fetched), AT_ONE_ADDRESS):
        some = fetched[start : start + AT_ONE_ADDRESS]
        yield some, address([one.mark.key for one in some])
    circles = [one for one in every if one.circle is not None]
    if circles:
        yield circles, collection(feature(one.mark.key, one.mark.kind, one.circle or {}) for one in circles)


def feature(key: str, kind: str, shape: Geometry) -> dict[str, Any]:
    """A place as a GeoJSON feature that knows its key and kind."""
    return {"type": "Feature", "geometry": shape, "properties": {"key": key, "kind": kind}}


def collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Some features together."""
    return {"type": "FeatureCollection", "features": list(features)}


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


def _points(coordinates: Any) -> Iterable[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield (coordinates[0], coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)
