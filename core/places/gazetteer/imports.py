"""Takes GeoNames' dump files in, in batches: a database beside the gazetteer, which every build copies from.

An import may take an hour and may be killed: each batch is written together with how far it came, so that the next
call goes on there. The gazetteer itself changes only when a whole file is in, by being built anew.
"""

from __future__ import annotations

import hashlib
import io
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from filelock import FileLock

from core.places.gazetteer.dump import feature, other_name
from core.places.gazetteer.location import cache_folder, imports_path
from core.places.gazetteer.record import Spelling
from core.places.gazetteer.writer import keys

Progress = Callable[[str], None]
Row = tuple[Any, ...]
BATCH = 20_000
"""Lines between two positions that are kept."""
OTHER_NAMES = "alternateNamesV2"

_TABLES = """
CREATE TABLE IF NOT EXISTS file (id INTEGER PRIMARY KEY, name TEXT, digest TEXT UNIQUE, position INTEGER, done INTEGER);
CREATE TABLE IF NOT EXISTS place (
    file INTEGER, id INTEGER, name TEXT, kind TEXT, latitude REAL, longitude REAL, country TEXT, admin1 TEXT,
    stands_for TEXT, population INTEGER, precision_km REAL, PRIMARY KEY (file, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS form (
    file INTEGER, place INTEGER, sort TEXT, key TEXT, relation INTEGER, PRIMARY KEY (file, place, sort, key)
) WITHOUT ROWID;
"""


def import_geonames(paths: Sequence[str | Path], progress: Progress) -> None:
    """Takes in ``XX.zip``, ``allCountries.zip`` and ``alternateNamesV2.zip``; goes on where a killed call stopped.

    A file that is in already is passed over; a newer one of the same name takes the older one's place. Opening the
    gazetteer afterwards builds it anew.

    Args:
        paths: the files as GeoNames gives them out.
        progress: called with a line for people after each batch.

    Raises:
        OSError: a file cannot be read, or the cache folder cannot be written.
        ValueError: a file is no dump, or a line does not fit; names file and line.
    """
    cache_folder().mkdir(parents=True, exist_ok=True)
    with FileLock(cache_folder() / "imports.lock"), closing(_opened()) as connection:
        connection.executescript(_TABLES)
        for path in map(Path, paths):
            _take_in(connection, path, progress)


def _opened() -> sqlite3.Connection:
    """Waits for a build that is just copying; holds the upper levels of a tree of millions of names in memory."""
    connection = sqlite3.connect(imports_path(), timeout=600)
    connection.execute("PRAGMA cache_size = -128000")
    return connection


def _take_in(connection: sqlite3.Connection, path: Path, progress: Progress) -> None:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    number, position, done = _known(connection, path.name, digest)
    if done:
        progress(f"{path.name} is in already.")
        return
    with _lines(path) as lines:
        rest = islice(lines, position, None)
        while batch := list(islice(rest, BATCH)):
            with connection:  # rows and position together or not at all
                _write(connection, number, path, position, batch)
                position += len(batch)
                connection.execute("UPDATE file SET position = ? WHERE id = ?", (position, number))
            progress(f"{path.name}: {position:,} lines read …")
    with connection:
        connection.execute("UPDATE file SET done = 1 WHERE id = ?", (number,))
        _forget_older(connection, path.name, number)
    progress(f"{path.name} is in: {position:,} lines.")


def _known(connection: sqlite3.Connection, name: str, digest: str) -> tuple[int, int, int]:
    """The file's number, how many of its lines are in, and whether all are."""
    with connection:
        connection.execute("INSERT OR IGNORE INTO file VALUES (NULL, ?, ?, 0, 0)", (name, digest))
    number, position, done = connection.execute(
        "SELECT id, position, done FROM file WHERE digest = ?", (digest,)
    ).fetchone()
    return number, position, done


def _forget_older(connection: sqlite3.Connection, name: str, newest: int) -> None:
    for (older,) in connection.execute("SELECT id FROM file WHERE name = ? AND id != ?", (name, newest)).fetchall():
        connection.execute("DELETE FROM place WHERE file = ?", (older,))
        connection.execute("DELETE FROM form WHERE file = ?", (older,))
        connection.execute("DELETE FROM file WHERE id = ?", (older,))


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[str]]:
    """The lines of the table in the archive, which is named like the archive."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(f"{path.stem}.txt") as file:
            # only line feeds end a line: names may hold characters that Unicode calls line ends
            yield iter(io.TextIOWrapper(file, encoding="utf-8", newline="\n"))
    except (zipfile.BadZipFile, KeyError):
        raise ValueError(f"{path.name} is no dump of GeoNames: it should hold {path.stem}.txt") from None


def _write(connection: sqlite3.Connection, number: int, path: Path, position: int, batch: Iterable[str]) -> None:
    places: list[Row] = []
    forms: list[Row] = []
    read = _read_other_name if path.stem == OTHER_NAMES else _read_place
    for at, line in enumerate(batch, start=position + 1):
        try:
            place, named = read(line)
        except ValueError as error:
            raise ValueError(f"{path.name}, line {at}: {error}") from error
        places += [(number, *row) for row in place]
        forms += [(number, *row) for row in named]
    connection.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", places)
    # in the order of the tree: other names come in the order of their own numbers, which scatters over the places
    connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?, ?, ?, ?)", sorted(forms))


def _read_place(line: str) -> tuple[list[Row], list[Row]]:
    """Rows for both tables, still without the number of the file."""
    f = feature(line)
    if f is None:
        return [], []
    place = (f.number, f.name, f.kind, f.latitude, f.longitude, f.country, f.admin1, f.stands_for)
    romanised = f.country if f.kind in ("settlement", "region") else None
    return [(*place, f.population, f.precision_km)], list(_forms(f.number, romanised, f.spellings))


def _read_other_name(line: str) -> tuple[list[Row], list[Row]]:
    named = other_name(line)
    return [], list(_forms(named[0], None, [named[1]])) if named else []


def _forms(place: int, country: str | None, spellings: Iterable[Spelling]) -> Iterator[Row]:
    for spelling in spellings:
        for sort, key, relation in keys(spelling, country):
            yield place, sort, key, relation
