"""Whoever hands in a file learns what became of it, whatever happens on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.desk.intake import Intake
from core.desk.originals import Originals
from core.ingest import Outcome


class _Broken:
    """A reader with a fault of its own."""

    def read(self, data: bytes, name: str, **_: object) -> Outcome:
        raise LookupError(name)

    def close(self) -> None:
        """Nothing to end."""


def test_a_fault_of_ours_is_an_outcome(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nobody waits for ever; the log says what it was."""
    intake = Intake(_Broken, Originals(tmp_path))
    try:
        reception = intake.hand_in(b"The bridge is closed.", "a.txt")
        assert reception.wait(20)
    finally:
        intake.close()
    assert reception.outcome is not None
    assert (reception.outcome.name, reception.outcome.code) == ("a.txt", "crashed")
    assert "could not be received" in caplog.text
