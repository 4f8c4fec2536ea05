"""Mentions of places: where it happened, and who is called by the name of a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, and_, func, not_, true

from core.frames.context import RecordContext
from core.frames.filter import Filter
from core.frames.kinds.kind import Facts, MarkKind, TextLook
from core.frames.kinds.reason import Reason
from core.frames.mark import MarkRow
from core.models import Outside, PlaceCandidate, PlaceKind, Role
from core.wording import country

_ALTERNATIVES = 4
"""Other places a name could stand for that the panel lists."""

_HERE = {"scene": "a scene: something happens there", "actor": "an actor"}
_OUTSIDE: dict[Outside, str] = {
    "unknown": "named, and unknown to the outside geocoder as well",
    "unavailable": "named, but the outside geocoder could not answer",
    "waiting": "named, and asked outside: no answer yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow(MarkRow):
    """A mention of a place; ``place_key`` groups those of one place. Degrees WGS 84, null where not located."""

    place_key: str
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
    alternatives: tuple[PlaceCandidate, ...]
    outside: Outside | None


def _read(context: RecordContext) -> Iterator[PlaceRow]:
    """A mention is about its own place, and the days of the events there."""
    for i, place in enumerate(context.record.places):
        common = context.common(i, place, place.text)
        common["place_keys"] = (place.key,)
        common["spans"] = context.days_of_place(i)
        yield PlaceRow(
            **common,
            place_key=place.key,
            name=place.name,
            kind=place.kind,
            latitude=place.latitude,
            longitude=place.longitude,
            country=place.country,
            source=place.source,
            precision_km=place.precision_km,
            role=place.role,
            adjective=place.adjective,
            confidence=place.confidence,
            reason=place.reason,
            alternatives=place.alternatives,
            outside=place.outside,
        )


def _passes(row: PlaceRow, chosen: Filter) -> bool:
    return chosen.roles == "all" or (row.role == "scene") == (chosen.roles == "scenes")


def _where(rows: FromClause, chosen: Filter) -> ColumnElement[bool]:
    if chosen.roles == "all":
        return true()
    return rows.c.role == "scene" if chosen.roles == "scenes" else rows.c.role != "scene"


def _unlocated(outside: Outside | None, told: str) -> Reason[PlaceRow]:
    """Nowhere on the map, and what an outside geocoder said of it; null where it said nothing."""

    def holds(row: PlaceRow, chosen: Filter) -> bool:
        said = row.outside if row.outside in _OUTSIDE else None
        return not row.adjective and row.latitude is None and _passes(row, chosen) and said == outside

    def where(rows: FromClause, chosen: Filter) -> ColumnElement[bool]:
        said = rows.c.outside == outside if outside else func.coalesce(rows.c.outside, "").not_in(list(_OUTSIDE))
        seen = and_(not_(rows.c.adjective), rows.c.latitude.is_(None), _where(rows, chosen))
        return and_(seen, rows.c.outside.is_not(None) if outside else true(), said)

    return Reason(lambda _: told, holds, where)


def _switched_off(chosen: Filter) -> str:
    hidden = "governments, armies and other actors, not scenes" if chosen.roles == "scenes" else "scenes"
    return f"{hidden}: switched off above"


_LEFT_OUT: tuple[Reason[PlaceRow], ...] = (
    _unlocated(None, "named, but not located"),
    *(_unlocated(outside, told) for outside, told in _OUTSIDE.items()),
    Reason(
        _switched_off,
        lambda row, chosen: not row.adjective and not _passes(row, chosen),
        lambda rows, chosen: and_(not_(rows.c.adjective), not_(_where(rows, chosen))),
    ),
    Reason(
        lambda _: "words such as “Russian” that name a people, an army or a language",
        lambda row, _: row.adjective,
        lambda rows, _: rows.c.adjective == true(),
    ),
)
"""What the switch of roles hides is told apart from what cannot be drawn."""


def _facts(row: PlaceRow) -> Facts:
    located = row.latitude is not None and row.longitude is not None
    others = row.alternatives[:_ALTERNATIVES]
    return [
        ("Place", row.name),
        ("Kind", row.kind),
        ("Where", f"{row.latitude:.2f}, {row.longitude:.2f}" if located else "not on the map"),
        ("Here it is", _HERE.get(row.role, "a mention")),
        ("Why here", row.reason),
        ("Could also be", "; ".join(f"{other.name}, {country(other.country) or other.kind}" for other in others)),
    ]


def _look_of(row: PlaceRow) -> str:
    if row.adjective:
        return "adjective"
    return "place" if row.role == "scene" else "actor"


PLACES: MarkKind[PlaceRow] = MarkKind(
    name="place",
    plural="places",
    row=PlaceRow,
    word="place",
    address="mention",
    page="map",
    read=_read,
    facts=_facts,
    looks=(
        TextLook("place", "place", "something happens there"),
        TextLook("actor", "actor", "a government, an army, a team"),
        TextLook("adjective"),
    ),
    look_of=_look_of,
    counts=lambda place: not place.adjective,
    passes=_passes,
    where=_where,
    asked=("role", "adjective", "latitude", "outside"),
    left_out=_LEFT_OUT,
)
