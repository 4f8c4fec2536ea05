"""What a source hands to the build: a place with its spellings and its outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.places.gazetteer.entry import Entry, Relation


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form that names an entry. Abbreviations are later compared letter by letter, all others folded."""

    form: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class GazetteerRecord:
    """An entry on its way into the gazetteer.

    ``geometry`` is GeoJSON; ``parts`` are sources whose outlines together make this entry's.
    """

    entry: Entry
    spellings: tuple[Spelling, ...]
    geometry: dict[str, Any] | None = None
    parts: tuple[str, ...] = ()
