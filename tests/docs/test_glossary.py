"""The glossary leads to files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [line.strip("|").split(" | ") for line in GLOSSARY.splitlines() if line.startswith("|") and "---" not in line]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_a_word_of_the_house_has_the_literatures_word_and_a_place(row: list[str]) -> None:
    """Four cells, none empty; each path of the last is there."""
    assert len(row) == 4 and all(cell.strip() for cell in row)
    paths = re.findall(r"`([^`]+)`", row[3])
    assert paths or row[3].strip() == "Where"
    assert [path for path in paths if not (ROOT / path).exists()] == []
