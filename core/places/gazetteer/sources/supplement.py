"""A newsroom's own places: a CSV file that ``DATELINE_SUPPLEMENT`` names."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from core.models import PlaceKind
from core.places.gazetteer.entry import Entry
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.extra import country_code, place_kind
from core.places.gazetteer.sources.tables import Row, number, parts

COLUMNS = ("name", "variants", "lat", "lon", "kind", "country", "source")
_REACH_KM: dict[PlaceKind, float] = {
    "settlement": 2.0,
    "site": 1.0,
    "water": 20.0,
    "area": 50.0,
    "region": 50.0,
    "country": 500.0,
}
"""The file does not say how far a place reaches: about as far as most of its kind."""


def supplement(path: Path) -> tuple[list[GazetteerRecord], tuple[str, ...]]:
    """Every good row as a place, and what is wrong with the others, one sentence a problem with its line.

    A place's source id is ``supplement:``, its folded name and its position. A row that cannot be used never keeps the
    others out: a newsroom must not lose its whole map to one typing error.
    """
    records, problems = _read(path)
    return records, tuple(problems)


def check_supplement(path: str | Path) -> tuple[str, ...]:
    """What is wrong with a file of own places, one sentence a problem with its line; empty where all is well."""
    return supplement(Path(path))[1]


def _read(path: Path) -> tuple[list[GazetteerRecord], list[str]]:
    records: list[GazetteerRecord] = []
    problems: list[str] = []
    first: dict[str, str] = {}
    try:
        for where, cells in _rows(path):
            try:
                record = _record(_row(cells, where), where)
            except ValueError as error:
                problems.append(f"{error}.")
                continue
            earlier = first.setdefault(record.entry.source, where)
            if earlier == where:
                records.append(record)
            else:
                problems.append(f"{where}: the same name at the same position stands in {earlier} already.")
    except UnicodeDecodeError:
        problems.append(f"{path.name} is not UTF-8 text; save it as “CSV UTF-8”.")
    except OSError as error:
        problems.append(f"{path.name} cannot be read ({error.strerror}).")
    except (ValueError, csv.Error) as error:
        problems.append(f"{error}.")
    return records, problems


def _rows(path: Path) -> Iterator[tuple[str, dict[str | None, str | None]]]:
    """Each row with where it stands; spreadsheets of some languages separate by semicolons."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        delimiter = ";" if header.count(";") > header.count(",") else ","
        file.seek(0)
        reader: csv.DictReader[str] = csv.DictReader(file, delimiter=delimiter)
        reader.fieldnames = [name.strip().casefold() for name in reader.fieldnames or ()]
        missing = [column for column in COLUMNS if column not in reader.fieldnames]
        if missing:
            raise ValueError(f"{path.name}, line 1: no column {', '.join(missing)}")
        for row in reader:
            if any(value.strip() for value in row.values() if isinstance(value, str)):
                yield f"{path.name}, line {reader.line_num}", dict(row)


def _row(cells: dict[str | None, str | None], where: str) -> Row:
    if None in cells or None in cells.values():
        count = len([name for name in cells if name is not None])
        raise ValueError(f"{where}: {count} cells expected; a cell with a comma needs quotation marks")
    return {str(column): str(value).strip() for column, value in cells.items()}


def _record(row: Row, where: str) -> GazetteerRecord:
    entry = _entry(row, where)
    variants = tuple(Spelling(form, "alternate") for form in parts(row["variants"]))
    for spelling in variants:
        _worded(spelling.form, "the variant", where)
    return GazetteerRecord(entry, (Spelling(entry.name, "name"), *variants))


def _entry(row: Row, where: str) -> Entry:
    for column in ("name", "source"):
        if not row[column]:
            raise ValueError(f"{where}: {column} must be given")
    _worded(row["name"], "the name", where)
    kind = place_kind(row["kind"], where)
    country = country_code(row["country"], where)
    if country and country not in Locale("en").territories:
        raise ValueError(f"{where}: {country} is no country of ISO 3166-1")
    latitude = number(row["lat"], -90, 90, "lat", where)
    longitude = number(row["lon"], -180, 180, "lon", where)
    slug = fold(row["name"]).replace(" ", "-")
    return Entry(
        source=f"supplement:{slug}@{latitude:.3f},{longitude:.3f}",
        name=row["name"],
        kind=kind,
        latitude=latitude,
        longitude=longitude,
        country=country,
        region=None,
        population=0,
        precision_km=_REACH_KM[kind],
    )


def _worded(form: str, what: str, where: str) -> None:
    if not any(letter.isalpha() for letter in form):
        raise ValueError(f"{where}: {what} {form!r} has no letters")
