"""What the whole gazetteer answers to names, as readers would expect."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from core.places.gazetteer import Gazetteer

CASES = list(csv.DictReader((Path(__file__).parent / "names.csv").open(encoding="utf-8")))
SAME_NAME = {
    "Georgia": {"naturalearth:GE", "naturalearth:US-GA"},
    "Odessa": {"geonames:698740", "geonames:5527554"},
    "Kharkiv": {"geonames:706483", "naturalearth:UA-63"},
    "New York": {"geonames:5128581", "naturalearth:US-NY"},
    "Luxembourg": {"naturalearth:LU", "geonames:2960316"},
    "Dominican": {"naturalearth:DM", "naturalearth:DO"},
}
NOT_NAMES = ["us", "it", "in", "ky", "or", "me", "oh", "", " ", ".", "1945", "‘’", "qqqqzz", "IEV", "polish"]
SPELLINGS = [
    ("Balaklia", "geonames:712926"),
    ("Balakliia", "geonames:712926"),
    ("Kryviy Rih", "geonames:703845"),
    ("Kryvyi Rih", "geonames:703845"),
    ("Severodonetsk", "geonames:691999"),
    ("Lisichansk", "geonames:702972"),
    ("Chasov Yar", "geonames:710915"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built where it is missing."""
    return Gazetteer.open()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["form"])
def test_the_best_known_place_comes_first(gazetteer: Gazetteer, case: dict[str, str]) -> None:
    """The first answer is the place that a reader without context thinks of."""
    first = gazetteer.names([case["form"]])[case["form"]][0]
    entry = first.entry
    found = (entry.source, entry.name, entry.kind, entry.country or "", first.relation)
    assert found == tuple(case[key] for key in ("source", "name", "kind", "country", "relation"))
    assert first.form == case["form"]


@pytest.mark.parametrize(("form", "sources"), SAME_NAME.items())
def test_all_places_of_a_name_are_given(gazetteer: Gazetteer, form: str, sources: set[str]) -> None:
    """A country, a state and a town of one name all come back, so that the context can choose."""
    assert sources <= {name.entry.source for name in gazetteer.names([form])[form]}


def test_small_words_and_rubbish_name_nothing(gazetteer: Gazetteer) -> None:
    """Lower-case words that look like abbreviations, numbers, codes and bare directions are no places."""
    assert gazetteer.names(NOT_NAMES) == {}


@pytest.mark.parametrize(("form", "source"), SPELLINGS)
def test_romanisations_meet(gazetteer: Gazetteer, form: str, source: str) -> None:
    """Another way of writing a Ukrainian name in Latin letters still finds the town."""
    hits = gazetteer.variants([form])[form]
    assert source in {hit.entry.source for hit in hits}
    assert {hit.relation for hit in hits} == {"variant"}


@pytest.mark.parametrize("town", ["Simferopol", "Sevastopol", "Kerch", "Feodosiya"])
def test_crimea_is_ukraine(gazetteer: Gazetteer, town: str) -> None:
    """Towns in Crimea lie in a region of Ukraine."""
    entry = gazetteer.names([town])[town][0].entry
    assert entry.country == "UA"
    assert entry.region in {"naturalearth:UA-43", "naturalearth:UA-40"}
    assert "naturalearth:UA" in gazetteer.wholes(entry.source)


def test_a_place_knows_all_that_holds_it(gazetteer: Gazetteer) -> None:
    """A town lies in its region, its country and the areas made of these; a county in its nation."""
    bakhmut = gazetteer.names(["Bakhmut"])["Bakhmut"][0].entry.source
    assert {"naturalearth:UA-14", "naturalearth:UA", "dateline:donbas"} <= gazetteer.wholes(bakhmut)
    leeds = gazetteer.names(["Leeds"])["Leeds"][0].entry.source
    assert {"naturalearth:GB.ENG", "naturalearth:GB"} <= gazetteer.wholes(leeds)
    assert gazetteer.wholes("no:such") == frozenset()


@pytest.mark.parametrize(
    ("source", "kind"),
    [("naturalearth:UA-63", "Polygon"), ("naturalearth:UA", "MultiPolygon"), ("dateline:donbas", "MultiPolygon")],
)
def test_regions_countries_and_areas_have_outlines(gazetteer: Gazetteer, source: str, kind: str) -> None:
    """What covers ground can be drawn; an area put together from regions has all their polygons."""
    outline = gazetteer.outline(source)
    assert outline is not None
    assert outline["type"] == kind
    assert outline["coordinates"]


def test_points_have_no_outline(gazetteer: Gazetteer) -> None:
    """A settlement, a site and an unknown source have none."""
    assert [gazetteer.outline(source) for source in ("geonames:703448", "dateline:kremlin", "no:such")] == [None] * 3


def test_hundreds_of_forms_cost_milliseconds(gazetteer: Gazetteer) -> None:
    """Look-ups go to the file in batches; a second for a thousand leaves room for a busy machine."""
    forms = [f"{case['form']} {number}" for case in CASES for number in range(11)]
    started = time.perf_counter()
    gazetteer.names(forms)
    together = time.perf_counter() - started
    assert together < 1.0
