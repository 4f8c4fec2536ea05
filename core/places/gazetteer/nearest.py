"""The settlement nearest to a point."""

from __future__ import annotations

from collections.abc import Callable

from core.geometry.distances import KM_A_DEGREE, km, narrowing, turn
from core.places.gazetteer.entry import Entry

Between = Callable[[float, float], list[Entry]]
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
            if abs(turn(entry.longitude - longitude)) * narrowing(abs(latitude) + height) <= height
            and (distance := km((latitude, longitude), (entry.latitude, entry.longitude))) <= reach
        ]
        if len(near) >= count or height >= 180:
            return [entry for *_, entry in sorted(near)[:count]]
        reach *= 3
