"""All sources in their order: countries and regions first, then what lies in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from core.places.gazetteer.location import ASSETS
from core.places.gazetteer.record import Record
from core.places.gazetteer.sources import outlines
from core.places.gazetteer.sources.settlements import all_cities, settlements


def assemble(progress: Callable[[str], None]) -> Iterator[Record]:
    """Every record of the gazetteer, each source once."""
    progress("Reading settlements …")
    cities = all_cities()
    regions = outlines.outlined(ASSETS / "regions.jsonl.gz")
    joined = {row.gn_admin1: row.id for row in regions if row.gn_admin1}
    people = _population(cities, joined)
    yield from outlines.records(outlines.outlined(ASSETS / "countries.jsonl.gz"), "country", people)
    yield from outlines.records(regions, "region", people)
    yield from outlines.records(outlines.outlined(ASSETS / "waters.jsonl.gz"), "water", {})
    yield from settlements(joined, cities)


def _population(cities: Mapping[str, Any], regions: Mapping[str, str]) -> Counter[str]:
    """People in a region's settlements, by the region's source id."""
    people: Counter[str] = Counter()
    for row in cities.values():
        region = regions.get(f"{row['countrycode']}.{row['admin1code']}")
        if region:
            people[region] += row["population"]
    return people
