"""Areas, waters and sites that no open list at hand carries: ``extra.csv``, reviewed row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from core.models import PlaceKind
from core.places.gazetteer.entry import Entry, Relation
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.tables import Row, number, parts, rows

COLUMNS = (
    *("name", "kind", "latitude", "longitude", "precision_km", "country"),
    *("variants", "abbreviations", "adjectives", "parts", "source", "note"),
)
_SPELLINGS: tuple[tuple[str, Relation], ...] = (
    ("name", "name"),
    ("variants", "alternate"),
    ("abbreviations", "abbreviation"),
    ("adjectives", "adjective"),
)


def reviewed(path: Path) -> Iterator[GazetteerRecord]:
    """Every row as a place. Its source id is ``dateline:`` and its folded name.

    Raises:
        ValueError: a row is faulty; names file and line.
    """
    for where, row in rows(path, COLUMNS):
        yield _record(row, where)


def _record(row: Row, where: str) -> GazetteerRecord:
    return GazetteerRecord(
        entry=_entry(row, where),
        spellings=tuple(Spelling(form, as_) for column, as_ in _SPELLINGS for form in parts(row[column])),
        parts=tuple(f"naturalearth:{code}" for code in parts(row["parts"])),
    )


def _entry(row: Row, where: str) -> Entry:
    if not row["name"] or not row["source"]:
        raise ValueError(f"{where}: name and source must be given")
    return Entry(
        source="dateline:" + fold(row["name"]).replace(" ", "-"),
        name=row["name"],
        kind=place_kind(row["kind"], where),
        latitude=number(row["latitude"], -90, 90, "latitude", where),
        longitude=number(row["longitude"], -180, 180, "longitude", where),
        country=country_code(row["country"], where),
        region=None,
        population=0,
        precision_km=number(row["precision_km"], 0.1, 20_000, "precision_km", where),
    )


def place_kind(text: str, where: str) -> PlaceKind:
    """The kind in a cell.

    Raises:
        ValueError: it is none.
    """
    kinds: tuple[PlaceKind, ...] = get_args(PlaceKind)
    for kind in kinds:
        if text == kind:
            return kind
    raise ValueError(f"{where}: kind must be one of {', '.join(kinds)}, not {text!r}")


def country_code(text: str, where: str) -> str | None:
    """The country in a cell, null where the cell is empty.

    Raises:
        ValueError: it does not look like ISO 3166-1 alpha-2.
    """
    if text and not (len(text) == 2 and text.isascii() and text.isupper()):
        raise ValueError(f"{where}: country must be a two-letter code, not {text!r}")
    return text or None
