"""How far the confidence of places can be believed: ``python -m tests.calibration GOLD.jsonl RECORDS.jsonl ...``.

Takes pairs of files, gold and records in turn, and prints one table over all. A line of gold has ``id``, ``dataset``
and ``gold``: a list of ``{"start", "end", "lat", "lon"}`` with a ``country`` by name where it is known. A line of
records has ``id`` and ``places`` as extraction writes them. An answer is right within 161 km of the gold name that it
overlaps; a country also by its name; what is wide, within its own extent. Answers where gold has no coordinates do not
count, nor do adjectives in sets that leave them out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

Record = dict[str, Any]
Answer = tuple[float, bool]

NEAR_KM = 161.0
WIDEST_KM = {"region": 600.0, "area": 1_500.0, "water": 1_500.0}
WITH_ADJECTIVES = frozenset({"lgl", "tr_news", "geowebnews"})


def answers(gold: Path, records: Path) -> Iterator[Answer]:
    """The confidence of each place that counts, and whether it is right."""
    found = {record["id"]: record.get("places", []) for record in _read(records)}
    for document in _read(gold):
        adjectives = document.get("dataset") in WITH_ADJECTIVES
        places = [p for p in found.get(document["id"], []) if p["latitude"] is not None]
        yield from _judged(document["gold"], [p for p in places if adjectives or not p["adjective"]])


def _judged(gold: Sequence[Record], places: Sequence[Record]) -> Iterator[Answer]:
    located = [name for name in gold if name.get("lat") is not None]
    elsewhere = [name for name in gold if name.get("lat") is None]
    taken = _matched(located, places)
    for index, place in enumerate(places):
        if index in taken:
            yield place["confidence"], is_right(located[taken[index]], place)
        elif not any(_shared(place, name) for name in elsewhere):
            yield place["confidence"], False


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


def is_right(name: Record, place: Record) -> bool:
    """Whether a place is the one that gold names."""
    km: float = great_circle((name["lat"], name["lon"]), (place["latitude"], place["longitude"])).km  # type: ignore[no-untyped-call]
    if place["kind"] == "country":
        wanted = str(name.get("name") or name.get("wikipedia", "").rsplit("/", 1)[-1].replace("_", " "))
        return km <= NEAR_KM or wanted.casefold() == place["name"].casefold()
    return km <= max(NEAR_KM, min(place["precision_km"] or 0.0, WIDEST_KM.get(place["kind"], 0.0)))


def table(judged: Sequence[Answer]) -> Iterator[str]:
    """The reliability table, a line each: tenth, count, mean confidence, share right."""
    yield "tenth    count  confidence  right"
    for tenth in range(10):
        inside = [answer for answer in judged if min(int(answer[0] * 10 + 1e-9), 9) == tenth]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            yield f"{tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} {len(inside):6d} {mean:11.3f} {share:6.3f}"


def _read(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


if __name__ == "__main__":
    paths = [Path(name) for name in sys.argv[1:]]
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    pairs = zip(paths[::2], paths[1::2], strict=True)
    print("\n".join(table([answer for gold, records in pairs for answer in answers(gold, records)])))
