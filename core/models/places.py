"""Names of places, and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["country", "region", "area", "settlement", "site", "water"]
Role = Literal["scene", "actor", "other"]
Outside = Literal["askable", "waiting", "found", "unknown", "unavailable"]


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One entry of the gazetteer that a name may stand for."""

    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    country: str | None
    source: str | None
    precision_km: float | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym with the place it was resolved to; null coordinates mean named but not located.

    ``outside`` tells what became of a name that the gazetteer does not know: ``askable`` where an outside geocoder may
    be asked for it, then what it said. Null for all others.
    """

    start: int
    end: int
    text: str
    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    country: str | None
    source: str | None
    precision_km: float | None
    role: Role
    adjective: bool
    confidence: float
    reason: str
    alternatives: tuple[PlaceCandidate, ...] = ()
    outside: Outside | None = None

    @property
    def key(self) -> str:
        """What groups the mentions of one place: its gazetteer id, or its name where it was not located."""
        return self.source or f"name:{self.name.casefold()}"
