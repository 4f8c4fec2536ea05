"""How far two points lie apart, and where one arrives from another: in kilometres, by geopy."""

from __future__ import annotations

import math

from geopy.distance import EARTH_RADIUS, Distance, geodesic, great_circle

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

KM_A_DEGREE = math.radians(EARTH_RADIUS)
"""Of latitude, and of longitude on the equator."""


def km(one: Point, other: Point) -> float:
    """The great-circle distance."""
    return float(great_circle(one, other).km)  # type: ignore[no-untyped-call]


def flat_km(one: Point, other: Point) -> float:
    """The distance as on a flat map: fifty times as fast, for where thousands are measured.

    Equirectangular, scaled at the middle latitude: within 1 % up to 1,000 km between 65° north and south. It knows no
    date line.
    """
    north = one[0] - other[0]
    east = (one[1] - other[1]) * narrowing((one[0] + other[0]) / 2)
    return KM_A_DEGREE * math.hypot(north, east)


def moved(start: Point, distance_km: float, bearing: float) -> Point:
    """Where one arrives from a point by a way on the ellipsoid; ``bearing`` in degrees clockwise from north."""
    return _arrival(geodesic(kilometers=distance_km), start, bearing)  # type: ignore[no-untyped-call]


def ring(centre: Point, radius_km: float, corners: int) -> list[Point]:
    """The corners of the circle around a point, on the sphere; longitudes go on past 180° where it crosses that."""
    radius = great_circle(kilometers=radius_km)  # type: ignore[no-untyped-call]
    points = [_arrival(radius, centre, 360 * corner / corners) for corner in range(corners)]
    return [(north, centre[1] + turn(east - centre[1])) for north, east in points]


def _arrival(way: Distance, start: Point, bearing: float) -> Point:
    point = way.destination(start, bearing=bearing)  # type: ignore[no-untyped-call]
    return float(point.latitude), float(point.longitude)


def turn(degrees: float) -> float:
    """The same turn, between -180 and 180 degrees."""
    return (degrees + 180) % 360 - 180


def narrowing(latitude: float) -> float:
    """The length of a degree of longitude at a latitude, in degrees of latitude: 1 on the equator, 0 at the poles."""
    return max(math.cos(math.radians(min(abs(latitude), 90.0))), 0.0)
