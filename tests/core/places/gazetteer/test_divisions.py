"""Divisions without an outline: counties of Kenya, provinces of the past."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.places.gazetteer.location import ASSETS
from core.places.gazetteer.sources.divisions import COLUMNS, divisions

HEADER = ",".join(COLUMNS)
ELM = "Elm Valley,XX,1.5,2.5,20,3000"


def written(folder: Path, *lines: str) -> Path:
    """The lines as a file."""
    path = folder / "divisions.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    return path


def test_a_row_is_a_region(tmp_path: Path) -> None:
    """With its name, its people and an id of its own."""
    (record,) = divisions(written(tmp_path, ELM))
    assert (record.entry.source, record.entry.kind, record.entry.population) == (
        "division:XX-elm-valley",
        "region",
        3000,
    )
    assert [spelling.form for spelling in record.spellings] == ["Elm Valley"]


@pytest.mark.parametrize("taken", [("XX", "elm valley"), ("", "elm valley")])
def test_what_a_reviewed_list_has_is_left_out(tmp_path: Path, taken: tuple[str, str]) -> None:
    """In the same country, or as an area of several."""
    assert list(divisions(written(tmp_path, ELM), {taken})) == []


def test_a_faulty_row_is_told(tmp_path: Path) -> None:
    """With its line."""
    with pytest.raises(ValueError, match=r"divisions\.csv, line 2: latitude"):
        list(divisions(written(tmp_path, ELM.replace("1.5", "91"))))


def test_the_file_is_sound() -> None:
    """Over a hundred divisions, no id twice."""
    found = [record.entry.source for record in divisions(ASSETS / "divisions.csv")]
    assert len(found) > 100
    assert len(set(found)) == len(found)
