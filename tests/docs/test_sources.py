"""``assets/SOURCES.md`` names every data file, with what is in it and where it is from."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "assets" / "SOURCES.md").read_text(encoding="utf-8")


def test_every_data_file_is_named() -> None:
    """In the first column of a table that has a second and a third; nothing is named that is not there."""
    rows = re.findall(r"^\| (`.+?) \| (.+?) \| (.+?) \|$", TEXT.partition("## Files one by one")[2], re.MULTILINE)
    named = [pattern for cell, *_ in rows for pattern in re.findall(r"`([^`]+)`", cell)]
    found = [path for folder in ("assets", "core") for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    data = [path.relative_to(ROOT).as_posix() for path in found if path.suffix not in (".py", ".pyc")]
    patterns = [name if name.startswith("core/") else f"assets/{name}" for name in named]
    assert [file for file in data if not any(fnmatchcase(file, p) for p in patterns)] == ["assets/SOURCES.md"]
    assert [pattern for pattern in patterns if not any(fnmatchcase(file, pattern) for file in data)] == []
