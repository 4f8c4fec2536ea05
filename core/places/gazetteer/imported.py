"""Copies what was taken in from GeoNames' dump files into a gazetteer that is being built."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from core.places.gazetteer.location import imports_path

_TARGETS = """
CREATE TEMP TABLE target AS
    SELECT p.id AS place, max(p.file) AS file, COALESCE(known.source, 'geonames:' || p.id) AS source
    FROM taken.place p JOIN taken.file f ON f.id = p.file AND f.done
    LEFT JOIN known ON known.stands_for = p.stands_for GROUP BY p.id;
CREATE UNIQUE INDEX temp.target_place ON target (place);
"""
_ENTRIES = """
INSERT OR IGNORE INTO entry
    SELECT NULL, t.source, p.name, p.kind, p.latitude, p.longitude, p.country, home.source, p.population, p.precision_km
    FROM target t JOIN taken.place p ON p.file = t.file AND p.id = t.place
    LEFT JOIN known home ON home.stands_for = p.admin1 AND p.kind != 'country' ORDER BY p.id
"""
_FORMS = """
INSERT OR IGNORE INTO {table}
    SELECT f.key, e.id, f.relation FROM taken.form f JOIN taken.file d ON d.id = f.file AND d.done
    LEFT JOIN target t ON t.place = f.place
    JOIN entry e ON e.source = COALESCE(t.source, 'geonames:' || f.place)
    WHERE f.sort = '{table}' AND e.source NOT LIKE 'census:%' ORDER BY f.key, e.id, f.relation
"""


def copy_imported(part: Path, known: Mapping[str, str], progress: Callable[[str], None]) -> None:
    """Adds the places and names of all files that are wholly in; nothing where none is.

    Of a place that another source brings, only the names are added; of a county not even these, as GeoNames lists the
    bare name, which is more often a person's.

    Args:
        part: the gazetteer file, with everything else in it.
        known: what a dump may call by its code ("UA", "UA.07", "US.TX.201") → source id of the same place.
        progress: called with a line for people.
    """
    if not imports_path().exists():
        return
    progress("Adding the imported places …")
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("ATTACH ? AS taken", (str(imports_path()),))
        connection.execute("CREATE TEMP TABLE known (stands_for TEXT PRIMARY KEY, source TEXT) WITHOUT ROWID")
        connection.executemany("INSERT INTO known VALUES (?, ?)", sorted(known.items()))
        connection.executescript(_TARGETS)
        with connection:
            connection.execute(_ENTRIES)
            for table in ("name", "abbreviation", "variant"):
                connection.execute(_FORMS.format(table=table))
