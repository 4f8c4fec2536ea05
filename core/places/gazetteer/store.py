"""Reads the gazetteer file."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Sequence
from heapq import nlargest
from pathlib import Path
from typing import Any, Literal

from core.places.gazetteer.entry import RELATIONS, Entry, Name, Relation, prominence
from core.places.gazetteer.recent import Recent

Table = Literal["name", "abbreviation", "variant"]
Hit = tuple[Entry, Relation]
_COLUMNS = "e.source, e.name, e.kind, e.latitude, e.longitude, e.country, e.region, e.population, e.precision_km"
_AT_ONCE = 500
_MOST_HITS = 200
"""Places of one name that are looked at; with all of GeoNames taken in, there are thousands called San Antonio."""

_REMEMBERED = 100_000
"""Keys and hits in all: some forty megabytes."""


class Store:
    """The open file. One connection for all threads: reads are short, and a lock keeps them apart."""

    def __init__(self, path: Path) -> None:
        # immutable: the file is only ever replaced as a whole, so SQLite needs neither locks nor change checks
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._connection.execute("PRAGMA cache_size = -16000")
        self._lock = threading.Lock()
        self._recent: Recent[tuple[Table, str], tuple[Hit, ...]] = Recent(_REMEMBERED)

    def close(self) -> None:
        """Lets the file go."""
        with self._lock:
            self._connection.close()

    def hits(self, table: Table, keys: Iterable[str]) -> dict[str, tuple[Hit, ...]]:
        """Entries by key, in no order; keys without any have an empty tuple."""
        wanted = [(table, key) for key in dict.fromkeys(keys)]
        found = self._recent.known(wanted)
        missing = [key for key in wanted if key not in found]
        if missing:
            fresh = self._read(table, [key for _, key in missing])
            self._recent.learn(fresh)
            found |= fresh
        return {key: hits for (_, key), hits in found.items()}

    def _read(self, table: Table, keys: Sequence[str]) -> dict[tuple[Table, str], tuple[Hit, ...]]:
        found: dict[tuple[Table, str], list[Hit]] = {(table, key): [] for key in keys}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            query = (
                f"SELECT n.key, n.relation, {_COLUMNS} FROM {table} n JOIN entry e ON e.id = n.entry "  # noqa: S608
                f"WHERE n.key IN ({','.join('?' * len(some))})"
            )
            for key, relation, *values in self._rows(query, some):
                found[table, key].append((Entry(*values), RELATIONS[relation]))
        return {key: _best_known(key[1], hits) for key, hits in found.items()}

    def misspelt(self, keys: Iterable[int]) -> list[Entry]:
        """Well-known places whose name, a letter or two taken out, has one of the keys."""
        some = list(keys)[:_AT_ONCE]
        query = (
            f"SELECT DISTINCT {_COLUMNS} FROM misspelling m JOIN entry e ON e.id = m.entry "  # noqa: S608
            f"WHERE m.key IN ({','.join('?' * len(some))})"
        )
        return [Entry(*row) for row in self._rows(query, some)]

    def entry(self, source: str) -> Entry | None:
        """The entry with this source id."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM entry e WHERE source = ?", [source])  # noqa: S608 – a constant
        return Entry(*rows[0]) if rows else None

    def wholes(self, source: str) -> list[str]:
        """Sources of the areas that were put together from this one and others."""
        return [whole for (whole,) in self._rows("SELECT whole FROM part WHERE part = ?", [source])]

    def outline(self, source: str) -> dict[str, Any] | None:
        """GeoJSON geometry; of an area put together from parts, all their polygons."""
        query = "SELECT geometry FROM outline o JOIN entry e ON e.id = o.entry WHERE source = ?"
        for (packed,) in self._rows(query, [source]):
            geometry: dict[str, Any] = json.loads(zlib.decompress(packed))
            return geometry
        parts = self._rows("SELECT part FROM part WHERE whole = ? ORDER BY part", [source])
        return _together([self.outline(part) for (part,) in parts])

    def settlements(self, south: float, north: float) -> list[Entry]:
        """All settlements between two parallels."""
        query = f"SELECT {_COLUMNS} FROM entry e WHERE kind = 'settlement' AND latitude BETWEEN ? AND ?"  # noqa: S608
        return [Entry(*row) for row in self._rows(query, [south, north])]

    def _rows(self, query: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()


def _best_known(form: str, hits: list[Hit]) -> tuple[Hit, ...]:
    """All places of a name, or of one that thousands bear those that a newspaper may mean."""
    if len(hits) <= _MOST_HITS:
        return tuple(hits)
    return tuple(nlargest(_MOST_HITS, hits, key=lambda hit: prominence(Name(hit[0], form, hit[1]))))


def _together(geometries: list[dict[str, Any] | None]) -> dict[str, Any] | None:
    polygons: list[Any] = []
    for geometry in geometries:
        if geometry and geometry["type"] == "Polygon":
            polygons.append(geometry["coordinates"])
        elif geometry and geometry["type"] == "MultiPolygon":
            polygons.extend(geometry["coordinates"])
    return {"type": "MultiPolygon", "coordinates": polygons} if polygons else None
