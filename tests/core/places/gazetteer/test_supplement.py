"""A newsroom's own places: read, checked, and part of the gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.__main__ import main
from core.places.gazetteer import Gazetteer, build, location
from core.places.gazetteer import assembly as sources
from core.places.gazetteer.sources.supplement import COLUMNS, check_supplement, supplement

HEADER = ",".join(COLUMNS)
GOOD = "Ash Depot,Depot 9|Ашське депо,48.5,38.25,site,UA,our own visit"
FAULTS = [
    (GOOD.replace("Ash Depot", ""), "line 2: name must be given."),
    (GOOD.replace("our own visit", " "), "line 2: source must be given."),
    (GOOD.replace("Ash Depot", "77"), "line 2: the name '77' has no letters."),
    (GOOD.replace("Depot 9", "9"), "line 2: the variant '9' has no letters."),
    (GOOD.replace("48.5", "98.5"), "line 2: lat must lie between -90 and 90, not 98.5."),
    (GOOD.replace("38.25", "east"), "line 2: lon is not a number: 'east'."),
    (GOOD.replace("38.25", "nan"), "line 2: lon must lie between -180 and 180, not nan."),
    (GOOD.replace("site", "depot"), "line 2: kind must be one of"),
    (GOOD.replace("UA", "Ukraine"), "line 2: country must be a two-letter code, not 'Ukraine'."),
    (GOOD.replace("UA", "QX"), "line 2: QX is no country of ISO 3166-1."),
    (GOOD.replace("48.5", "48,5"), "line 2: 7 cells expected"),
    (GOOD.replace(",our own visit", ""), "line 2: 7 cells expected"),
    (f"{GOOD}\n\n{GOOD}", "line 4: the same name at the same position stands in own.csv, line 2 already."),
]


def written(folder: Path, *lines: str, header: str = HEADER) -> Path:
    """The lines as a file."""
    path = folder / "own.csv"
    path.write_text("\n".join([header, *lines]) + "\n", "utf-8")
    return path


def test_rows_become_places(tmp_path: Path) -> None:
    """Name, variants, position, kind and country; a row without a country is a place at sea."""
    path = written(tmp_path, GOOD, "Ash Reef,,1,2,area,,chart 12")
    (depot, reef), problems = supplement(path)
    assert problems == ()
    assert (depot.entry.name, depot.entry.kind, depot.entry.country) == ("Ash Depot", "site", "UA")
    assert (depot.entry.latitude, depot.entry.longitude) == (48.5, 38.25)
    assert [spelling.form for spelling in depot.spellings] == ["Ash Depot", "Depot 9", "Ашське депо"]
    assert depot.entry.source == "supplement:ash-depot@48.500,38.250"
    assert reef.entry.country is None
    assert check_supplement(path) == ()


@pytest.mark.parametrize(("lines", "message"), FAULTS)
def test_a_faulty_row_is_told_in_one_sentence(tmp_path: Path, lines: str, message: str) -> None:
    """With the file's name and the line."""
    path = written(tmp_path, lines)
    (problem,) = check_supplement(path)
    assert problem.startswith(f"own.csv, {message}")
    assert supplement(path)[1] == (problem,)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Whoever mends a file wants the whole list; good rows between do not hide the bad ones."""
    bad = GOOD.replace("site", "depot")
    problems = check_supplement(written(tmp_path, bad, GOOD, bad))
    assert [problem.split(":")[0] for problem in problems] == ["own.csv, line 2", "own.csv, line 4"]


def test_files_that_are_no_table_are_told(tmp_path: Path) -> None:
    """No such file, an empty one, one in another encoding, one without a column."""
    other = tmp_path / "other.csv"
    assert check_supplement(other) == ("other.csv cannot be read (No such file or directory).",)
    other.write_bytes(b"")
    assert check_supplement(other)[0].startswith("other.csv, line 1: no column name, variants")
    other.write_bytes(f"{HEADER}\nMañana,,1,2,site,,x\n".encode("cp1252"))
    assert "is not UTF-8 text" in check_supplement(other)[0]
    assert check_supplement(written(tmp_path, header="name,lat,lon")) == (
        "own.csv, line 1: no column variants, kind, country, source.",
    )


def test_spreadsheets_habits_are_understood(tmp_path: Path) -> None:
    """A byte order mark, semicolons, capitals in the header, empty lines and a column of one's own."""
    path = tmp_path / "own.csv"
    lines = [f"{HEADER},Note".replace(",", ";").title(), GOOD.replace(",", ";") + ";seen", ";;;;;;;"]
    path.write_text("\r\n".join(lines), "utf-8-sig")
    assert check_supplement(path) == ()
    assert [record.entry.name for record in supplement(path)[0]] == ["Ash Depot"]


def test_the_gazetteer_has_them_and_is_built_anew_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another content is another file."""
    monkeypatch.setattr(sources, "all_cities", dict)
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DATELINE_SUPPLEMENT", raising=False)
    paths = [location.default_path()]
    monkeypatch.setenv("DATELINE_SUPPLEMENT", str(tmp_path / "own.csv"))
    paths.append(location.default_path())
    written(tmp_path, GOOD)
    paths.append(location.default_path())
    records = sources.assemble(lambda _: None, tmp_path)
    with_own = Gazetteer(build(paths[-1], records=records))
    assert with_own.names(["depot 9"])["depot 9"][0].entry.name == "Ash Depot"
    written(tmp_path, GOOD.replace("48.5", "48.6"))
    paths.append(location.default_path())
    assert len(set(paths)) == 4


def test_a_faulty_row_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The good rows are in the gazetteer; whoever keeps the server is told how many are not, without their words."""
    monkeypatch.setattr(sources, "all_cities", dict)
    monkeypatch.setenv("DATELINE_SUPPLEMENT", str(tmp_path / "own.csv"))
    written(tmp_path, GOOD.replace("UA", "QX"), GOOD.replace("Ash Depot", "Elm Depot"))
    told: list[str] = []
    records = list(sources.assemble(told.append, tmp_path))
    assert [record.entry.name for record in records] == ["Elm Depot"]
    (line,) = caplog.messages
    assert line == "Own places: 1 used, 1 problems; `core gazetteer check` lists them."
    assert line in told


def test_a_file_that_is_not_there_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not mounted must not take the map away."""
    monkeypatch.setattr(sources, "all_cities", dict)
    monkeypatch.setenv("DATELINE_SUPPLEMENT", str(tmp_path / "own.csv"))
    assert list(sources.assemble(lambda _: None, tmp_path)) == []


def test_the_file_in_use_is_checked_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`core gazetteer check` without a path lists its problems with their lines."""
    monkeypatch.setenv("DATELINE_SUPPLEMENT", str(written(tmp_path, GOOD, GOOD.replace("site", "depot"))))
    assert main(["gazetteer", "check"]) == 1
    assert capsys.readouterr().out.startswith("own.csv, line 3: kind must be one of")
