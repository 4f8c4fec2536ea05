"""OpenStreetMap's tags as our kinds of places."""

from __future__ import annotations

import pytest

from core.places.geocoder.osm import kind_of


@pytest.mark.parametrize(
    ("key", "value", "of_type", "expected"),
    [
        ("place", "village", None, "settlement"),
        ("place", "island", None, "area"),
        ("place", "sea", None, "water"),
        ("boundary", "administrative", "city", "settlement"),
        ("boundary", "administrative", "county", "region"),
        ("boundary", "administrative", "country", "country"),
        ("boundary", "administrative", None, "region"),
        ("boundary", "national_park", None, "area"),
        ("natural", "peak", None, "area"),
        ("natural", "water", None, "water"),
        ("waterway", "river", None, "water"),
        ("waterway", "dam", None, "site"),
        ("landuse", "military", None, "site"),
        ("aeroway", "aerodrome", None, "site"),
        ("amenity", "hospital", None, "site"),
        ("amenity", "restaurant", None, None),
        ("shop", "supermarket", None, None),
        ("highway", "residential", None, None),
        ("office", "government", None, None),
        ("place", "<b>", None, None),
        (None, None, None, None),
        (["x"], {"y": 1}, ["city"], None),
    ],
)
def test_kind(key: object, value: object, of_type: object, expected: str | None) -> None:
    """Kinds that news names; nothing for shops, streets and what is no tag at all."""
    assert kind_of(key, value, of_type) == expected
