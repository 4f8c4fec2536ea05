"""What the gazetteer answers with: a place, and how the searched form relates to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

from core.models import PlaceKind

Relation = Literal["name", "alternate", "abbreviation", "adjective", "variant"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. Coordinates are WGS 84 degrees; ``region`` is the source id of the admin-1 region it lies in.

    ``precision_km`` is the radius around the coordinates that surely holds the place; ``population`` is 0 where unknown.
    """

    source: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None
    region: str | None
    population: int
    precision_km: float


@dataclass(frozen=True, slots=True)
class Name:
    """A hit: ``form`` as it was searched, and what it is to the entry."""

    entry: Entry
    form: str
    relation: Relation


_KIND_WEIGHT: dict[PlaceKind, float] = {
    "country": 2.0,
    "area": 8.0,
    "water": 6.5,
    "site": 6.3,
    "region": -1.0,
    "settlement": 0.0,
}
_RELATION_WEIGHT: dict[Relation, float] = {
    "name": 0.0,
    "abbreviation": 0.0,
    "adjective": 0.0,
    "alternate": -0.7,
    "variant": -1.0,
}


def prominence(hit: Name) -> float:
    """How readily a reader takes the form for this place, without any context: a power of ten of people.

    An alternate name has to be five times as populous as a place that is simply called so; a region ten times as
    populous as the town it is named after; a country always comes before its towns. Areas, waters and sites have no
    population of their own and count as a big country, a big city and a city.
    """
    people = math.log10(max(hit.entry.population, 1))
    return people + _KIND_WEIGHT[hit.entry.kind] + _RELATION_WEIGHT[hit.relation]
