"""All sources in their order: countries and regions first, then what lies in them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from core.geometry.polygons import regions_of
from core.places.gazetteer.folding import fold
from core.places.gazetteer.location import ASSETS, supplement_path
from core.places.gazetteer.record import GazetteerRecord
from core.places.gazetteer.sources import outlines
from core.places.gazetteer.sources.airports import airports
from core.places.gazetteer.sources.counties import counties
from core.places.gazetteer.sources.countries import countries
from core.places.gazetteer.sources.divisions import divisions
from core.places.gazetteer.sources.extra import reviewed
from core.places.gazetteer.sources.names import named, with_names
from core.places.gazetteer.sources.settlements import all_cities, settlements
from core.places.gazetteer.sources.supplement import supplement
from core.places.gazetteer.sources.waters import merged

_LOG = logging.getLogger(__name__)


def assemble(progress: Callable[[str], None], assets: Path = ASSETS) -> Iterator[GazetteerRecord]:
    """Every record of the gazetteer, each source once.

    Raises:
        ValueError: an asset file is faulty; names file and line.
    """
    ours = _own_places(progress)
    progress("Reading settlements …")
    cities = all_cities()
    regions = outlines.outlined(assets / "regions.jsonl.gz")
    joined = {row.gn_admin1: row.id for row in regions if row.gn_admin1}
    people = _population(cities, joined)
    drawn = outlines.records(outlines.outlined(assets / "waters.jsonl.gz"), "water", {})
    listed = list(merged(drawn, reviewed(assets / "extra.csv")))
    further = divisions(assets / "divisions.csv", _taken(listed, assets))
    flown_to = airports(assets / "airports.csv", listed, _largest(cities, regions, people))
    sources = chain(
        countries(outlines.records(outlines.outlined(assets / "countries.jsonl.gz"), "country", {})),
        outlines.records(regions, "region", people),
        counties(outlines.outlined(assets / "counties.jsonl.gz"), cities.values()),
        _placed(chain(listed, further, flown_to, ours, settlements(joined, cities)), regions),
    )
    yield from with_names(sources, assets / "names.csv")


def _taken(listed: list[GazetteerRecord], assets: Path) -> set[tuple[str, str]]:
    """Country and folded name of what the reviewed files name; an area of several countries has none."""
    names = named(assets / "names.csv")
    spelt = [(source.partition(":")[2][:2], s.form) for source, forms in names.spellings.items() for s in forms]
    spelt += [(record.entry.country or "", s.form) for record in listed for s in record.spellings]
    return {(country, fold(form)) for country, form in spelt}


def _own_places(progress: Callable[[str], None]) -> list[GazetteerRecord]:
    """The newsroom's own places; a faulty row is told to whoever keeps the server and stops nobody else."""
    path = supplement_path()
    records, problems = supplement(path) if path else ([], ())
    if problems:
        told = f"Own places: {len(records)} used, {len(problems)} problems; `core gazetteer check` lists them."
        _LOG.warning(told)
        progress(told)
    return records


def known_divisions(assets: Path = ASSETS) -> dict[str, str]:
    """GeoNames' codes of countries, first-order divisions and American counties → source ids of the same places."""
    nations = outlines.outlined(assets / "countries.jsonl.gz")
    regions = outlines.outlined(assets / "regions.jsonl.gz")
    states = {row.id: row.gn_admin1 for row in regions if row.gn_admin1}
    drawn = outlines.outlined(assets / "counties.jsonl.gz")
    return {
        **{row.country: row.id for row in nations if row.country},
        **{code: source for source, code in states.items()},
        **{f"{states[row.within]}.{row.id[-3:]}": row.id for row in drawn if row.within in states},
    }


def _population(cities: Mapping[str, Any], regions: Mapping[str, str]) -> Counter[str]:
    """People in a region's settlements, by the region's source id."""
    people: Counter[str] = Counter()
    for row in cities.values():
        region = regions.get(f"{row['countrycode']}.{row['admin1code']}")
        if region:
            people[region] += row["population"]
    return people


def _largest(cities: Mapping[str, Any], regions: list[outlines.Outlined], people: Counter[str]) -> dict[str, str]:
    """Folded names → the country of the most populous city or region that bears it."""
    named = [(row["population"], fold(row["name"]), row["countrycode"]) for row in cities.values()]
    named += [(people[row.id], fold(row.name), row.country or "") for row in regions]
    return {name: country for _, name, country in sorted(named)}


def _placed(records: Iterator[GazetteerRecord], regions: list[outlines.Outlined]) -> list[GazetteerRecord]:
    """The records, each place in the innermost region that is known for it.

    GeoNames' own code decides where it names a region that is not divided further; elsewhere the outlines do.
    """
    divided = {row.within for row in regions if row.within}
    waiting = list(records)
    unsure = [i for i, record in enumerate(waiting) if _unsure(record, divided)]
    entries = [waiting[i].entry for i in unsure]
    found = regions_of(
        np.array([(entry.longitude, entry.latitude) for entry in entries]).reshape(-1, 2),
        np.array([entry.country for entry in entries], dtype=np.str_),
        [row for row in regions if row.id not in divided],
    )
    reach = {row.id: row.precision_km for row in regions}
    for index, region in found.items():
        record = waiting[unsure[index]]
        if record.entry.kind == "region" and record.entry.precision_km > reach[region]:  # Alsace is in no département
            continue
        waiting[unsure[index]] = replace(record, entry=replace(record.entry, region=region))
    return waiting


def _unsure(record: GazetteerRecord, divided: set[str]) -> bool:
    entry = record.entry
    return (
        entry.kind in ("settlement", "site", "region")
        and entry.country is not None
        and (entry.region is None or entry.region in divided)
    )
