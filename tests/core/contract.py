"""The promises of the record, as one check that any record of any text must pass."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from core.models import Bound, Extraction, FigureKind, PlaceKind, Role, Status

CODE = re.compile(r"[A-Z]{2}")


def broken_promises(record: Extraction) -> list[str]:
    """Everything in which a record is not as promised; empty where it keeps its word."""
    checks = (_mentions, _places, _dates, _figures, _quotes, _events, _sentences)
    return [problem for check in checks for problem in check(record)]


def _mentions(record: Extraction) -> Iterable[str]:
    for name in ("places", "dates", "figures", "quotes"):
        marks = getattr(record, name)
        yield from (
            f"{name}: {m.text!r} is not at its offsets" for m in marks if record.text[m.start : m.end] != m.text
        )
    for name in ("places", "dates", "figures", "quotes", "events"):
        marks = getattr(record, name)
        yield from (f"{name}: empty or outside" for m in marks if not 0 <= m.start < m.end <= len(record.text))
        if [m.start for m in marks] != sorted(m.start for m in marks):
            yield f"{name}: not in the order of the text"


def _places(record: Extraction) -> Iterable[str]:
    for place in record.places:
        for found in (place, *place.alternatives):
            located = found.latitude is not None and found.longitude is not None
            if located and not (-90 <= (found.latitude or 0) <= 90 and -180 <= (found.longitude or 0) <= 180):
                yield f"place {found.name!r}: coordinates out of range"
            if (found.latitude is None) != (found.longitude is None):
                yield f"place {found.name!r}: half located"
            if found.kind not in get_args(PlaceKind) or not 0 <= found.confidence <= 1 or not found.reason:
                yield f"place {found.name!r}: kind, confidence or reason"
            if found.country is not None and not CODE.fullmatch(found.country):
                yield f"place {found.name!r}: country {found.country!r}"
        if place.role not in get_args(Role):
            yield f"place {place.name!r}: role"


def _dates(record: Extraction) -> Iterable[str]:
    for date in record.dates:
        yield from _days(f"date {date.text!r}", date.earliest, date.latest)
        if date.type not in ("DATE", "TIME", "DURATION", "SET") or not date.value or not date.reason:
            yield f"date {date.text!r}: type, value or reason"


def _figures(record: Extraction) -> Iterable[str]:
    for figure in record.figures:
        if figure.low is not None and figure.high is not None and figure.low > figure.high:
            yield f"figure {figure.text!r}: low over high"
        if figure.bound not in get_args(Bound) or figure.kind not in get_args(FigureKind):
            yield f"figure {figure.text!r}: bound or kind"
        start, end = figure.sentence
        if not 0 <= start <= figure.start < end <= len(record.text):
            yield f"figure {figure.text!r}: outside its sentence"
        yield from _index(f"figure {figure.text!r}", figure.place, record.places)
        yield from _index(f"figure {figure.text!r}", figure.date, record.dates)
        yield from _speaker(record, figure.speaker)


def _quotes(record: Extraction) -> Iterable[str]:
    for quote in record.quotes:
        yield from _speaker(record, quote.speaker)
        if quote.cue and record.text[quote.cue.start : quote.cue.end] != quote.cue.text:
            yield f"quote {quote.text!r}: cue"


def _events(record: Extraction) -> Iterable[str]:
    for event in record.events:
        yield from _days(f"event {event.summary!r}", event.earliest, event.latest)
        if event.status not in get_args(Status) or not event.summary.strip():
            yield f"event {event.summary!r}: status or summary"
        if not event.start <= event.trigger.start < event.trigger.end <= event.end:
            yield f"event {event.summary!r}: trigger outside"
        for name, among in (("dates", record.dates), ("places", record.places), ("figures", record.figures)):
            for index in getattr(event, name):
                yield from _index(f"event {event.summary!r}: {name}", index, among)


def _sentences(record: Extraction) -> Iterable[str]:
    ends = [0, *(position for sentence in record.sentences for position in sentence), len(record.text)]
    if ends != sorted(ends):
        yield "sentences overlap or leave the text"


def _speaker(record: Extraction, speaker: Any) -> Iterable[str]:
    if speaker and not (speaker.name and 0 <= speaker.start < speaker.end <= len(record.text)):
        yield f"speaker {speaker.name!r}"


def _index(what: str, index: int | None, among: Sequence[object]) -> Iterable[str]:
    if index is not None and not 0 <= index < len(among):
        yield f"{what}: index {index} of {len(among)}"


def _days(what: str, earliest: dt.date | None, latest: dt.date | None) -> Iterable[str]:
    if earliest and latest and earliest > latest:
        yield f"{what}: {earliest} after {latest}"
