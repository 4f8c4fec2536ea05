"""Which of the places that a geocoder knows by a name a document means, and how sure that is: never very."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.geometry.distances import Point, km
from core.models import Place, PlaceKind
from core.places.geocoder.answer import Spot

NEAR_KM = 200.0
FAR_KM = 1_000.0
_NEAR, _SAME_COUNTRY, _ALONE, _ELSEWHERE, _FAR = 0.7, 0.6, 0.45, 0.3, 0.2
_LIKE = 0.75
"""What is left of the confidence where the name is only like the one asked for, or the kind another."""


@dataclass(frozen=True, slots=True)
class Company:
    """Where the other places of a document are: countries it names or lies in, and points (latitude, longitude)."""

    countries: frozenset[str]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A place with how sure it is, in words and as a share, and the others that were weighed, best first."""

    spot: Spot
    confidence: float
    words: str
    others: tuple[tuple[Spot, float], ...]


def company_of(places: Sequence[Place]) -> Company:
    """The located places of a document; a country's middle is no point that anything is near to."""
    located = [p for p in places if p.latitude is not None and p.longitude is not None and p.outside is None]
    points = {(p.latitude, p.longitude) for p in located if p.kind != "country" and not p.adjective}
    return Company(
        frozenset(p.country for p in located if p.country),
        tuple(sorted((lat, lon) for lat, lon in points if lat is not None and lon is not None)),
    )


def choose(spots: Sequence[Spot], kind: PlaceKind, company: Company) -> Choice | None:
    """The likeliest of some places for a name of a kind; null where none is of a kind that the name can mean.

    A building or a station is meant only where the text speaks of one: a village is not the school named after it.
    """
    allowed = [spot for spot in spots if spot.kind != "site" or kind == "site"]
    if not allowed:
        return None
    weighed = [(_likelihood(spot, kind, company), spot) for spot in allowed]
    order = sorted(range(len(weighed)), key=lambda index: (-weighed[index][0], index))
    best, spot = weighed[order[0]]
    rivals = sum(weighed[index][0] > 0.8 * best and _apart(weighed[index][1], spot) for index in order[1:])
    shared = round(best / (1 + 0.5 * rivals), 2)
    words = _position(spot, company) + (f" {len(allowed)} places there bear the name." if rivals else "")
    others = tuple((weighed[index][1], round(weighed[index][0] * 0.5, 2)) for index in order[1:])
    return Choice(spot, shared, words, others)


def _likelihood(spot: Spot, kind: PlaceKind, company: Company) -> float:
    where = _where(spot, company)
    return where * (1.0 if spot.exact else _LIKE) * (1.0 if spot.kind == kind else _LIKE)


def _where(spot: Spot, company: Company) -> float:
    distance = nearest_km(spot, company)
    if distance is not None and distance <= NEAR_KM:
        return _NEAR
    if spot.country in company.countries:
        return _SAME_COUNTRY
    if not company.countries and not company.points:
        return _ALONE
    return _FAR if distance is not None and distance > FAR_KM else _ELSEWHERE


def _position(spot: Spot, company: Company) -> str:
    distance = nearest_km(spot, company)
    if distance is not None and distance <= NEAR_KM:
        return f"It lies {max(round(distance), 1)} km from another place of the text."
    if spot.country in company.countries:
        return "The text names other places in the same country."
    if not company.countries and not company.points:
        return "No other place of the text speaks for or against it."
    return "It lies far from the other places of the text, so this is doubtful."


def nearest_km(spot: Spot, company: Company) -> float | None:
    """Great-circle distance to the nearest other place of the document; null where there is none."""
    distances = (km((spot.latitude, spot.longitude), point) for point in company.points)
    return min(distances, default=None)


def _apart(one: Spot, other: Spot) -> bool:
    """Whether two answers are two places: a town's point and its boundary are one."""
    distance = km((one.latitude, one.longitude), (other.latitude, other.longitude))
    return distance > max(one.precision_km, other.precision_km)
