"""GeoNames' dump files, taken in batch by batch and kept by every build."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.places.gazetteer import Gazetteer, assembly, imports, location
from core.places.gazetteer import build as build_gazetteer
from core.places.gazetteer.dump import feature, other_name
from core.places.gazetteer.entry import Entry
from core.places.gazetteer.imports import import_geonames
from core.places.gazetteer.record import GazetteerRecord

OWN = [
    GazetteerRecord(Entry("naturalearth:UA-63", "Kharkiv", "region", 49.5, 36.5, "UA", None, 9, 150), ()),
    GazetteerRecord(Entry("census:48201", "Harris County", "region", 29.8, -95.4, "US", None, 9, 50), ()),
]
KNOWN = {"UA.07": "naturalearth:UA-63", "US.TX.201": "census:48201"}
KINDS = [
    ("P", "PPL", "settlement", 2.0),
    ("P", "PPLC", "settlement", 2.0),
    ("A", "ADM1", "region", 100.0),
    ("A", "ADM2", "region", 30.0),
    ("A", "ADM4", "region", 10.0),
    ("A", "PCLI", "country", 500.0),
    ("H", "LK", "water", 10.0),
    ("S", "AIRP", "site", 1.0),
    ("L", "RGN", "area", 20.0),
    ("T", "MT", "area", 10.0),
]


def line(number: int, name: str, place: str = "P.PPL", admin: str = "..", country: str = "UA", more: str = "") -> str:
    """A line of a dump: 19 columns, tabs between them."""
    place_class, code = place.split(".")
    admin1, admin2, _ = admin.split(".")
    start = [str(number), name, name, more, "48.5", "38.25", place_class, code, country, "", admin1, admin2, "", ""]
    return "\t".join([*start, "120", "", "61", "Europe/Kyiv", "2024-05-01"]) + "\n"


def other(number: int, language: str, name: str) -> str:
    """A line of the alternate names: ten columns."""
    return "\t".join(["1", str(number), language, name, "", "", "", "", "", ""]) + "\n"


def dump(folder: Path, stem: str, *lines: str) -> Path:
    """An archive as GeoNames gives it out."""
    path = folder / f"{stem}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about the columns")
        archive.writestr(f"{stem}.txt", "".join(lines))
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and a gazetteer that has one region and one county of its own."""
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    monkeypatch.delenv("DATELINE_SUPPLEMENT", raising=False)
    monkeypatch.setattr(assembly, "assemble", lambda _: iter(OWN))
    monkeypatch.setattr(assembly, "known_divisions", lambda: KNOWN)
    return tmp_path


def silent(_: str) -> None:
    """Nobody listens."""


@pytest.mark.parametrize(("place_class", "code", "kind", "reach"), KINDS)
def test_feature_codes_become_kinds(place_class: str, code: str, kind: str, reach: float) -> None:
    """Each class has its kind and about its extent."""
    found = feature(line(7, "Ashove", f"{place_class}.{code}"))
    assert found
    assert (found.kind, found.precision_km) == (kind, reach)


def test_a_line_has_its_columns() -> None:
    """Names without codes, position, country and divisions; roads are left out."""
    found = feature(line(7, "Ashove", "A.ADM2", "07.0712.", more="ASH,Ashovo,Ашове,7"))
    assert found
    assert [spelling.form for spelling in found.spellings] == ["Ashove", "Ashovo", "Ашове"]
    assert (found.latitude, found.longitude, found.population) == (48.5, 38.25, 120)
    assert (found.admin1, found.stands_for) == ("UA.07", "UA.07.0712")
    assert feature(line(8, "Ash Road", "R.RD")) is None


@pytest.mark.parametrize(
    ("language", "name", "relation"),
    [("uk", "Ашове", "alternate"), ("", "Ashovo", "alternate"), ("abbr", "ASH", "abbreviation")],
)
def test_other_names_have_their_relation(language: str, name: str, relation: str) -> None:
    """A language or none is a name; an abbreviation is one."""
    found = other_name(other(7, language, name))
    assert found
    assert (found[0], found[1].form, found[1].relation) == (7, name, relation)


@pytest.mark.parametrize("language", ["link", "post", "iata", "wkdt"])
def test_codes_are_no_names(language: str) -> None:
    """Web addresses and codes stand in the same column."""
    assert other_name(other(7, language, "Ashove")) is None


def test_imported_places_are_found(folder: Path) -> None:
    """Places, their other names and romanisations, in their region; the region itself stays the drawn one."""
    towns = dump(
        folder,
        "UA",
        line(9_000_001, "Ashivka", admin="07..", more="Ашівка"),
        line(9_000_002, "Elm Lake", "H.LK", admin="07.."),
        line(706_482, "Kharkiv Oblast", "A.ADM1", admin="07..", more="Ashland Oblast"),
    )
    names = dump(folder, "alternateNamesV2", other(9_000_001, "de", "Eschendorf"), other(1, "de", "Nirgends"))
    before = location.default_path()
    import_geonames([towns, names], silent)
    gazetteer = Gazetteer.open()
    assert gazetteer.path != before
    found = gazetteer.names(["Ashivka", "Eschendorf", "Elm Lake", "Ashland Oblast", "Nirgends"])
    assert {form: [hit.entry.source for hit in hits] for form, hits in found.items()} == {
        "Ashivka": ["geonames:9000001"],
        "Eschendorf": ["geonames:9000001"],
        "Elm Lake": ["geonames:9000002"],
        "Ashland Oblast": ["naturalearth:UA-63"],
    }
    assert found["Ashivka"][0].entry.region == "naturalearth:UA-63"
    assert gazetteer.variants(["Ashovka"])["Ashovka"][0].entry.source == "geonames:9000001"
    again = Gazetteer(build_gazetteer(anew=True))
    assert "Eschendorf" in again.names(["Eschendorf"])


def test_a_county_keeps_its_generic_word(folder: Path) -> None:
    """GeoNames lists the bare name of a county that we know by its outline: it is not taken over."""
    import_geonames([dump(folder, "US", line(4_696_376, "Harris", "A.ADM2", "TX.201.", "US", "Harrisland"))], silent)
    assert Gazetteer.open().names(["Harris", "Harrisland"]) == {}


def test_a_killed_import_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in is not read again, what is half in is not used, and in the end nothing is missing."""
    monkeypatch.setattr(imports, "BATCH", 2)
    path = dump(folder, "UA", *(line(9_000_000 + n, f"Ash {'abcde'[n]}ova") for n in range(5)))
    told: list[str] = []

    def killed(progress: str) -> None:
        told.append(progress)
        raise KeyboardInterrupt

    before = location.default_path()
    with pytest.raises(KeyboardInterrupt):
        import_geonames([path], killed)
    assert location.default_path() == before
    import_geonames([path], told.append)
    assert [progress.split()[1] for progress in told] == ["2", "4", "5", "is"]
    assert location.default_path() != before
    assert len(Gazetteer.open().names([f"Ash {letter}ova" for letter in "abcde"])) == 5
    import_geonames([path], told.append)
    assert told[-1] == "UA.zip is in already."


def test_a_newer_file_takes_the_place_of_the_older(folder: Path) -> None:
    """A place that GeoNames has removed goes."""
    import_geonames([dump(folder, "UA", line(9_000_001, "Ashivka"), line(9_000_002, "Elmivka"))], silent)
    import_geonames([dump(folder, "UA", line(9_000_002, "Elmivka"))], silent)
    assert set(Gazetteer.open().names(["Ashivka", "Elmivka"])) == {"Elmivka"}


def test_a_faulty_file_is_told(folder: Path) -> None:
    """No archive, an archive of something else, a line that does not fit."""
    rubbish = folder / "UA.zip"
    rubbish.write_bytes(b"rubbish")
    with pytest.raises(ValueError, match=r"UA\.zip is no dump of GeoNames: it should hold UA\.txt"):
        import_geonames([rubbish], silent)
    with pytest.raises(ValueError, match=r"PL\.zip is no dump"):
        import_geonames([dump(folder, "CZ").rename(folder / "PL.zip")], silent)
    with pytest.raises(ValueError, match=r"XX\.zip, line 2: 19 columns expected, not 2"):
        import_geonames([dump(folder, "XX", line(1, "Ash"), "2\tElm\n")], silent)
    with pytest.raises(ValueError, match="line 1: 8 columns"):
        import_geonames([dump(folder, "alternateNamesV2", "1\t2\n")], silent)
    with pytest.raises(FileNotFoundError):
        import_geonames([folder / "no.zip"], silent)


def test_codes_of_divisions_lead_to_outlines() -> None:
    """Countries, regions and counties by the codes that the dumps use."""
    known = assembly.known_divisions()
    wanted = {"UA": "naturalearth:UA", "UA.07": "naturalearth:UA-63", "US.TX": "naturalearth:US-TX"}
    assert wanted.items() <= known.items()
    assert known["US.TX.201"] == "census:48201"
    assert sum(source.startswith("census:") for source in known.values()) == 3100
