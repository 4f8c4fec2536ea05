"""Where a mention lies, and whether two can be at one place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.frames.kinds import PlaceRow
from core.geometry.distances import flat_km

NEXT_TO_KM = 12.0
"""So far a named site may lie from the town that another mention names in its stead."""

_WIDE = ("country", "region", "area")


@dataclass(frozen=True, slots=True)
class Position:
    """A place, with what tells whether another lies in it."""

    key: str
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    reach_km: float

    def holds(self, other: Position) -> bool:
        """Whether the other lies in it, as far as positions and countries tell."""
        if self.kind not in _WIDE or self.country is None or self.country != other.country or other.kind == "country":
            return False
        return self.kind == "country" or self._km(other) <= self.reach_km

    def beside(self, other: Position) -> bool:
        """Whether one is a site at or near the other: a station, and its town."""
        return "site" in (self.kind, other.kind) and not {self.kind, other.kind} & set(_WIDE) and (
            self._km(other) <= NEXT_TO_KM
        )  # fmt: skip

    def _km(self, other: Position) -> float:
        """Roughly how far apart; flat, which is exact enough within a country."""
        if self.latitude is None or self.longitude is None or other.latitude is None or other.longitude is None:
            return math.inf
        return flat_km((self.latitude, self.longitude), (other.latitude, other.longitude))


def positions_of(places: Iterable[PlaceRow]) -> dict[str, Position]:
    """The places of a dossier by their keys, each as it is first mentioned."""
    found: dict[str, Position] = {}
    for row in places:
        if not row.adjective and row.place_key not in found:
            found[row.place_key] = Position(
                *(row.place_key, row.kind, row.country, row.latitude, row.longitude), row.precision_km or 0.0
            )
    return found


def can_meet(some: Sequence[Position], others: Sequence[Position]) -> bool | None:
    """Whether they share a place or one holds the other; null where either names none."""
    if not some or not others:
        return None
    return any(a.key == b.key or a.holds(b) or b.holds(a) or a.beside(b) for a in some for b in others)
