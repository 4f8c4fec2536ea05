"""A place as Photon's search gives it (https://github.com/komoot/photon/blob/master/docs/api-v1.md)."""

from __future__ import annotations

from typing import Any

from geopy.location import Location

from core.places.geocoder.answer import Spot
from core.places.geocoder.naming import agreement
from core.places.geocoder.osm import country_code, kind_of, position, reach_km, source_of, words

_OBJECTS = {"N": "node", "W": "way", "R": "relation"}


def spot(location: Location, asked: str) -> Spot | None:
    """The place; null where it is no kind of place that news names so, or bears another name.

    Raises:
        TypeError, ValueError, AttributeError: the answer has not the promised form.
    """
    raw: dict[str, Any] = location.raw["properties"]
    east, north, *_ = location.raw["geometry"]["coordinates"]
    latitude, longitude = position(north, east)
    kind = kind_of(raw.get("osm_key"), raw.get("osm_value"), raw.get("type"))
    agreed = agreement(asked, [words(raw.get("name") or "")])
    if kind is None or agreed is None:
        return None
    object_kind = _OBJECTS.get(str(raw.get("osm_type")))
    return Spot(
        label=_label(raw),
        kind=kind,
        latitude=latitude,
        longitude=longitude,
        country=country_code(raw.get("countrycode")),
        source=source_of("photon", object_kind, raw.get("osm_id"), latitude, longitude),
        precision_km=reach_km(kind, _box(raw.get("extent"))),
        exact=agreed == "same",
    )


def _label(raw: dict[str, Any]) -> str:
    """From the place up to its country; geopy's own address repeats streets and postcodes."""
    parts = [raw.get(level) for level in ("name", "city", "county", "state", "country")]
    return words(", ".join(dict.fromkeys(str(part)[:100] for part in parts if part)))


def _box(extent: Any) -> list[Any] | None:
    """Photon names two corners, west, north, east and south."""
    if not isinstance(extent, list) or len(extent) != 4:
        return None
    west, north, east, south = extent
    return [min(south, north), max(south, north), west, east]
