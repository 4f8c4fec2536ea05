"""The README names what is there, and all of it: commands, folders, settings; the changelog names the version."""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path

from core.__main__ import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SERVER_ALONE = {"extractor", "reader"}
"""Commands that only a server starts, which speaks to them through pipes."""


def commands() -> set[str]:
    """The commands that the parser knows."""
    known = argparse.ArgumentParser().add_subparsers()
    for command in COMMANDS:
        command.add_to(known)
    return set(known.choices)


def test_every_command_is_told() -> None:
    """And every command told is there."""
    told = set(re.findall(r"^python -m core (\w+)", README, re.MULTILINE))
    assert told == commands() - SERVER_ALONE
    record = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^dateline (\w+)", record, re.MULTILINE)) <= told


def test_every_tool_of_the_tests_is_there() -> None:
    """What is called as a module is one."""
    told = re.findall(r"^python -m (tests\.\w+)", README, re.MULTILINE)
    assert told
    assert [name for name in told if not (ROOT / name.replace(".", "/") / "__main__.py").is_file()] == []


def test_the_tree_is_as_told() -> None:
    """Every folder of the core and every other one that is drawn, where it is drawn."""
    drawn = re.findall(r"^( {4,8})(\w[\w./ …]*?)(?: {2,}|   )\S", README, re.MULTILINE)
    above, found = "", []
    for indent, names in drawn:
        for name in re.findall(r"[\w.]+/?", names):
            above = name if len(indent) == 4 else above
            found.append(name if len(indent) == 4 else above + name)
    assert [path for path in found if not (ROOT / path).exists()] == []
    own = {f"core/{p.name}/" for p in (ROOT / "core").iterdir() if p.is_dir() and (p / "__init__.py").is_file()}
    assert sorted(own - set(found)) == []


def test_every_setting_is_told() -> None:
    """Environment variables that the code reads, and no others."""
    code = "".join(
        path.read_text(encoding="utf-8") for folder in ("core", "pages") for path in (ROOT / folder).rglob("*.py")
    )
    read = set(re.findall(r'"(DATELINE_[A-Z_]+)"', code))
    assert read == set(re.findall(r"`(DATELINE_[A-Z_]+)`", README))


def test_the_changelog_begins_with_this_version() -> None:
    """Under its day."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first = re.search(
        r"^## \[(.+?)\] - \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert first
    assert first[1] == project["version"]
