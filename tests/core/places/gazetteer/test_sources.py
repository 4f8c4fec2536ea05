"""Each source of the gazetteer on small inputs of its own format."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from core.geometry.polygons import regions_of, rings
from core.places.gazetteer.entry import Entry
from core.places.gazetteer.location import ASSETS
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources import extra, names, outlines
from core.places.gazetteer.sources.countries import countries
from core.places.gazetteer.sources.settlements import is_name, settlements, spread_km
from core.places.gazetteer.sources.waters import merged

CITY = {
    "geonameid": 7,
    "name": "Ashby",
    "latitude": 1.5,
    "longitude": 2.5,
    "countrycode": "AA",
    "population": 60_000,
    "admin1code": "03",
    "alternatenames": ["ASH", "Ashbey", "ashibai", "Ешбі", "12", "Eš"],
}
HEADER = ",".join(extra.COLUMNS)
GOOD = "Ash Dam,site,1.5,2.5,1,AA,Ashby dam|Dam of Ash,,,,hand-checked,"
FAULTS = [
    (GOOD.replace("site", "dam"), "line 2: kind must be one of"),
    (GOOD.replace("1.5", "91"), "line 2: latitude must lie between"),
    (GOOD.replace("1.5", "north"), "line 2: latitude is not a number"),
    (GOOD.replace(",1,", ",-1,"), "line 2: precision_km"),
    (GOOD.replace("AA", "Aaa"), "line 2: country must be a two-letter code"),
    (GOOD.replace("hand-checked", ""), "line 2: name and source"),
    (GOOD.replace("Ash Dam", ""), "line 2: name and source"),
    (GOOD + ",more", "line 2: 12 cells"),
    (f"{GOOD}\n\nX,site,0", "line 4: 12 cells"),
    (GOOD.replace("1.5", "nan"), "line 2: latitude"),
]


def test_a_settlement_has_its_region_and_its_real_names() -> None:
    """Codes, numbers and letter-by-letter transcripts among GeoNames' alternates are left out."""
    (record,) = settlements({"AA.03": "naturalearth:AA-3"}, {"7": CITY})
    assert record.entry == Entry(
        "geonames:7", "Ashby", "settlement", 1.5, 2.5, "AA", "naturalearth:AA-3", 60_000, spread_km(60_000)
    )
    assert [spelling.form for spelling in record.spellings] == ["Ashby", "Ashbey", "Ешбі", "Eš"]


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ("IEV", False),
        ("Ko", False),
        ("ji fu", False),
        ("1234", False),
        ("東京", True),
        ("al-Bab", True),
        ("Київ", True),
    ],
)
def test_what_counts_as_a_name(form: str, kept: bool) -> None:
    """Two letters are enough in other scripts, not in ours."""
    assert is_name(form) is kept


def test_bigger_towns_spread_wider() -> None:
    """The radius grows with the population and is never nothing."""
    radii = [spread_km(people) for people in (0, 5_000, 50_000, 200_000, 1_000_000, 20_000_000)]
    assert radii == sorted(radii)
    assert radii[0] > 0


def test_outlines_are_read_line_by_line(tmp_path: Path) -> None:
    """A bare direction gets its kind, and a region knows the one it is part of."""
    row: dict[str, object] = {
        "id": "naturalearth:AA-W",
        "country": "AA",
        "name": "Western",
        "type": "Region",
        "names": ["West", "Ashia"],
    }
    row |= {"lat": 1, "lon": 2, "precision_km": 9, "within": "naturalearth:AA.1", "geometry": None, "more": 1}
    (record,) = outlines.records(written(tmp_path, row), "region", Counter({"naturalearth:AA-W": 5}))
    assert (record.entry.name, record.entry.region, record.entry.population) == ("Western Region", row["within"], 5)
    assert {spelling.form for spelling in record.spellings} >= {"Western Region", "Ashia"}
    assert not {"Western", "West"} & {spelling.form for spelling in record.spellings}


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    """File and line number are in the message; a missing file is simply empty."""
    with pytest.raises(ValueError, match=r"regions\.jsonl\.gz, line 1"):
        written(tmp_path, {"id": "x", "name": "X", "lat": "north"})
    assert outlines.outlined(tmp_path / "no.jsonl.gz") == []


def written(folder: Path, row: dict[str, object]) -> list[outlines.Outlined]:
    """The row as it comes back from a file."""
    path = folder / "regions.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode() + b"\n"))
    return outlines.outlined(path)


def test_countries_have_names_in_many_languages() -> None:
    """English from GeoNames and CLDR as names, others as alternates, with the population."""
    bare = GazetteerRecord(
        Entry("naturalearth:BA", "Map Name", "country", 0, 0, "BA", None, 0, 9), (Spelling("Map", "name"),)
    )
    (record,) = countries([bare], {"BA": {"name": "Bosnia and Herzegovina", "population": 3}})
    relations = {spelling.form: spelling.relation for spelling in record.spellings}
    assert (record.entry.name, record.entry.population) == ("Bosnia and Herzegovina", 3)
    assert relations["Bosnia and Herzegovina"] == "name"
    assert relations["Боснія і Герцеговина"] == relations["Map"] == "alternate"


def test_extra_rows_become_places(tmp_path: Path) -> None:
    """The source id is the folded name; variants keep their relation."""
    path = tmp_path / "extra.csv"
    path.write_text(f"{HEADER}\n{GOOD}\n")
    (record,) = extra.reviewed(path)
    assert (record.entry.source, record.entry.kind, record.entry.country) == ("dateline:ash-dam", "site", "AA")
    assert [s.form for s in record.spellings if s.relation == "alternate"] == ["Ashby dam", "Dam of Ash"]


@pytest.mark.parametrize(("line", "message"), FAULTS)
def test_a_faulty_row_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    """Whoever edits the file learns where to look."""
    path = tmp_path / "extra.csv"
    path.write_text(f"{HEADER}\n{line}\n")
    with pytest.raises(ValueError, match=message):
        list(extra.reviewed(path))


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    """All columns by name."""
    path = tmp_path / "extra.csv"
    path.write_text("name,kind\n")
    with pytest.raises(ValueError, match="line 1: no column latitude"):
        list(extra.reviewed(path))


def test_names_are_added_to_places_of_other_sources(tmp_path: Path) -> None:
    """``called`` sets the display name; states get their postal code; an unknown place is an error."""
    path = tmp_path / "names.csv"
    path.write_text(
        "of,relation,forms,source\nnaturalearth:US-XX,called,Ashland,x\nnaturalearth:US-XX,adjective,Ash,x\n"
    )
    state = GazetteerRecord(Entry("naturalearth:US-XX", "X", "region", 0, 0, "US", None, 0, 9), ())
    (record,) = names.with_names([state], path)
    assert record.entry.name == "Ashland"
    assert {(s.form, s.relation) for s in record.spellings} == {
        *(("Ashland", "name"), ("Ash", "adjective"), ("XX", "abbreviation")),
    }
    with pytest.raises(ValueError, match="unknown places: naturalearth:US-XX"):
        list(names.with_names([], path))


def test_a_name_is_taken_from_a_place(tmp_path: Path) -> None:
    """``without`` drops what a source calls a place and nobody else does, however it is spelt."""
    path = tmp_path / "names.csv"
    path.write_text("of,relation,forms,source\nx:1,without,Elmtown,z\n")
    entry = Entry("x:1", "District of Elmtown", "region", 0, 0, "XX", None, 0, 9)
    forms = (Spelling("District of Elmtown", "name"), Spelling("ELMTOWN", "alternate"))
    (record,) = names.with_names([GazetteerRecord(entry, forms)], path)
    assert [spelling.form for spelling in record.spellings] == ["District of Elmtown"]
    with pytest.raises(ValueError, match="unknown places: x:1"):
        list(names.with_names([], path))


@pytest.mark.parametrize("row", ["x,nickname,Y,z", "x,name,,z", ",name,Y,z"])
def test_a_faulty_names_row_is_told(tmp_path: Path, row: str) -> None:
    """Line 2 in the message."""
    path = tmp_path / "names.csv"
    path.write_text(f"of,relation,forms,source\n{row}\n")
    with pytest.raises(ValueError, match="line 2"):
        names.named(path)


def test_a_listed_water_lends_its_names_to_the_drawn_one() -> None:
    """Same name and touching circles: one place; same name far away: two; a twin at the same spot goes."""
    drawn = [water("n:1", "Ash River", 1, 1), water("n:2", "Asch River", 1, 1), water("n:3", "Elm River", 50, 50)]
    listed = [water("d:ash", "River Ash", 1.2, 1, "Ash River", "Asch River"), water("d:elm", "Elm River", -50, 0)]
    found = {record.entry.source: record for record in merged(drawn, listed)}
    assert set(found) == {"n:1", "n:3", "d:elm"}
    assert found["n:1"].entry.name == "River Ash"


def water(source: str, name: str, latitude: float, longitude: float, *more: str) -> GazetteerRecord:
    """A river with a reach of 100 km."""
    entry = Entry(source, name, "water", latitude, longitude, None, None, 0, 100)
    return GazetteerRecord(entry, tuple(Spelling(form, "name") for form in (name, *more)))


def test_our_own_rows_are_sound() -> None:
    """The reviewed files read without a complaint, each row says where it comes from, no name stands twice."""
    records = list(extra.reviewed(ASSETS / "extra.csv"))
    assert len(records) > 150
    assert [source for source, times in Counter(r.entry.source for r in records).items() if times > 1] == []
    with (ASSETS / "names.csv").open(encoding="utf-8") as file:
        assert all(row["source"] for row in csv.DictReader(file))
    read = names.named(ASSETS / "names.csv")
    assert len(read.spellings) > 200
    assert read.called
    assert read.without


def test_reviewed_sites_lie_in_their_country() -> None:
    """A slip of a digit or a swapped sign would put a site abroad: each lies in its country or just off its coast."""
    countries_drawn = outlines.outlined(ASSETS / "countries.jsonl.gz")
    sites = [record.entry for record in extra.reviewed(ASSETS / "extra.csv") if record.entry.kind == "site"]
    points = np.array([(entry.longitude, entry.latitude) for entry in sites])
    held = regions_of(points, np.array([entry.country or "" for entry in sites]), countries_drawn)
    shapes = {row.country: row.geometry for row in countries_drawn if row.geometry}
    for number, entry in enumerate(sites):
        if entry.country and number not in held:
            corners = np.vstack(list(rings(shapes[entry.country])))
            assert np.abs(corners - points[number]).max(axis=1).min() < 0.5, entry.name


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("Western", "Province", "Western Province"),
        ("Western Region", "Region", "Western Region"),
        ("Northeastern Region", "Region", "Northeastern Region"),
        ("Ashland", "Region", "Ashland"),
    ],
)
def test_a_direction_alone_is_told_with_its_type_and_never_with_two(name: str, kind: str, told: str) -> None:
    """ "Western" alone names no region to a reader; "Western Region Region" none to anybody."""
    row = outlines.Outlined(id="x:1", name=name, lat=1.0, lon=2.0, precision_km=3.0, type=kind)
    (record,) = outlines.records([row], "region", {})
    assert record.entry.name == told
