# mypy: disable-error-code="no-untyped-call"
# (shapely comes without types)
"""How the map's files are made: names, countries, and shapes that stay joined."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("shapely", reason="only a maintainer makes the map's files anew")
pytest.importorskip("shapefile", reason="only a maintainer makes the map's files anew")

from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Polygon, box

from assets.build import focus
from assets.build.countries_by_iso import country_of
from assets.build.geometry import distance_km, radius_km, simplified
from assets.build.region_names import bare_name, common_names, trusted, without_borrowed


def row(**columns: str) -> dict[str, Any]:
    """A row of admin-1 with the columns that matter."""
    return {"iso_3166_2": "", "gu_a3": "", "adm0_a3": "", "iso_a2": "", "name": "", "name_en": ""} | columns


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Kharkiv Oblast", "Kharkiv"),
        ("Autonomous Republic of Crimea", "Crimea"),
        ("Northwest Territories", "Northwest Territories"),
        ("Central Region", "Central Region"),
        ("Sistan and Baluchestan Province", "Sistan and Baluchestan"),
        ("Lower Austria", "Lower Austria"),
        ("Republic", "Republic"),
    ],
)
def test_generic_words_are_taken_off_a_name(name: str, bare: str) -> None:
    """A name loses what kind of region it is, unless nothing telling would stay."""
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("columns", "country"),
    [
        ({"iso_3166_2": "UA-43", "gu_a3": "RUS", "adm0_a3": "RUS", "iso_a2": "RU"}, "UA"),
        ({"iso_3166_2": "US-PR", "gu_a3": "PRI", "adm0_a3": "PRI", "iso_a2": "PR"}, "PR"),
        ({"iso_3166_2": "US-AL", "gu_a3": "USA", "adm0_a3": "USA", "iso_a2": "US"}, "US"),
        ({"iso_3166_2": "NO-21", "gu_a3": "NSV", "adm0_a3": "NOR", "iso_a2": "NO"}, "SJ"),
        ({"iso_3166_2": "-99-X11~", "gu_a3": "SOL", "adm0_a3": "SOL", "iso_a2": "-1"}, "SO"),
        ({"iso_3166_2": "-99-X06~", "gu_a3": "KAS", "adm0_a3": "KAS", "iso_a2": "-1"}, None),
    ],
)
def test_a_region_belongs_to_the_country_of_its_iso_code(columns: dict[str, str], country: str | None) -> None:
    """ISO 3166-2 decides, not who holds the ground; territories go by their own code."""
    assert country_of(row(**columns), frozenset({"UA", "RU", "US", "NO"})) == country


def test_a_name_from_another_item_is_not_trusted() -> None:
    """A translation that resembles none of the region's names belongs to something else."""
    assert trusted(row(name="Khar'kov", name_en="Kharkiv"))
    assert not trusted(row(name="Prizren", name_en="Plužine"))


def test_borrowed_names_go_to_the_larger_region() -> None:
    """A name that several provinces list is none of theirs but that of what they make up."""
    provinces = [["Arezzo", "Tuscany"], ["Siena", "Tuscany", "Sienne"]]
    assert without_borrowed(provinces, ["France"]) == [["Arezzo"], ["Siena", "Sienne"]]
    assert common_names(provinces) == ["Tuscany"]


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_the_focus_is_undone_exactly(longitude: float, latitude: float) -> None:
    """Stretching and pressing together brings every point back."""
    line = LineString([(longitude, latitude), (0, 0)])
    back = focus.unstretch(focus.stretch(line))
    assert back.coords[0] == pytest.approx((longitude, latitude), abs=1e-9)


def test_neighbours_stay_joined_when_simplified() -> None:
    """Two squares with a ragged common edge still share it afterwards."""
    edge = [(1 + (index % 2) * 0.01, index / 50) for index in range(51)]
    left, right = Polygon([(0, 0), *edge, (0, 1)]), Polygon([(2, 0), *edge, (2, 1)])
    one, other = simplified([left, right], 0.1)
    assert one.intersection(other).area == 0
    assert one.union(other).area == pytest.approx(2, abs=0.05)
    assert len(one.exterior.coords) < len(left.exterior.coords)


def test_a_radius_holds_the_main_part_and_not_a_far_islet() -> None:
    """Ninety-five per cent of the area counts; a rock across the ocean does not."""
    mainland, islet = box(0, 0, 1, 1), box(90, 0, 90.01, 0.01)
    assert radius_km(mainland.union(islet), (0.5, 0.5)) == pytest.approx(distance_km((0.5, 0.5), (0, 0)), abs=0.5)
