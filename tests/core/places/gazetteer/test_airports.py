"""Airports: their names, and which of several towns of one name an airport is called after."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.places.gazetteer import Entry, Gazetteer
from core.places.gazetteer.location import ASSETS
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.airports import COLUMNS, airports

HEADER = ",".join(COLUMNS)
EGYPT = "CAI,Cairo International Airport,Cairo,EG,30.12,31.41"
ILLINOIS = "CIR,Cairo Regional Airport,Cairo,US,37.06,-89.22"


def written(folder: Path, *lines: str) -> Path:
    """The lines as a file."""
    path = folder / "airports.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    return path


def test_the_largest_namesake_has_the_short_name(tmp_path: Path) -> None:
    """Cairo airport is in Egypt."""
    egypt, illinois = airports(written(tmp_path, EGYPT, ILLINOIS), largest={"cairo": "EG"})
    assert {spelling.form for spelling in egypt.spellings} == {"Cairo International Airport", "Cairo Airport"}
    assert [spelling.form for spelling in illinois.spellings] == ["Cairo Regional Airport"]


def test_a_town_with_one_airport_lends_it_its_name(tmp_path: Path) -> None:
    """What stands in brackets is no part of the name."""
    (record,) = airports(written(tmp_path, "ZZZ,Amber (Old) Field,Elmtown,XX,1,2"))
    assert (record.entry.source, record.entry.name, record.entry.kind) == ("iata:ZZZ", "Amber Field", "site")
    assert "Elmtown Airport" in [spelling.form for spelling in record.spellings]


def test_a_listed_airport_stands(tmp_path: Path) -> None:
    """Not twice on the map; a museum beside it is no airport."""
    entry = Entry("dateline:x", "Cairo airport", "site", 30.11, 31.4, "EG", None, 0, 4.0)
    listed = GazetteerRecord(entry, (Spelling("Cairo airport", "name"),))
    museum = GazetteerRecord(entry, (Spelling("Cairo museum", "name"),))
    path = written(tmp_path, EGYPT)
    assert list(airports(path, [listed])) == []
    assert len(list(airports(path, [museum]))) == 1


def test_a_faulty_row_is_told(tmp_path: Path) -> None:
    """With its line."""
    with pytest.raises(ValueError, match=r"airports\.csv, line 2: latitude"):
        list(airports(written(tmp_path, EGYPT.replace("30.12", "130"))))


def test_the_file_is_sound() -> None:
    """Thousands of airports, no code twice, those of Crimea in Ukraine."""
    found = list(airports(ASSETS / "airports.csv"))
    assert len(found) > 7_000
    assert len({record.entry.source for record in found}) == len(found)
    country = {record.entry.source: record.entry.country for record in found}
    assert country["iata:SIP"] == country["iata:UKS"] == "UA"


def test_airports_are_found_as_newspapers_write_them() -> None:
    """Through the gazetteer as it is built."""
    hits = Gazetteer.open().names(["Goma airport", "Cairo airport"])
    assert [hits[form][0].entry.country for form in ("Goma airport", "Cairo airport")] == ["CD", "EG"]
