"""Mentions of places → one mark a place."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import pandas as pd

from core.models import PlaceKind

AREAS = ("country", "region", "area", "water")
DOUBT = 0.5
"""Confidence under which a mark is drawn as doubtful."""

SMALLEST = 9.0
"""Diameter in pixels of a place mentioned once."""

LARGEST = 40.0


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place with how often it is named. ``scene`` is true where any of its mentions is one."""

    key: str
    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    country: str | None
    precision_km: float | None
    mentions: int
    documents: int
    confidence: float
    scene: bool

    @property
    def is_area(self) -> bool:
        """Whether it is drawn as an outline and not as a dot."""
        return self.kind in AREAS


def place_marks(places: pd.DataFrame) -> tuple[PlaceMark, ...]:
    """The places of a frame (columns of ``frames.places``), most mentioned first; adjectives are no mentions."""
    named = places[~places["adjective"].astype(bool)]
    marks = [_mark(str(key), rows) for key, rows in named.groupby("key", sort=False)]
    return tuple(sorted(marks, key=lambda mark: (-mark.mentions, mark.name, mark.key)))


def diameter(mentions: int) -> float:
    """Pixels: the area grows with the mentions, up to a limit."""
    return min(SMALLEST * sqrt(mentions), LARGEST)


def _mark(key: str, rows: pd.DataFrame) -> PlaceMark:
    first = rows.iloc[0]
    return PlaceMark(
        key=key,
        name=_name(rows["name"].dropna().astype(str)),
        kind=first["kind"],
        latitude=_number(first["latitude"]),
        longitude=_number(first["longitude"]),
        country=None if pd.isna(first["country"]) else str(first["country"]),
        precision_km=_number(first["precision_km"]),
        mentions=len(rows),
        documents=int(rows["doc"].nunique()),
        confidence=float(rows["confidence"].max()),
        scene=bool((rows["role"] == "scene").any()),
    )


def _name(spellings: pd.Series[str]) -> str:
    """The spelling that is met most often; the capitals of a dateline only where there is no other."""
    written = spellings[~spellings.str.isupper()]
    return str((spellings if written.empty else written).mode().iloc[0])


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]  # a cell
