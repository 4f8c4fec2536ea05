"""OpenStreetMap's main tags → our kinds of places, what is no place to a newsroom, and how far things reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from core.geometry.distances import flat_km
from core.models import PlaceKind

_BY_VALUE: dict[str, dict[str, PlaceKind]] = {
    "place": {
        "country": "country",
        **dict.fromkeys(("state", "province", "district", "county", "municipality"), "region"),
        **dict.fromkeys(("region", "island", "islet", "archipelago", "peninsula", "continent"), "area"),
        **dict.fromkeys(("sea", "ocean"), "water"),
        **dict.fromkeys(("city", "town", "village", "hamlet", "suburb", "quarter", "neighbourhood"), "settlement"),
        **dict.fromkeys(("borough", "isolated_dwelling", "farm", "locality", "city_district"), "settlement"),
    },
    "boundary": {
        **dict.fromkeys(("administrative", "political", "census", "historic"), "region"),
        **dict.fromkeys(("national_park", "protected_area", "aboriginal_lands", "disputed"), "area"),
    },
    "natural": dict.fromkeys(("water", "bay", "strait", "spring", "hot_spring", "reef"), "water"),
    "waterway": dict.fromkeys(("river", "stream", "canal", "rapids", "waterfall", "tidal_channel"), "water"),
    "landuse": {"reservoir": "water", "basin": "water", "forest": "area", "residential": "settlement"},
    "amenity": dict.fromkeys(
        """hospital clinic prison university college school police courthouse townhall place_of_worship monastery
        grave_yard theatre marketplace bus_station ferry_terminal fire_station embassy research_institute""".split(),
        "site",
    ),
    "tourism": dict.fromkeys(("museum", "attraction", "zoo", "theme_park", "camp_site", "hotel", "gallery"), "site"),
    "leisure": dict.fromkeys(("stadium", "park", "nature_reserve", "sports_centre", "marina", "golf_course"), "site"),
    "railway": dict.fromkeys(("station", "halt", "yard", "junction"), "site"),
    "man_made": dict.fromkeys(
        """bridge pier tower works wastewater_plant water_works mineshaft adit lighthouse pipeline dyke breakwater
        petroleum_well offshore_platform""".split(),
        "site",
    ),
}
_BY_KEY: dict[str, PlaceKind] = {
    **dict.fromkeys(("natural", "mountain_pass", "geological"), "area"),
    **dict.fromkeys(("aeroway", "military", "power", "historic", "landuse", "waterway", "building", "bridge"), "site"),
}
_BY_TYPE: dict[str, PlaceKind] = {
    "country": "country",
    **dict.fromkeys(("state", "region", "province", "state_district", "county", "municipality", "district"), "region"),
    **dict.fromkeys(("city", "town", "village", "hamlet", "suburb", "borough", "locality", "quarter"), "settlement"),
    **dict.fromkeys(("neighbourhood", "city_district"), "settlement"),
    **dict.fromkeys(("island", "peninsula", "archipelago"), "area"),
}
_REACH_KM: dict[PlaceKind, float] = {
    "settlement": 3.0,
    "site": 1.0,
    "water": 20.0,
    "area": 30.0,
    "region": 50.0,
    "country": 500.0,
}
"""Where the answer does not say how far a place reaches: about as far as most of its kind."""

_LEAST_KM = 0.5
_MOST_KM = 3_000.0
_CODE = re.compile(r"[A-Za-z]{2}")
_ID = re.compile(r"[0-9]{1,19}")
LONGEST = 160
"""Characters of an address in words that are kept; an answer is no reason for a page of text."""


def kind_of(key: object, value: object, of_type: object = None) -> PlaceKind | None:
    """The kind of what has this main tag; null for shops, streets, offices and all else that news does not name so.

    ``of_type`` is how the geocoder classes a boundary (Nominatim's ``addresstype``, Photon's ``type``): a town's
    boundary is a town.
    """
    if key == "boundary" and value == "administrative" and of_type in _BY_TYPE:
        return _BY_TYPE[str(of_type)]
    return _BY_VALUE.get(str(key), {}).get(str(value)) or _BY_KEY.get(str(key))


def reach_km(kind: PlaceKind, box: Sequence[Any] | None) -> float:
    """Half the diagonal of a box (south, north, west, east in degrees), or what is usual where there is none."""
    try:
        south, north, west, east = (float(side) for side in box or ())
    except (TypeError, ValueError):
        return _REACH_KM[kind]
    half = flat_km((south, west), (north, east)) / 2
    return round(min(max(half, _LEAST_KM), _MOST_KM), 1) if half > 0 else _REACH_KM[kind]  # NaN is not over 0 either


def position(latitude: object, longitude: object) -> tuple[float, float]:
    """A position as an answer gives it, in numbers or in digits; geopy would take null for 0 and turn 400° into 40°.

    Raises:
        TypeError, ValueError: it is none on this Earth.
    """
    if not isinstance(latitude, str | float | int) or not isinstance(longitude, str | float | int):
        raise TypeError("no numbers")
    north, east = float(latitude), float(longitude)
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise ValueError("not on Earth")
    return north, east


def country_code(given: object) -> str | None:
    """ISO 3166-1 alpha-2 in capitals; null for whatever is none."""
    return given.upper() if isinstance(given, str) and _CODE.fullmatch(given) else None


def source_of(geocoder: str, kind: object, number: object, latitude: float, longitude: float) -> str:
    """``nominatim:osm/node/123``; the position where the object has no number."""
    if kind in ("node", "way", "relation") and _ID.fullmatch(str(number)):
        return f"{geocoder}:osm/{kind}/{number}"
    return f"{geocoder}:{latitude:.4f},{longitude:.4f}"


def words(given: object) -> str:
    """A text of an answer as one line of sane length, without signs that cannot be seen."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(given)[: 4 * LONGEST])
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip(" ,") + "…"
