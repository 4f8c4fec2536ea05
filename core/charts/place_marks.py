"""Mentions of places → one mark a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from core.charts.theme import FinePixels
from core.frames.kinds import PlaceRow
from core.models import PlaceKind

AREAS = ("country", "region", "area", "water")
DOUBT = 0.5
"""Confidence under which a mark is drawn as doubtful."""

SMALLEST: FinePixels = 9.0
"""Diameter in pixels of a place mentioned once."""

LARGEST: FinePixels = 40.0
"""Diameter in pixels that no place exceeds."""


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


def place_marks(places: Iterable[PlaceRow]) -> tuple[PlaceMark, ...]:
    """The places of some mentions, most mentioned first; adjectives are no mentions."""
    named: dict[str, list[PlaceRow]] = {}
    for row in places:
        if not row.adjective:
            named.setdefault(row.place_key, []).append(row)
    marks = [_mark(rows) for rows in named.values()]
    return tuple(sorted(marks, key=lambda mark: (-mark.mentions, mark.name, mark.key)))


def most_common(names: Iterable[str]) -> str:
    """The name that is met most often; of several the first in the alphabet."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))


def diameter(mentions: int) -> float:
    """Pixels: the area grows with the mentions, up to a limit."""
    return min(SMALLEST * sqrt(mentions), LARGEST)


def _mark(rows: Sequence[PlaceRow]) -> PlaceMark:
    first = rows[0]
    return PlaceMark(
        key=first.place_key,
        name=_name([row.name for row in rows]),
        kind=first.kind,
        latitude=first.latitude,
        longitude=first.longitude,
        country=first.country,
        precision_km=first.precision_km,
        mentions=len(rows),
        documents=len({row.doc for row in rows}),
        confidence=max(row.confidence for row in rows),
        scene=any(row.role == "scene" for row in rows),
    )


def _name(spellings: Sequence[str]) -> str:
    """The spelling that is met most often; the capitals of a dateline only where there is no other."""
    return most_common([name for name in spellings if not name.isupper()] or spellings)
