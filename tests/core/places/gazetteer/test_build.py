"""How the gazetteer file comes to be: once, whole, and again when its inputs change."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.places.gazetteer import Entry, Gazetteer, build, location, schema
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.writer import write

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
BUILDER = """
import sys, time
from pathlib import Path
from core.places.gazetteer.build import build
from tests.core.places.gazetteer.test_build import small

def slowly():
    for record in small():
        print("building", flush=True)
        if "forever" in sys.argv:
            time.sleep(600)
        yield record

build(Path(sys.argv[1]), records=slowly())
print("done", flush=True)
"""


def small() -> Iterator[GazetteerRecord]:
    """A world of one country, one region, two towns and an area."""
    country = Entry("naturalearth:AA", "Aland", "country", 1, 1, "AA", None, 5000, 100)
    region = Entry("naturalearth:AA-1", "Upper Aland", "region", 1, 1, "AA", None, 4000, 50)
    town = Entry("geonames:1", "Old Ash", "settlement", 1.5, 1.5, "AA", "naturalearth:AA-1", 900, 2)
    village = Entry("geonames:2", "New Ash", "settlement", 0.5, 0.5, "AA", None, 90, 2)
    area = Entry("dateline:ashlands", "Ashlands", "area", 1, 1, "AA", None, 0, 60)
    yield GazetteerRecord(country, (Spelling("Aland", "name"), Spelling("A.L.", "abbreviation")), SQUARE)
    yield GazetteerRecord(region, (Spelling("Upper Aland", "name"),), SQUARE)
    yield GazetteerRecord(town, (Spelling("Old Ash", "name"), Spelling("Alt-Asch", "alternate")))
    yield GazetteerRecord(village, (Spelling("New Ash", "name"),))
    yield GazetteerRecord(area, (Spelling("Ashlands", "name"),), None, ("naturalearth:AA-1",))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, named by the environment."""
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    return tmp_path


def test_a_small_gazetteer_answers(folder: Path) -> None:
    """What goes in comes out: names, abbreviations, outlines, and what lies in what."""
    gazetteer = Gazetteer(build(folder / "gazetteer-x.sqlite", records=small()))
    names = gazetteer.names(["alt asch", "A.L.", "AL", "Old Ash"])
    assert {form: hits[0].entry.source for form, hits in names.items()} == {
        "alt asch": "geonames:1",
        "A.L.": "naturalearth:AA",
        "Old Ash": "geonames:1",
    }
    assert gazetteer.outline("naturalearth:AA") == SQUARE
    assert gazetteer.outline("dateline:ashlands") == {"type": "MultiPolygon", "coordinates": [SQUARE["coordinates"]]}
    assert gazetteer.wholes("geonames:1") == {"naturalearth:AA-1", "naturalearth:AA", "dateline:ashlands"}
    assert gazetteer.reverse((0.6, 0.6)).raw["name"] == "New Ash"


def test_a_file_that_is_there_is_not_built_again(folder: Path) -> None:
    """The second call reads nothing; ``anew`` does it all the same."""
    path = build(folder / "gazetteer-x.sqlite", records=small())
    before = path.stat().st_ino
    assert build(path, records=iter([])) == path
    assert path.stat().st_ino == before
    build(path, records=small(), anew=True)
    assert path.stat().st_ino != before


def test_the_file_is_named_after_its_inputs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the tables or of a package is another file, in the folder that the environment names."""
    names = {location.default_path()}
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    names.add(location.default_path())
    monkeypatch.setattr(location, "version", lambda package: f"{package} 0")
    names.add(location.default_path())
    assert len(names) == 3
    assert {name.parent for name in names} == {folder}


def test_an_asset_that_changes_makes_another_digest(tmp_path: Path) -> None:
    """Content counts, not the time of the file."""
    asset = tmp_path / "extra.csv"
    asset.write_text("name\n")
    first = location.inputs_digest(tmp_path)
    os.utime(asset, (1, 1))
    assert location.inputs_digest(tmp_path) == first
    asset.write_text("name\nKremlin\n")
    assert location.inputs_digest(tmp_path) != first


def test_files_of_other_versions_go_when_nobody_uses_them(folder: Path) -> None:
    """One that was opened today stays: another installation may share the cache."""
    unused, used, foreign = (folder / name for name in ("gazetteer-1.sqlite", "gazetteer-2.sqlite", "other.sqlite"))
    for file in (unused, used, foreign):
        file.write_bytes(b"")
    for file in (unused, foreign):
        os.utime(file, (1, 1))
    build(folder / "gazetteer-x.sqlite", records=small())
    assert (unused.exists(), used.exists(), foreign.exists()) == (False, True, True)


def test_a_failed_build_leaves_nothing(folder: Path) -> None:
    """A faulty source raises, the half file goes, and the next build succeeds."""
    path = folder / "gazetteer-x.sqlite"
    twice = [*small(), next(small())]
    with pytest.raises(ValueError, match="share the source naturalearth:AA"):
        build(path, records=twice)
    assert list(folder.glob("*.sqlite")) + list(folder.glob("*.part*")) == []
    assert whole(build(path, records=small()))


def test_a_part_that_nobody_brings_is_refused(tmp_path: Path) -> None:
    """A typing error in ``parts`` is said, not drawn as nothing."""
    area = GazetteerRecord(
        Entry("dateline:x", "X", "area", 0, 0, None, None, 0, 1), (Spelling("X", "name"),), None, ("no:y",)
    )
    with pytest.raises(ValueError, match="no:y"):
        write(tmp_path / "x", [area], print)


def test_a_build_that_is_killed_leaves_no_half_file(folder: Path) -> None:
    """The next process finds no gazetteer and no lock, and builds a whole one."""
    path = folder / "gazetteer-x.sqlite"
    builder = started(path, "forever")
    assert builder.stdout is not None
    assert builder.stdout.readline() == "building\n"
    assert list(folder.glob("*.part"))
    builder.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    builder.wait()
    builder.stdout.close()
    assert not path.exists()
    assert whole(build(path, records=small()))
    assert list(folder.glob("*.part*")) == []


def test_two_processes_at_once_get_one_good_file(folder: Path) -> None:
    """One builds, the other waits for it and uses what it made."""
    path = folder / "gazetteer-x.sqlite"
    outputs = [builder.communicate()[0].split() for builder in [started(path), started(path)]]
    assert sorted(output.count("building") for output in outputs) == [0, 5]
    assert all(output[-1] == "done" for output in outputs)
    assert whole(path)


def test_progress_is_told(folder: Path) -> None:
    """A line at the start, one in between, one at the end."""
    lines: list[str] = []
    build(folder / "gazetteer-x.sqlite", lines.append, records=small())
    assert len(lines) >= 3
    assert lines[0].startswith("Preparing")
    assert "ready" in lines[-1]


def started(path: Path, *arguments: str) -> subprocess.Popen[str]:
    """A process that builds at ``path``."""
    command = [sys.executable, "-c", BUILDER, str(path), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[4])


def whole(path: Path) -> bool:
    """Whether SQLite can read the file from end to end and all five places are there."""
    with sqlite3.connect(path) as connection:
        checked = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return bool(checked == "ok" and connection.execute("SELECT count(*) FROM entry").fetchone()[0] == 5)


def test_opening_takes_no_time_when_built(folder: Path) -> None:
    """A second start costs well under a second."""
    path = build(folder / "gazetteer-x.sqlite", records=small())
    before = time.perf_counter()
    Gazetteer.open(path)
    assert time.perf_counter() - before < 1
