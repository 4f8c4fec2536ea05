"""The gazetteer as a geopy geocoder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from geopy.geocoders.base import Geocoder

from core.places.gazetteer.build import ensure
from core.places.gazetteer.entry import Entry, Name, prominence
from core.places.gazetteer.folding import fold
from core.places.gazetteer.skeleton import skeleton
from core.places.gazetteer.store import Store


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy is untyped
    """Offline look-up of places by name and by position."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._store = Store(path)

    @classmethod
    def open(cls, path: Path | None = None, progress: Callable[[str], None] | None = None) -> Gazetteer:
        """The gazetteer, built first where it is missing or its inputs have changed."""
        return cls(ensure(path, progress))

    def names(self, forms: Iterable[str]) -> dict[str, tuple[Name, ...]]:
        """All places that each form may name, best known first; forms without any are left out."""
        wanted = dict.fromkeys(forms)
        keys = {form: fold(form) for form in wanted}
        exact = {form: form.replace(" ", "") for form in wanted}
        named = self._store.hits("name", list(dict.fromkeys(keys.values())))
        short = self._store.hits("abbreviation", list(dict.fromkeys(exact.values())))
        found = {}
        for form in wanted:
            hits = [*named.get(keys[form], ()), *short.get(exact[form], ())]
            if hits:
                names = [Name(entry, form, relation) for entry, relation in hits]
                found[form] = tuple(sorted(names, key=lambda n: (-prominence(n), n.entry.source)))
        return found

    def variants(self, forms: Iterable[str]) -> dict[str, tuple[Name, ...]]:
        """Places of Slavic-language countries whose names differ from the form only by the way of romanising."""
        keys = {form: skeleton(form) for form in forms}
        hits = self._store.hits("variant", list(dict.fromkeys(keys.values())))
        return {
            form: tuple(
                sorted(
                    (Name(entry, form, relation) for entry, relation in hits[key]),
                    key=lambda n: (-prominence(n), n.entry.source),
                )
            )
            for form, key in keys.items()
            if key in hits
        }

    def entry(self, source: str) -> Entry | None:
        """The entry with this source id, e.g. ``geonames:703448``."""
        return self._store.entry(source)

    def outline(self, source: str) -> dict[str, Any] | None:
        """GeoJSON geometry of a region, country, area or water; null where only a point is known."""
        return self._store.outline(source)
