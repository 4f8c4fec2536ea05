"""The gazetteer as a geopy geocoder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from core.places.gazetteer import misspelling
from core.places.gazetteer.arabic import arabic_key
from core.places.gazetteer.build import build
from core.places.gazetteer.entry import Entry, Name, prominence
from core.places.gazetteer.folding import fold
from core.places.gazetteer.nearest import nearest
from core.places.gazetteer.skeleton import skeleton
from core.places.gazetteer.store import Hit, Store
from core.places.gazetteer.writer import ARABIC

_MOST = 10
"""Answers of ``geocode`` and ``reverse`` when more than one is asked for."""


class Gazetteer(Geocoder):
    """Offline look-up of places by name and by position. Safe in several threads."""

    def __init__(self, path: Path) -> None:
        super().__init__(adapter_factory=_NoNetwork)  # type: ignore[no-untyped-call]  # geopy has no types
        self.path = path
        self._store = Store(path)
        self.wholes = lru_cache(maxsize=4096)(self._wholes)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    @classmethod
    def open(cls, path: Path | None = None, progress: Callable[[str], None] | None = None) -> Gazetteer:
        """The gazetteer, built first where it is missing or its inputs have changed.

        Raises:
            OSError: the cache folder cannot be written.
            ValueError: an asset file is faulty.
        """
        return cls(build(path, progress))

    def names(self, forms: Iterable[str]) -> dict[str, tuple[Name, ...]]:
        """All places that each form may name, best known first; forms that name none are left out.

        Forms are compared folded (:func:`fold`), but abbreviations letter by letter, adjectives with their capital,
        and forms of up to three letters only where one of them is a capital: "US" and "Us" are asked for, "us" is not.
        """
        wanted = [form for form in dict.fromkeys(forms) if _asks_for_name(form)]
        keys = {form: fold(form) for form in wanted}
        exact = {form: form.replace(" ", "") for form in wanted}
        named = self._store.hits("name", keys.values())
        short = self._store.hits("abbreviation", exact.values())
        found = {form: _ranked(form, (*short[exact[form]], *named[keys[form]])) for form in wanted}
        return {form: hits for form, hits in found.items() if hits}

    def variants(self, forms: Iterable[str]) -> dict[str, tuple[Name, ...]]:
        """Places of Slavic-language countries whose names may differ from the form by the way of romanising alone.

        Looser than :meth:`names` (see :func:`skeleton`): for forms that are found nowhere else.
        """
        keys = {form: skeleton(form) for form in dict.fromkeys(forms)}
        hits = self._store.hits("variant", keys.values())
        return {form: _ranked(form, hits[key]) for form, key in keys.items() if hits[key]}

    def arabic_variants(self, form: str) -> tuple[Name, ...]:
        """Places of Arab countries and Israel whose names may differ from the form by the way of romanising alone.

        Loose (see :func:`arabic_key`): for forms that are found nowhere else, in texts about these countries.
        """
        key = arabic_key(form)
        return _ranked(form, self._store.hits("variant", [ARABIC + key])[ARABIC + key]) if key else ()

    def misspelt(self, form: str) -> tuple[Name, ...]:
        """Well-known places for whose name the form may be a typing error: fewest wrong letters, then best known.

        A guess, for forms that are found nowhere else; see :mod:`core.places.gazetteer.misspelling`.
        """
        key = fold(form)
        found = []
        for entry in self._store.misspelt(misspelling.asked(key)):
            wrong = misspelling.errors(key, entry, fold(entry.name))
            if wrong is not None:
                found.append((wrong, Name(entry, form, "misspelling")))
        least = min((wrong for wrong, _ in found), default=0)
        return _ranked(form, ((name.entry, name.relation) for wrong, name in found if wrong == least))

    def entry(self, source: str) -> Entry | None:
        """The entry with this source id, e.g. ``geonames:703448``."""
        return self._store.entry(source)

    def outline(self, source: str) -> dict[str, Any] | None:
        """GeoJSON geometry of a region, country or area; null where only a point is known."""
        return self._store.outline(source)

    def _wholes(self, source: str) -> frozenset[str]:
        """Source ids of all that holds this place: its regions from small to large, its country, areas of these."""
        found: set[str] = set()
        ahead = [source]
        while ahead:  # in rounds, since an area may be part of the very country that it lies in
            ahead = [whole for place in ahead for whole in self._direct_wholes(place) if whole not in found]
            found.update(ahead)
        return frozenset(found - {source})

    def _direct_wholes(self, source: str) -> list[str]:
        entry = self._store.entry(source)
        direct = [*self._store.wholes(source)]
        if entry and entry.region:
            direct.append(entry.region)
        if entry and entry.country and entry.kind != "country":
            direct.append(f"naturalearth:{entry.country}")
        return direct

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = None) -> Any:
        """geopy's interface: where the name is, as one :class:`geopy.Location`, a list of them, or null.

        What follows a comma narrows the answer: "Odessa, Texas". ``timeout`` is there for geopy's callers.
        """
        hits = self._within(query if query != query.lower() else query.title())
        places = [self._location(hit.entry, hit.relation) for hit in hits[:_MOST]]
        return _one_or_all(places, exactly_one)

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = None) -> Any:
        """geopy's interface: the settlements nearest to a point (anything :class:`geopy.Point` takes)."""
        try:
            point = Point(query)  # type: ignore[no-untyped-call]
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(str(error)) from error
        count = 1 if exactly_one else _MOST
        found = nearest(point.latitude, point.longitude, self._store.settlements, count)
        return _one_or_all([self._location(entry, "name") for entry in found], exactly_one)

    def _within(self, query: str) -> tuple[Name, ...]:
        whole = self.names([query]).get(query, ())
        name, comma, context = query.partition(",")
        if whole or not comma:
            return whole
        around = {hit.entry.source for hit in self._within(context.strip())}
        return tuple(hit for hit in self.names([name]).get(name, ()) if around & self.wholes(hit.entry.source))

    def _location(self, entry: Entry, relation: str) -> Location:
        above = [self.entry(source) for source in (entry.region or "", f"naturalearth:{entry.country}")]
        address = ", ".join(dict.fromkeys([entry.name, *(place.name for place in above if place)]))
        raw = {**asdict(entry), "relation": relation}
        return Location(address, (entry.latitude, entry.longitude), raw)  # type: ignore[no-untyped-call]


class _NoNetwork(BaseSyncAdapter):
    """An adapter that has nobody to ask: the gazetteer answers from its file."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        raise GeocoderUnavailable("the gazetteer is offline")

    get_text = get_json


def _asks_for_name(form: str) -> bool:
    letters = sum(c.isalpha() for c in form)
    return letters > 3 or (letters > 0 and (form != form.lower() or form == form.upper()))


def _ranked(form: str, hits: Iterable[Hit]) -> tuple[Name, ...]:
    """Best known first; of an entry that is hit twice the better relation stays."""
    capital = form[:1] != form[:1].lower()
    best: dict[str, Name] = {}
    for entry, relation in hits:
        if relation != "adjective" or capital:
            best.setdefault(entry.source, Name(entry, form, relation))
    return tuple(sorted(best.values(), key=lambda name: (-prominence(name), name.entry.source)))


def _one_or_all(places: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    if exactly_one:
        return places[0] if places else None
    return places or None
