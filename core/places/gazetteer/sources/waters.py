"""Seas, lakes and rivers: outlines where a map layer has them, else the reviewed list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.geometry.distances import Point, km
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord


def merged(drawn: Iterable[GazetteerRecord], listed: Iterable[GazetteerRecord]) -> Iterator[GazetteerRecord]:
    """Both lists as one, in which a listed water that is also drawn lends the drawn one its name and spellings.

    They are the same where a spelling is the same and the two circles touch. A river that the layer draws twice under
    two names of one list row is kept once.
    """
    waters = {record.entry.source: record for record in drawn}
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for source, record in waters.items():
        for spelling in record.spellings:
            by_key[fold(spelling.form)].append(source)
    alone = []
    for record in listed:
        keys = dict.fromkeys(fold(spelling.form) for spelling in record.spellings)
        sources = dict.fromkeys(source for key in keys for source in by_key[key])
        same = [waters[source] for source in sources if source in waters and _touch(waters[source], record)]
        if record.entry.kind != "water" or not same:
            alone.append(record)
            continue
        largest = min(same, key=lambda water: (-water.entry.precision_km, water.entry.source))
        waters[largest.entry.source] = _joined(largest, record)
        for twin in same:
            if twin is not largest and _position(twin) == _position(largest):
                del waters[twin.entry.source]
    yield from waters.values()
    yield from alone


def _joined(drawn: GazetteerRecord, listed: GazetteerRecord) -> GazetteerRecord:
    entry = replace(drawn.entry, name=listed.entry.name, country=listed.entry.country)
    return replace(drawn, entry=entry, spellings=(*listed.spellings, *drawn.spellings))


def _touch(one: GazetteerRecord, other: GazetteerRecord) -> bool:
    return km(_position(one), _position(other)) <= one.entry.precision_km + other.entry.precision_km


def _position(record: GazetteerRecord) -> Point:
    return record.entry.latitude, record.entry.longitude
