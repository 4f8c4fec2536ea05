"""The gazetteer behind geopy's interface."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from geopy.distance import great_circle
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder

from core.places.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built where it is missing."""
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("query", "source"),
    [
        ("Odessa", "geonames:698740"),
        ("odessa", "geonames:698740"),
        ("Odessa, Texas", "geonames:5527554"),
        ("Odessa, TX", "geonames:5527554"),
        ("Paris, Texas, USA", "geonames:4717560"),
        ("Leeds, England", "geonames:2644688"),
        ("Bakhmut, Donbas", "geonames:713174"),
        ("Zaporizhzhia nuclear plant", "dateline:zaporizhzhia-nuclear-power-plant"),
    ],
)
def test_geocode_finds_the_place(gazetteer: Gazetteer, query: str, source: str) -> None:
    """What follows a comma narrows the search."""
    location = gazetteer.geocode(query)
    assert location.raw["source"] == source
    assert (location.latitude, location.longitude) == (location.raw["latitude"], location.raw["longitude"])


def test_geocode_says_when_there_is_nothing(gazetteer: Gazetteer) -> None:
    """An unknown name is null, with one answer or with all, as geopy's own geocoders say it."""
    assert isinstance(gazetteer, Geocoder)
    for query in ("", ",", "qqqqzz", "Odessa, Atlantis"):
        assert gazetteer.geocode(query) is None
        assert gazetteer.geocode(query, exactly_one=False) is None


def test_geocode_gives_all_when_asked(gazetteer: Gazetteer) -> None:
    """Best known first, a town in several states."""
    places = gazetteer.geocode("Springfield", exactly_one=False)
    assert len(places) > 3
    assert len({place.raw["region"] for place in places}) > 3


@pytest.mark.parametrize(
    ("point", "name"),
    [
        ((49.21, 37.26), "Izyum"),
        ("41.0 N 71.67 E", "Namangan"),
        ((-17.8, 177.42), "Nadi"),
        ((64.14, -21.9), "Reykjavík"),
        ((90, 0), "Longyearbyen"),
    ],
)
def test_reverse_finds_the_nearest_settlement(gazetteer: Gazetteer, point: object, name: str) -> None:
    """Near, far, and at the pole."""
    assert gazetteer.reverse(point).raw["name"] == name


def test_reverse_crosses_the_date_line(gazetteer: Gazetteer) -> None:
    """The nearest settlement may have the other sign of longitude."""
    found = gazetteer.reverse((-16.9, 180.0), exactly_one=False)
    distances = [great_circle((-16.9, 180.0), place.point[:2]).km for place in found]  # type: ignore[no-untyped-call]
    assert distances == sorted(distances)
    assert {place.longitude > 0 for place in found} == {True, False}


@pytest.mark.parametrize("point", ["nowhere", (1, 2, 3, 4), object()])
def test_reverse_refuses_what_is_no_point(gazetteer: Gazetteer, point: object) -> None:
    """A query error, as geopy's own geocoders raise."""
    with pytest.raises(GeocoderQueryError):
        gazetteer.reverse(point)


def test_many_threads_may_ask(gazetteer: Gazetteer) -> None:
    """One gazetteer serves all sessions of a server."""
    forms = ["Kyiv", "Paris", "Georgia", "Leeds", "Odessa"] * 40
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda form: gazetteer.names([form])[form][0].entry.source, forms))
    assert len(set(answers)) == 5
    assert answers == answers[:5] * 40


def test_another_process_may_get_it(gazetteer: Gazetteer) -> None:
    """It travels as the path of its file."""
    copy = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 – our own bytes
    assert copy.entry("geonames:703448") == gazetteer.entry("geonames:703448")


def test_what_holds_a_place_ends_where_an_area_and_a_country_hold_each_other(gazetteer: Gazetteer) -> None:
    """The Palestinian territories lie in the country of this name and make it up; nothing holds itself."""
    for source in ("naturalearth:PS", "dateline:palestinian-territories", "naturalearth:AQ"):
        held = gazetteer.wholes(source)
        assert held
        assert source not in held
    assert "naturalearth:UA" in gazetteer.wholes("geonames:698740")
