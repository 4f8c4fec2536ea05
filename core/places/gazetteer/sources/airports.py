"""Airports with a code of IATA: ``airports.csv``, made from the PyPI package ``airportsdata`` (MIT)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from core.geometry.distances import km
from core.places.gazetteer.entry import Entry
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.extra import country_code
from core.places.gazetteer.sources.tables import number, rows

COLUMNS = ("iata", "name", "city", "country", "latitude", "longitude")
REACH_KM = 4.0
_SAME_KM = 6.0
_SCOPE = re.compile(
    r" (?:International|Intercontinental|Regional|Municipal|Metropolitan|National|Domestic)(?= Airport$)"
)
_FLYING = re.compile(r"\bair", re.IGNORECASE)
_BRACKET = re.compile(r"(?<!\s)\s{0,3}\([^()]{0,60}\)")
_ENDS = ("Airport", "Airfield", "Field", "Base", "Aerodrome", "Airstrip")


Home = Mapping[str, str]
"""Folded names of cities and regions → the country of the largest that bears the name."""


def airports(
    path: Path, listed: Iterable[GazetteerRecord] = (), largest: Home | None = None
) -> Iterator[GazetteerRecord]:
    """Every airport as a site, with its name; shorter names only where they are not those of a larger namesake's.

    Args:
        path: the file.
        listed: places already known; an airport at the same spot as a listed site is left out.
        largest: Cairo's airport is in Egypt, and the one of Cairo, Illinois, goes by its full name alone.

    Raises:
        ValueError: a row is faulty; names file and line.
    """
    table = [(where, row) for where, row in rows(path, COLUMNS) if row["name"].endswith(_ENDS)]
    alone = Counter((row["city"], row["country"]) for _, row in table)
    known = _by_cell(listed)
    for where, row in table:
        spellings = _spellings(row, alone[row["city"], row["country"]] == 1, largest or {})
        record = GazetteerRecord(_entry(row, where), tuple(spellings))
        if not any(_is_same(record, other) for other in known[_cell(record.entry)]):
            yield record


def _entry(row: dict[str, str], where: str) -> Entry:
    return Entry(
        source=f"iata:{row['iata']}",
        name=_BRACKET.sub("", row["name"]),
        kind="site",
        latitude=number(row["latitude"], -90, 90, "latitude", where),
        longitude=number(row["longitude"], -180, 180, "longitude", where),
        country=country_code(row["country"], where),
        region=None,
        population=0,
        precision_km=REACH_KM,
    )


def _spellings(row: dict[str, str], alone: bool, largest: Home) -> Iterator[Spelling]:
    name = _BRACKET.sub("", row["name"])
    yield Spelling(name, "name")
    short = _SCOPE.sub("", name)
    city = row["city"].partition(",")[0].strip()
    if row["country"] != largest.get(fold(short.rpartition(" ")[0]), row["country"]):
        return
    if short != name:
        yield Spelling(short, "alternate")
    if alone and city and row["country"] == largest.get(fold(city), row["country"]):
        yield Spelling(f"{city} Airport", "alternate")
        yield Spelling(f"{city} International Airport", "alternate")


def _cell(entry: Entry) -> tuple[int, int]:
    return round(entry.latitude), round(entry.longitude)


def _by_cell(listed: Iterable[GazetteerRecord]) -> defaultdict[tuple[int, int], list[GazetteerRecord]]:
    """The sites by whole degrees, each in the neighbouring cells too."""
    cells: defaultdict[tuple[int, int], list[GazetteerRecord]] = defaultdict(list)
    for record in listed:
        if record.entry.kind == "site":
            row, column = _cell(record.entry)
            for north in (-1, 0, 1):
                for east in (-1, 0, 1):
                    cells[row + north, column + east].append(record)
    return cells


def _is_same(one: GazetteerRecord, other: GazetteerRecord) -> bool:
    """Whether a listed site is this airport: the spot, and a word for one in its names."""
    if not any(_FLYING.search(spelling.form) for spelling in other.spellings):
        return False
    points = [(record.entry.latitude, record.entry.longitude) for record in (one, other)]
    return km(*points) <= _SAME_KM
