"""``gazetteer``: a newsroom's own places checked before they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.__main__ import main


def test_own_places_are_checked_with_their_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a newsroom's file is told before it is used, and the status says so."""
    head = "name,variants,lat,lon,kind,country,source\n"
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(head + "North Yard,,49.5,36.5,site,UA,seen by our reporter\n", encoding="utf-8")
    bad.write_text(head + "North Yard,,149.5,36.5,site,UA,seen by our reporter\n", encoding="utf-8")
    assert main(["gazetteer", "check", str(good)]) == 0
    assert "No problems" in capsys.readouterr().out
    assert main(["gazetteer", "check", str(bad)]) == 1
    assert "2" in capsys.readouterr().out
