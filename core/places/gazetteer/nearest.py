"""The settlement nearest to a point."""

from __future__ import annotations

import math
from collections.abc import Callable

from geopy.distance import great_circle

from core.places.gazetteer.entry import Entry

Between = Callable[[float, float], list[Entry]]
KM_A_DEGREE = 111.2
_FIRST_KM = 12.0


def nearest(latitude: float, longitude: float, between: Between, count: int) -> list[Entry]:
    """The ``count`` settlements nearest to the point, nearest first.

    Bands of latitude around the point grow until they surely hold the answer: what lies outside of a band is farther
    away than its half height.

    Args:
        latitude: degrees north.
        longitude: degrees east.
        between: gives all settlements between two parallels.
        count: how many are wanted; fewer only where the world has no more.
    """
    reach = _FIRST_KM
    while True:
        height = reach / KM_A_DEGREE
        near = [
            (distance, entry.source, entry)
            for entry in between(latitude - height, latitude + height)
            if abs(_turn(entry.longitude - longitude)) * _narrowing(latitude, height) <= height
            and (distance := _km((latitude, longitude), (entry.latitude, entry.longitude))) <= reach
        ]
        if len(near) >= count or height >= 180:
            return [entry for *_, entry in sorted(near)[:count]]
        reach *= 3


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(great_circle(one, other).km)  # type: ignore[no-untyped-call]


def _turn(degrees: float) -> float:
    """The same turn, between -180 and 180 degrees."""
    return (degrees + 180) % 360 - 180


def _narrowing(latitude: float, height: float) -> float:
    """The least length of a degree of longitude in the band, in degrees of latitude."""
    return max(math.cos(math.radians(min(abs(latitude) + height, 90))), 0.0)
