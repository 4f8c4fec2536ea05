# mypy: disable-error-code="no-untyped-call"
# (shapely comes without types)
"""Counties of the United States: from outlines to answers."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from core.geometry.polygons import holds
from core.places.gazetteer import Gazetteer
from core.places.gazetteer.location import ASSETS
from core.places.gazetteer.sources import outlines
from core.places.gazetteer.sources.counties import counties

SQUARE: dict[str, object] = {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}
SEATS = [
    ("census:48201", "Harris County", "naturalearth:US-TX", 29.7604, -95.3698),
    ("census:22071", "Orleans Parish", "naturalearth:US-LA", 29.9511, -90.0715),
    ("census:17031", "Cook County", "naturalearth:US-IL", 41.8781, -87.6298),
    ("census:02110", "Juneau City and Borough", "naturalearth:US-AK", 58.3019, -134.4197),
    ("census:35013", "Doña Ana County", "naturalearth:US-NM", 32.3199, -106.7637),
    ("census:29189", "St. Louis County", "naturalearth:US-MO", 38.6426, -90.3236),
    ("census:15001", "Hawaii County", "naturalearth:US-HI", 19.7071, -155.0816),
]
FORMS = [
    ("Harris County", "census:48201"),
    ("harris county", "census:48201"),
    ("County of Los Angeles", "census:06037"),
    ("East Baton Rouge Parish", "census:22033"),
    ("Dona Ana County", "census:35013"),
    ("Saint Louis County", "census:29189"),
    ("Prince George’s County", "census:24033"),
    ("Matanuska-Susitna Borough", "census:02170"),
    ("Anchorage Municipality", "census:02020"),
    ("Bethel Census Area", "census:02050"),
    ("Juneau Borough", "census:02110"),
    ("Dade County", "census:12086"),
]
BARE = ["Harris", "Cook", "Jackson", "Madison", "Walker", "Orleans", "Kings", "Bexar", "Maricopa"]


@cache
def rows() -> dict[str, outlines.Outlined]:
    """The asset's lines by id."""
    return {row.id: row for row in outlines.outlined(ASSETS / "counties.jsonl.gz")}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built where it is missing."""
    return Gazetteer.open()


def test_people_are_counted_by_outline_and_country() -> None:
    """A town beyond the outline or of another country does not count; a county without a town has nobody."""
    row = outlines.Outlined("census:1", "Ash County", 1, 1, 50, SQUARE, "AA", within="naturalearth:AA-1")
    empty = outlines.Outlined("census:2", "Elm County", 9, 9, 50, None, "AA")
    cities = [city("AA", 1, 1, 700), city("AA", 2, 3, 50), city("AA", 9, 9, 9_000), city("BB", 1, 1, 80_000)]
    found = {record.entry.source: record.entry for record in counties([row, empty], cities)}
    assert (found["census:1"].population, found["census:2"].population) == (750, 0)
    assert (found["census:1"].kind, found["census:1"].region) == ("region", "naturalearth:AA-1")


def test_no_counties_and_no_towns_are_no_trouble() -> None:
    """An installation without the file is a gazetteer without counties."""
    assert list(counties([], [])) == []


def city(country: str, latitude: float, longitude: float, population: int) -> dict[str, Any]:
    """A row of GeoNames as far as it counts."""
    return {"countrycode": country, "latitude": latitude, "longitude": longitude, "population": population}


@pytest.mark.parametrize(("source", "name", "state", "latitude", "longitude"), SEATS)
def test_a_county_holds_its_seat(source: str, name: str, state: str, latitude: float, longitude: float) -> None:
    """Name, state and outline belong together."""
    row = rows()[source]
    assert (row.name, row.within, row.country) == (name, state, "US")
    assert row.geometry
    assert holds(row.geometry, np.array([[longitude, latitude]])).all()


def test_the_file_is_sound() -> None:
    """All counties of fifty known states, none by its bare name, each with its point inside its outline."""
    states = {row.id for row in outlines.outlined(ASSETS / "regions.jsonl.gz") if row.id.startswith("naturalearth:US")}
    assert len(rows()) == 3100
    assert len({row.within for row in rows().values()}) == 50
    for row in rows().values():
        assert row.within in states
        assert all(set(name.split()) & {"County", "Parish", "Borough", "Municipality", "Area"} for name in row.names)
        assert row.geometry
        assert holds(row.geometry, np.array([[row.lon, row.lat]])).all(), row.name
    assert (ASSETS / "counties.jsonl.gz").stat().st_size < 1_500_000


@pytest.mark.parametrize(("form", "source"), FORMS)
def test_counties_are_found_as_they_are_written(gazetteer: Gazetteer, form: str, source: str) -> None:
    """With the generic word in front or behind, accents and apostrophes or not, and by a former name."""
    assert source in {hit.entry.source for hit in gazetteer.names([form])[form]}


def test_a_bare_name_is_no_county(gazetteer: Gazetteer) -> None:
    """Most are surnames: only the generic word makes them counties."""
    hits = [hit for found in gazetteer.names(BARE).values() for hit in found]
    assert [hit for hit in hits if hit.entry.source.startswith("census:")] == []


def test_counties_of_one_name_come_with_their_states(gazetteer: Gazetteer) -> None:
    """The most populous first, and what follows a comma chooses."""
    hits = gazetteer.names(["Jackson County"])["Jackson County"]
    assert len(hits) > 20
    assert len({hit.entry.region for hit in hits}) == len(hits)
    assert hits[0].entry.region == "naturalearth:US-MO"
    assert gazetteer.geocode("Jackson County, Oregon").address == "Jackson County, Oregon, United States"
    assert gazetteer.wholes("census:48201") >= {"naturalearth:US-TX", "naturalearth:US"}


def test_lines_are_made_from_the_bureaus_rows() -> None:
    """The generic word follows the bureau's code, and the state its number."""
    pytest.importorskip("shapely", reason="only a maintainer makes the files anew")
    pytest.importorskip("shapefile", reason="only a maintainer makes the files anew")
    from shapely.geometry import box

    from assets.build.counties import POSTAL, as_record

    row = {"geoid": "22001", "name": "Ash", "lsad": "15", "statefp": "22"}
    line = as_record(row, box(0, 0, 1, 1))
    assert (line["id"], line["names"]) == ("census:22001", ["Ash Parish", "Parish of Ash"])
    assert (line["within"], line["lat"], line["lon"]) == ("naturalearth:US-LA", 0.5, 0.5)
    assert len(POSTAL) == len(set(POSTAL.values())) == 50
