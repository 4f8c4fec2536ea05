"""Originals: kept by their content, given back only as they came, and let go of when they are old."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from core.desk.originals import DAYS, DAYS_VARIABLE, FOLDER_VARIABLE, Originals

DATA = b"The bridge is closed."
DIGEST = hashlib.sha256(DATA).hexdigest()
DAY = 86_400.0


def files(folder: Path) -> list[Path]:
    """All files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def age(folder: Path, days: float) -> None:
    """Make everything in the folder as old as that."""
    moment = time.time() - days * DAY
    for path in files(folder):
        os.utime(path, (moment, moment))


@pytest.mark.parametrize(
    ("days_old", "dropped"),
    [(0.0, 0), (9.99, 0), (10.01, 1), (400.0, 1)],
)
def test_what_is_old_goes_and_what_is_fresh_stays(tmp_path: Path, days_old: float, dropped: int) -> None:
    """Kept for ten days: a file on either side of the tenth."""
    originals = Originals(tmp_path, days=10)
    assert originals.keep(DATA) == DIGEST
    age(tmp_path, days_old)
    assert originals.drop_old() == dropped
    assert originals.has(DIGEST) == (originals.get(DIGEST) == DATA) == (not dropped)


def test_what_is_needed_stays_however_old(tmp_path: Path) -> None:
    """And what nobody needs goes when it is asked for, however fresh."""
    originals = Originals(tmp_path, days=10)
    other = originals.keep(b"Another file.")
    originals.keep(DATA)
    age(tmp_path, 400)
    assert originals.drop_old({DIGEST}) == 1
    assert originals.get(DIGEST) == DATA
    originals.drop([DIGEST, str(other), "../" + DIGEST])
    assert files(tmp_path) == []


def test_they_lie_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody names another."""
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    Originals().keep(DATA)
    assert [path.relative_to(tmp_path).parts[0] for path in files(tmp_path)] == ["originals"]


def test_handed_in_again_is_kept_anew(tmp_path: Path) -> None:
    """The days count from the last time; there is still one file."""
    originals = Originals(tmp_path, days=10)
    originals.keep(DATA)
    age(tmp_path, 400)
    assert originals.keep(DATA) == DIGEST
    assert originals.drop_old() == 0
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("found", [b"", DATA[:-1], DATA + b" ", b"The bridge is opened."])
def test_a_corrupted_original_is_not_handed_out(tmp_path: Path, found: bytes) -> None:
    """Bytes that are no longer those handed in are none."""
    originals = Originals(tmp_path)
    originals.keep(DATA)
    (path,) = files(tmp_path)
    path.write_bytes(found)
    assert originals.get(DIGEST) is None


@pytest.mark.parametrize("digest", ["", "..", "../" + DIGEST, DIGEST.upper(), DIGEST[:-1], DIGEST + "0", DIGEST + "\n"])
def test_only_a_hash_finds_an_original(tmp_path: Path, digest: str) -> None:
    """Nothing that a user writes becomes part of a path."""
    originals = Originals(tmp_path)
    originals.keep(DATA)
    assert originals.get(digest) is None
    assert not originals.has(digest)


def test_each_is_stored_once_under_its_hash_and_nobody_elses_eyes(tmp_path: Path) -> None:
    """Two texts, two files, nothing half-written beside them; a text never handed in is not there."""
    originals = Originals(tmp_path / "kept")
    for data in (DATA, b"", DATA):
        originals.keep(data)
    assert sorted(path.name for path in files(tmp_path)) == sorted([DIGEST, hashlib.sha256(b"").hexdigest()])
    assert {path.parent.name for path in files(tmp_path)} == {DIGEST[:2], hashlib.sha256(b"").hexdigest()[:2]}
    assert all(path.parent.stat().st_mode & 0o077 == 0 for path in files(tmp_path))
    assert originals.get("0" * 64) is None
    assert not originals.has("0" * 64)


def test_a_disk_that_takes_nothing_is_logged_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The article is read all the same: there is no hash to come back for, and no half file."""

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert Originals(tmp_path).keep(DATA) is None
    assert files(tmp_path) == []
    assert "could not be kept" in caplog.text
    assert DIGEST not in caplog.text


@pytest.mark.parametrize(("said", "days"), [("2", 2.0), ("0.5", 0.5), ("soon", DAYS), (None, DAYS)])
def test_the_newsroom_sets_folder_and_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str | None, days: float
) -> None:
    """By environment; a setting that is no number counts as none."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    if said is None:
        monkeypatch.delenv(DAYS_VARIABLE, raising=False)
    else:
        monkeypatch.setenv(DAYS_VARIABLE, said)
    originals = Originals()
    originals.keep(DATA)
    assert len(files(tmp_path)) == 1
    age(tmp_path, days - 0.01)
    assert originals.drop_old() == 0
    age(tmp_path, days + 0.01)
    assert originals.drop_old() == 1
