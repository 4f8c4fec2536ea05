"""The outside geocoder from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.__main__ import main
from core.places.gazetteer.location import default_path
from core.places.geocoder import service
from tests.core.places.geocoder.server import Fake, Reply, geocoder, nominatim, nominatim_place

NAME = "Brodkivtsinove"
TEXT = f"Shells fell on the village of {NAME} near Kharkiv on Monday, the army said."


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """A geocoder on this machine that the environment names; its answers lie in a folder of the test."""
    gazetteer = default_path()
    (tmp_path / gazetteer.name).symlink_to(gazetteer)
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    with geocoder() as running:
        monkeypatch.setenv("DATELINE_GEOCODER", "nominatim")
        monkeypatch.setenv("DATELINE_GEOCODER_URL", f"http://{running.address}")
        monkeypatch.setenv("DATELINE_GEOCODER_SECONDS", "0")
        service.outside.cache_clear()
        yield running
        service.outside.cache_clear()


def extracted(capsys: pytest.CaptureFixture[str], folder: Path, *options: str) -> dict[str, object]:
    """The village in the record of one article."""
    path = folder / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(path), *options]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    (found,) = [place for place in json.loads(line)["places"] if place["text"] == NAME]
    return dict(found)


def test_nobody_is_asked_without_the_word(fake: Fake, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Settings alone do not make a command ask."""
    found = extracted(capsys, tmp_path)
    assert (found["latitude"], found["source"], found["outside"]) == (None, None, "askable")
    assert fake.asked == []


def test_extract_with_answers(fake: Fake, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The unknown village, and nothing else of the article, is asked for and located."""
    fake.replies[NAME] = nominatim(nominatim_place(NAME, 49.5, 36.5))
    found = extracted(capsys, tmp_path, "--outside")
    assert fake.asked == [NAME]
    assert (found["latitude"], found["longitude"], found["country"]) == (49.5, 36.5, "UA")
    assert (found["source"], found["outside"]) == ("nominatim:osm/node/107775", "found")


def test_silence_is_no_failure(fake: Fake, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The record is written all the same and says that nobody answered."""
    fake.replies[NAME] = Reply(b"", 500)
    found = extracted(capsys, tmp_path, "--outside", "--outside-wait", "1")
    assert (found["latitude"], found["outside"]) == (None, "unavailable")


def test_list_ask_forget(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """An administrator tries the setting, sees all that was ever sent, and can drop it."""
    fake.replies[NAME] = nominatim(nominatim_place(NAME, 49.5, 36.5))
    assert main(["outside", "ask", NAME, "Nowhere"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{NAME}: found: {NAME}, Kharkiv Oblast, Ukraine",
        "Nowhere: unknown there",
    ]
    assert main(["outside", "list"]) == 0
    said = capsys.readouterr().out
    assert f"2 names were sent to Nominatim at {fake.address}." in said
    assert NAME in said
    assert main(["outside", "forget"]) == 0
    assert "2 names forgotten." in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["outside", "list"], ["extract", "--outside", "nothing.txt"]])
def test_without_a_setting_it_says_how(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence and a status, no traceback."""
    service.outside.cache_clear()
    assert main(arguments) == 2
    assert "DATELINE_GEOCODER_URL" in capsys.readouterr().err
    monkeypatch.setenv("DATELINE_GEOCODER", "google")
    service.outside.cache_clear()
    assert main(arguments) == 2
    assert "must be nominatim or photon" in capsys.readouterr().err
    service.outside.cache_clear()
