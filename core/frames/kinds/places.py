"""Mentions of places: where it happened, and who is called by the name of a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, true

from core.frames.context import RecordContext
from core.frames.filter import Filter
from core.frames.kinds.kind import Facts, MarkKind, NotShown, TextLook
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


def _left_out(rows: Sequence[PlaceRow], chosen: Filter) -> Iterator[NotShown]:
    """What the switch of roles hides is told apart from what cannot be drawn."""
    named = [row for row in rows if not row.adjective]
    seen = [row for row in named if _passes(row, chosen)]
    unlocated = [row for row in seen if row.latitude is None]
    yield NotShown("named, but not located", [row for row in unlocated if row.outside not in _OUTSIDE])
    for state, reason in _OUTSIDE.items():
        yield NotShown(reason, [row for row in unlocated if row.outside == state])
    hidden = "governments, armies and other actors, not scenes" if chosen.roles == "scenes" else "scenes"
    yield NotShown(f"{hidden}: switched off above", [row for row in named if not _passes(row, chosen)])
    adjectives = [row for row in rows if row.adjective]
    yield NotShown("words such as “Russian” that name a people, an army or a language", adjectives)


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
    asked=("role",),
    left_out=_left_out,
)
