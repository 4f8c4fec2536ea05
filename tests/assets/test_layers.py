"""The files of the map and of the gazetteer's outlines: whole, in range, and Ukraine within its borders."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ASSETS = Path(__file__).parents[2] / "assets"
LAYERS = ("borders", "countries", "country_labels", "labels", "lakes", "regions", "rivers")
LINES = ("regions", "countries", "waters")
MEGABYTE = 1_000_000

Point = tuple[float, float]
CRIMEA = {
    "Simferopol": (34.1, 44.95),
    "Sevastopol": (33.54, 44.59),
    "Kerch": (36.42, 45.33),
    "Dzhankoi": (34.39, 45.71),
    "Yevpatoriia": (33.40, 45.20),
}
ELSEWHERE = {
    "UA": (30.52, 50.45),
    "RU": (38.98, 45.04),
    "PR": (-66.1, 18.38),
    "HK": (114.17, 22.43),
    "GL": (-40.0, 72.0),
    "FJ": (178.0, -17.8),
    "XK": (21.1, 42.6),
    "GF": (-53.0, 4.0),
}


@cache
def layer(name: str) -> list[dict[str, Any]]:
    """The features of one layer of the map."""
    collection = json.loads((ASSETS / "layers" / f"{name}.geojson").read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    features: list[dict[str, Any]] = collection["features"]
    return features


def land() -> list[dict[str, Any]]:
    """The countries on the map."""
    return [item for item in layer("countries") if "sea" not in item["properties"]]


@cache
def lines(name: str) -> list[dict[str, Any]]:
    """The records of one file of the gazetteer."""
    with gzip.open(ASSETS / "gazetteer" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def points(coordinates: list[Any]) -> Iterator[list[float]]:
    """Every point of a GeoJSON coordinate array, whatever its depth."""
    if isinstance(coordinates[0], int | float):
        yield coordinates
        return
    for item in coordinates:
        yield from points(item)


def polygons(geometry: dict[str, Any]) -> list[Any]:
    """The polygons of a geometry, each a list of rings."""
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def strings(geometry: dict[str, Any]) -> list[Any]:
    """The lines of a geometry."""
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else list(geometry["coordinates"])


def holds(geometry: dict[str, Any], point: Point) -> bool:
    """Does an odd number of edges lie east of the point?"""
    x, y = point
    crossings = 0
    for rings in polygons(geometry):
        for ring in rings:
            for (x1, y1), (x2, y2) in pairwise(ring):
                crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def in_range(geometry: dict[str, Any]) -> bool:
    """Do all points lie on the globe?"""
    return all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points(geometry["coordinates"]))


@pytest.mark.parametrize("name", LAYERS)
def test_every_feature_of_a_layer_is_drawn_on_the_globe(name: str) -> None:
    """Each layer parses, has features, and keeps to longitudes and latitudes."""
    assert layer(name)
    assert all(in_range(feature["geometry"]) for feature in layer(name))


@pytest.mark.parametrize("name", LINES)
def test_every_record_has_an_id_of_its_own_and_a_place(name: str) -> None:
    """Ids are unique; names, point and radius are there; outlines keep to the globe."""
    records = lines(name)
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids) > 200
    for record in records:
        assert re.fullmatch(r"naturalearth:\S+", record["id"])
        assert record["name"] == record["names"][0]
        assert -90 <= record["lat"] <= 90
        assert -180 <= record["lon"] <= 180
        assert record["precision_km"] > 0
        assert record["geometry"] is None or in_range(record["geometry"])


def test_ids_are_unique_across_files() -> None:
    """No region, country or water shares its id with another."""
    ids = [record["id"] for name in LINES for record in lines(name)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["regions", "countries"])
def test_a_place_lies_within_its_own_outline(name: str) -> None:
    """The point that stands for a region or country is inside it."""
    outside = [record["id"] for record in lines(name) if not holds(record["geometry"], (record["lon"], record["lat"]))]
    assert outside == []


def test_every_region_lies_in_a_listed_country() -> None:
    """A region's country is in the list of countries; the larger region it lies in is in the list of regions."""
    countries = {record["country"] for record in lines("countries")}
    ids = {region["id"] for region in lines("regions")}
    assert {region["country"] for region in lines("regions")} <= countries
    assert {region["within"] for region in lines("regions")} - {None} <= ids


def test_geonames_codes_join_one_region_each() -> None:
    """A GeoNames admin-1 code leads to one region at most, of the same country."""
    joined = [(region["gn_admin1"], region["country"]) for region in lines("regions") if region["gn_admin1"]]
    assert len({code for code, _ in joined}) == len(joined) > 3000
    assert all(code.startswith(f"{country}.") for code, country in joined)


def test_all_of_ukraine_joins_geonames() -> None:
    """Each of Ukraine's 27 regions has its GeoNames code and its ISO code."""
    regions = [region for region in lines("regions") if region["country"] == "UA"]
    assert len(regions) == 27
    assert all(region["gn_admin1"] and region["iso"] for region in regions)


@pytest.mark.parametrize("name", CRIMEA)
@pytest.mark.parametrize("file", ["regions", "countries"])
def test_crimea_lies_in_ukraine_in_the_gazetteer(file: str, name: str) -> None:
    """Whatever outline holds a town in Crimea is Ukraine's."""
    found = {record["country"] for record in lines(file) if holds(record["geometry"], CRIMEA[name])}
    assert found == {"UA"}


@pytest.mark.parametrize("name", CRIMEA)
def test_crimea_is_drawn_as_ukraine(name: str) -> None:
    """The land under a town in Crimea is Ukraine's on the map."""
    found = {item["properties"]["iso"] for item in land() if holds(item["geometry"], CRIMEA[name])}
    assert found == {"UA"}


@pytest.mark.parametrize("iso", ELSEWHERE)
def test_countries_and_territories_lie_where_they_should(iso: str) -> None:
    """A point in a country or territory is on its land, and on no other's."""
    found = {item["properties"]["iso"] for item in land() if holds(item["geometry"], ELSEWHERE[iso])}
    assert found == {iso}


def test_the_sea_comes_with_the_land() -> None:
    """One feature of the land's own file is the whole globe: a map that has no land yet has no sea either."""
    (sea,) = [item for item in layer("countries") if "sea" in item["properties"]]
    assert all(holds(sea["geometry"], at) for at in (*CRIMEA.values(), (-179.9, 0.0), (0.0, 84.9)))
    assert len(land()) > 200


def test_no_border_crosses_crimea() -> None:
    """From the Perekop isthmus to the Kerch Strait no line between countries is drawn on or off the land."""
    inside = [
        (feature["properties"]["between"], x, y)
        for feature in layer("borders")
        for x, y in points(feature["geometry"]["coordinates"])
        if 32.3 < x < 36.7 and 44.2 < y < 46.4
    ]
    assert inside == []


def test_ukraine_and_russia_share_their_land_border() -> None:
    """The border runs from the Sea of Azov to Belarus, and no farther."""
    (border,) = [item for item in layer("borders") if item["properties"]["between"] == "RU-UA"]
    corners = list(points(border["geometry"]["coordinates"]))
    assert min(x for x, _ in corners) == pytest.approx(31.76, abs=0.2)
    assert max(x for x, _ in corners) == pytest.approx(40.2, abs=0.2)
    assert min(y for _, y in corners) == pytest.approx(47.1, abs=0.2)


def test_crimea_borders_kherson_as_a_region() -> None:
    """Between Crimea and the mainland stands a line of regions, of Ukraine."""
    near = {
        feature["properties"]["country"]
        for feature in layer("regions")
        for x, y in points(feature["geometry"]["coordinates"])
        if 33.5 < x < 34.8 and 45.7 < y < 46.3
    }
    assert near == {"UA"}


def test_border_lines_run_along_the_land_they_part() -> None:
    """Every corner of a border is a corner of both countries' land: no slivers between line and fill."""
    corners = {
        item["properties"]["iso"]: {(x, y) for x, y in points(item["geometry"]["coordinates"])} for item in land()
    }
    near_ukraine = [item for item in layer("borders") if "UA" in item["properties"]["between"].split("-")]
    assert len(near_ukraine) == 7
    for border in near_ukraine:
        line = {(x, y) for x, y in points(border["geometry"]["coordinates"])}
        for iso in border["properties"]["between"].split("-"):
            assert len(line - corners[iso]) <= 0.01 * len(line)


def test_the_drained_reservoir_is_gone_and_the_river_is_there() -> None:
    """No lake lies above Nova Kakhovka any more; the Dnipro does run there."""
    drained = [(34.1, 47.45), (34.6, 47.55), (33.7, 47.1)]
    assert not any(holds(lake["geometry"], point) for lake in layer("lakes") for point in drained)
    assert any(
        33.4 < x < 35.2 and 46.8 < y < 47.8
        for river in layer("rivers")
        if "Dnipro" in river["properties"]["name"]
        for line in strings(river["geometry"])
        for x, y in line
    )


def test_labels_come_largest_first_and_name_the_capitals() -> None:
    """Order by size lets the map drop the small ones where there is no room; capitals are marked."""
    labels = [feature["properties"] for feature in layer("labels")]
    assert [label["rank"] for label in labels] == sorted(label["rank"] for label in labels)
    assert {"Kyiv", "Moscow", "Washington"} <= {label["name"] for label in labels if label.get("capital")}
    assert all(2 <= label["min_zoom"] <= 9 for label in labels)


@pytest.mark.parametrize("name", LAYERS)
def test_layers_name_no_outside_address(name: str) -> None:
    """The map's files lead nowhere."""
    assert "://" not in (ASSETS / "layers" / f"{name}.geojson").read_text("utf-8")


@pytest.mark.parametrize("name", LINES)
def test_gazetteer_files_name_no_outside_address(name: str) -> None:
    """The gazetteer's files lead nowhere."""
    assert "://" not in gzip.decompress((ASSETS / "gazetteer" / f"{name}.jsonl.gz").read_bytes()).decode()


def test_files_stay_small() -> None:
    """The map's layers are served as they are; regions and countries are read on the first start."""
    assert sum((ASSETS / "layers" / f"{name}.geojson").stat().st_size for name in LAYERS) < 7.2 * MEGABYTE
    assert sum((ASSETS / "gazetteer" / f"{name}.jsonl.gz").stat().st_size for name in LINES) < 8 * MEGABYTE


def test_fonts_are_there_with_their_licences() -> None:
    """Both families are complete web fonts, each beside its open licence."""
    fonts = sorted((ASSETS / "fonts").glob("*.woff2"))
    assert len(fonts) == 16
    assert all(font.read_bytes()[:4] == b"wOF2" for font in fonts)
    for family in ("inter", "source-serif-4"):
        licence = (ASSETS / "fonts" / f"{family}-LICENSE.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
