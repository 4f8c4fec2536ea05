"""Regions, countries and waters that carry an outline: one JSON object a line, gzipped."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import msgspec

from core.lexicon import meaning
from core.models import PlaceKind
from core.places.gazetteer.entry import Entry
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.settlements import is_name


class Outlined(msgspec.Struct, frozen=True):
    """A line of the file; ``gn_admin1`` joins GeoNames' admin-1 code ("UA.07").

    ``within`` is the larger region of the same file that the row is part of (Kent: England).
    """

    id: str
    name: str
    lat: float
    lon: float
    precision_km: float
    geometry: dict[str, object] | None = None
    country: str | None = None
    iso: str | None = None
    type: str | None = None
    names: list[str] = []
    gn_admin1: str | None = None
    within: str | None = None


_DIRECTIONS = meaning("places", "compass") | frozenset(
    "upper lower centre middle nord sud est ouest region island islands".split()
)
_LINE = msgspec.json.Decoder(Outlined)


def outlined(path: Path) -> list[Outlined]:
    """The rows of a file, none where there is no such file.

    Raises:
        ValueError: a line does not fit, with its number.
    """
    if not path.exists():
        return []
    with gzip.open(path, "rb") as lines:
        return [_decoded(line, path, number) for number, line in enumerate(lines, start=1) if line.strip()]


def _decoded(line: bytes, path: Path, number: int) -> Outlined:
    try:
        return _LINE.decode(line)
    except msgspec.MsgspecError as error:
        raise ValueError(f"{path.name}, line {number}: {error}") from error


def records(rows: list[Outlined], kind: PlaceKind, population: dict[str, int]) -> Iterator[GazetteerRecord]:
    """The rows as places of one kind; ``population`` by source id."""
    for row in rows:
        name = row.name if _tells(row.name) or _has_type(row) else f"{row.name} {row.type or ''}".strip()
        entry = Entry(
            source=row.id,
            name=name,
            kind=kind,
            latitude=row.lat,
            longitude=row.lon,
            country=row.country,
            region=row.within,
            population=population.get(row.id, 0),
            precision_km=row.precision_km,
        )
        yield GazetteerRecord(entry, (Spelling(name, "name"), *_alternates(row, kind)), row.geometry)


def _tells(name: str) -> bool:
    """Whether the name is more than a direction: "Western" alone names no region to a reader."""
    return any(word not in _DIRECTIONS for word in fold(name).split())


def _has_type(row: Outlined) -> bool:
    return bool(row.type) and (row.type or "").casefold() in row.name.casefold()


def _alternates(row: Outlined, kind: PlaceKind) -> Iterator[Spelling]:
    for form in row.names:
        if form != row.name and is_name(form) and _tells(form):
            yield Spelling(form, "alternate")
    if row.type and kind == "region" and not _has_type(row):
        yield Spelling(f"{row.name} {row.type}", "alternate")
