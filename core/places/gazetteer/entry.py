"""What the gazetteer answers with: a place, and how the searched form relates to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

from core.models import PlaceKind

Relation = Literal["name", "abbreviation", "adjective", "alternate", "variant", "misspelling"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""Strongest first: of a form that stands in two relations to a place the first one counts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. Coordinates are WGS 84 degrees; ``region`` is the source id of the admin-1 region it lies in.

    ``precision_km`` is the radius around the coordinates that surely holds the place; an unknown population is 0.
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


_RELATION_WEIGHT: dict[Relation, float] = {
    "name": 0.0,
    "abbreviation": 1.5,
    "adjective": 0.0,
    "alternate": -0.7,
    "variant": -1.0,
    "misspelling": -2.0,
}
_REVIEWED_TOWN = 4.2
"""A town without a count of people that is in the hand-checked list because news names it."""

_FOREIGN_COUNTRY = 4.0
_ANY_LISTED = 2.0
"""A water or site of an imported dump, which lists every pond and school: known to a village."""


def prominence(hit: Name) -> float:
    """How readily a reader takes the form for this place, without any context: a power of ten of people.

    A place with this alternate name has to be five times as populous as one that is simply called so, a region ten
    times as populous as the town it is named after, and a country comes before its towns, but what another language
    calls a country does not. An abbreviation, which is matched letter by letter, is rarely anything else. Areas, waters
    and sites have no population: an area counts by its extent, a water or a site (the well-known are listed) as a big
    city.
    """
    if hit.entry.kind == "country" and hit.relation == "alternate":
        return _FOREIGN_COUNTRY
    return _weight(hit.entry) + _RELATION_WEIGHT[hit.relation]


def _weight(entry: Entry) -> float:
    people = math.log10(max(entry.population, 1))
    if entry.kind == "area":
        return 1 + 2 * math.log10(max(entry.precision_km, 1))
    if entry.kind in ("water", "site"):
        return _ANY_LISTED if entry.source.startswith("geonames:") else 6.4
    if entry.kind == "settlement" and not entry.population and entry.source.startswith("dateline:"):
        return _REVIEWED_TOWN
    return people + {"country": 2, "region": -1}.get(entry.kind, 0)
