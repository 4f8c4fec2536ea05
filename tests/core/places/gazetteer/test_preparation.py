"""The gazetteer made beside a server that serves already."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from core.places.gazetteer.build import Progress
from core.places.gazetteer.preparation import Preparation

WAIT = 10.0


class Maker:
    """Makes a file when it is told to, or fails."""

    def __init__(self, path: Path, fault: Exception | None = None) -> None:
        self.path, self.fault = path, fault
        self.go, self.over = threading.Event(), threading.Event()
        self.times = 0

    def __call__(self, _: Path | None, progress: Progress | None) -> Path:
        """One making."""
        self.times += 1
        assert progress is not None
        progress("half of it")
        assert self.go.wait(WAIT)
        try:
            if self.fault:
                raise self.fault
            self.path.touch()
            return self.path
        finally:
            self.over.set()


def settled(preparation: Preparation) -> None:
    """Until its thread has ended."""
    for thread in threading.enumerate():
        if thread.name == "dateline-gazetteer":
            thread.join(WAIT)


def test_one_that_is_there_is_ready(tmp_path: Path) -> None:
    """Nothing is made."""
    path = tmp_path / "gazetteer.sqlite"
    path.touch()
    maker = Maker(path)
    assert Preparation(lambda: path, maker).ready
    assert maker.times == 0


def test_a_missing_one_is_made_once(tmp_path: Path) -> None:
    """However often pages look; meanwhile they can say how far it is."""
    maker = Maker(tmp_path / "gazetteer.sqlite")
    preparation = Preparation(lambda: maker.path, maker)
    assert [preparation.ready for _ in range(5)] == [False] * 5
    maker.go.set()
    settled(preparation)
    assert (preparation.ready, preparation.line, maker.times) == (True, "half of it", 1)


@pytest.mark.parametrize("fault", [OSError("no room"), ValueError("places.csv, line 3: no latitude")])
def test_a_failure_is_told_and_not_repeated(tmp_path: Path, fault: Exception) -> None:
    """The sentence stands until the server is started again."""
    maker = Maker(tmp_path / "gazetteer.sqlite", fault)
    preparation = Preparation(lambda: maker.path, maker)
    maker.go.set()
    assert not preparation.ready
    settled(preparation)
    assert (preparation.ready, preparation.fault, maker.times) == (False, str(fault), 1)
