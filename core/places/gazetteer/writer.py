"""Writes records into a new SQLite file."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from core.places.gazetteer import arabic, misspelling, schema
from core.places.gazetteer.entry import RELATIONS
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.skeleton import skeleton

Row = tuple[str, int, int]
_NUMBER = {relation: number for number, relation in enumerate(RELATIONS)}
_SLAVIC = frozenset({"UA", "RU", "BY", "MD", "BG", "RS", "MK", "ME", "BA", "KZ", "KG"})
"""Where names are romanised from Cyrillic in several ways; elsewhere loose keys would only bring false hits."""
_SHORTEST_VARIANT = 5
"""Letters of a name that is also found in other romanisations."""

ARABIC = "arabic "
"""Opens the keys of names from Arabic and Hebrew among the variants."""


def write(path: Path, records: Iterable[GazetteerRecord], progress: Callable[[str], None]) -> None:
    """A new file at ``path`` with all records; of two with the same source the later one is refused.

    Raises:
        ValueError: two records share a source, or a part names an unknown one.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")
        connection.executescript(schema.TABLES)
        connection.execute("BEGIN")
        numbered = list(_insert_entries(connection, records))
        progress(f"{len(numbered):,} places read, writing their names …")
        for table, rows in (("name", _names), ("abbreviation", _abbreviations), ("variant", _variants)):
            _insert_keys(connection, table, rows(numbered))
        slips = ((key, number) for number, record in numbered for key in _slips(record))
        connection.executemany("INSERT OR IGNORE INTO misspelling VALUES (?, ?)", sorted(slips))
        _check_parts(connection)
        connection.execute("COMMIT")
        connection.executescript(f"{schema.INDEXES} ANALYZE;")
    finally:
        connection.close()


def _insert_entries(
    connection: sqlite3.Connection, records: Iterable[GazetteerRecord]
) -> Iterator[tuple[int, GazetteerRecord]]:
    for number, record in enumerate(records, start=1):
        e = record.entry
        values = (e.source, e.name, e.kind, e.latitude, e.longitude, e.country, e.region, e.population, e.precision_km)
        try:
            connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *values))
        except sqlite3.IntegrityError as error:
            raise ValueError(f"two places share the source {e.source}") from error
        if record.geometry:
            packed = zlib.compress(json.dumps(record.geometry).encode())
            connection.execute("INSERT INTO outline VALUES (?, ?)", (number, packed))
        for part in record.parts:
            connection.execute("INSERT INTO part VALUES (?, ?)", (e.source, part))
        yield number, record


def _check_parts(connection: sqlite3.Connection) -> None:
    lost = connection.execute("SELECT whole, part FROM part WHERE part NOT IN (SELECT source FROM entry)").fetchall()
    if lost:
        raise ValueError(f"parts that no source brings: {lost}")


def _insert_keys(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Sorted, so that the tree grows at its end; the best relation of an entry comes first and stays."""
    statement = f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)"  # noqa: S608 – one of three constants
    connection.executemany(statement, sorted((key, entry, relation) for key, entry, relation in rows if key))


def keys(spelling: Spelling, country: str | None) -> Iterator[tuple[str, str, int]]:
    """Table, key and number of the relation under which :class:`Gazetteer` looks for a spelling.

    ``country`` is given where the place's name may be romanised in several ways.
    """
    for table, key, relation in (
        ("name", _name_key(spelling), _NUMBER[spelling.relation]),
        ("abbreviation", _abbreviation_key(spelling), _NUMBER["abbreviation"]),
        ("variant", _variant_key(spelling, country), _NUMBER["variant"]),
    ):
        if key:
            yield table, key, relation


def _name_key(spelling: Spelling) -> str:
    return "" if spelling.relation == "abbreviation" else fold(spelling.form)


def _abbreviation_key(spelling: Spelling) -> str:
    return spelling.form.replace(" ", "") if spelling.relation == "abbreviation" else ""


def _variant_key(spelling: Spelling, country: str | None) -> str:
    if country in arabic.COUNTRIES:
        key = arabic.arabic_key(spelling.form)
        return ARABIC + key if key else ""
    if country not in _SLAVIC:
        return ""
    key = skeleton(spelling.form)
    return key if len(key) >= _SHORTEST_VARIANT and key.isascii() else ""


def _names(numbered: list[tuple[int, GazetteerRecord]]) -> Iterator[Row]:
    for number, record in numbered:
        for spelling in record.spellings:
            yield _name_key(spelling), number, _NUMBER[spelling.relation]


def _abbreviations(numbered: list[tuple[int, GazetteerRecord]]) -> Iterator[Row]:
    for number, record in numbered:
        for spelling in record.spellings:
            yield _abbreviation_key(spelling), number, _NUMBER["abbreviation"]


def _slips(record: GazetteerRecord) -> frozenset[int]:
    entry = record.entry
    return misspelling.keys(fold(entry.name), entry.population) if misspelling.is_indexed(entry) else frozenset()


def _variants(numbered: list[tuple[int, GazetteerRecord]]) -> Iterator[Row]:
    for number, record in numbered:
        if record.entry.kind in ("settlement", "region"):
            for spelling in record.spellings:
                yield _variant_key(spelling, record.entry.country), number, _NUMBER["variant"]
