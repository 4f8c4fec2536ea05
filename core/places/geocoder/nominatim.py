"""A place as Nominatim's search gives it (https://nominatim.org/release-docs/latest/api/Output/)."""

from __future__ import annotations

from typing import Any

from geopy.location import Location

from core.places.geocoder.answer import Spot
from core.places.geocoder.naming import agreement
from core.places.geocoder.osm import country_code, kind_of, position, reach_km, source_of, words

_MOST_NAMES = 100


def spot(location: Location, asked: str) -> Spot | None:
    """The place; null where it is no kind of place that news names so, or bears another name.

    Raises:
        TypeError, ValueError, AttributeError: the answer has not the promised form.
    """
    raw: dict[str, Any] = location.raw
    latitude, longitude = position(raw.get("lat"), raw.get("lon"))
    kind = kind_of(raw.get("class") or raw.get("category"), raw.get("type"), raw.get("addresstype"))
    agreed = agreement(asked, _names(raw))
    if kind is None or agreed is None:
        return None
    return Spot(
        label=words(raw["display_name"]),
        kind=kind,
        latitude=latitude,
        longitude=longitude,
        country=country_code((raw.get("address") or {}).get("country_code")),
        source=source_of("nominatim", raw.get("osm_type"), raw.get("osm_id"), latitude, longitude),
        precision_km=reach_km(kind, raw.get("boundingbox")),
        exact=agreed == "same",
    )


def _names(raw: dict[str, Any]) -> list[str]:
    """All names in all languages; where they were not given, the one that opens the address."""
    details = raw.get("namedetails") or {}
    listed = [part for name in list(details.values())[:_MOST_NAMES] for part in words(name).split(";")]
    return [*listed, words(raw.get("name") or ""), words(raw["display_name"]).partition(",")[0]]
