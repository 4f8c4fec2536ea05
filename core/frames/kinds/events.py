"""Mentions of events: what was done, when and where; and the event that several mentions tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import and_

from core.frames.context import RecordContext
from core.frames.event_ids import lasting_ids
from core.frames.kinds.kind import Facts, MarkKind
from core.frames.kinds.reason import Reason
from core.frames.mark import MarkRow, span_of
from core.frames.salience import salience_of_event
from core.models import Event, Extraction, PlacesFrom, Precision, Status
from core.wording import days

_PLACES_FROM: dict[PlacesFrom | None, str] = {
    "sentence": "named in the same sentence",
    "heading": "named in the heading above",
    "dateline": "where the report was filed; the sentence names no place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(MarkRow):
    """A mention of an event; ``text`` is who did what, ``figures`` are indices into the record's own.

    ``clock`` is what follows the day in the TIMEX3 value of its time: ``09:14``, ``MO``. ``event_id`` is the same after
    another reading of the document (:mod:`core.frames.event_ids`). ``salience`` is what speaks for its prominence
    whatever day it is (:mod:`core.frames.salience`).
    """

    trigger: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision | None
    status: Status
    place_names: tuple[str, ...]
    figure_texts: tuple[str, ...]
    actors: tuple[str, ...]
    reason: str
    figures: tuple[int, ...]
    places_from: PlacesFrom | None
    cue: str | None
    clock: str | None
    event_id: str
    salience: float

    @property
    def dated(self) -> bool:
        """Whether any of its days is known."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRow(EventRow):
    """An event as pages list it: the best of its mentions, with what :func:`core.event_coreference.gathered` adds.

    Attributes:
        cluster: id of the cluster; empty where nobody looked for one.
        keys: ``doc:i`` of each mention that is shown, comma-joined, the best first.
        mentions: how many these are.
        documents: in how many documents they stand.
        why: what makes them one event; empty for one mention alone.
        by_hand: which part people have in it.
    """

    cluster: str
    keys: str
    mentions: int
    documents: int
    why: str
    by_hand: str


def _read(context: RecordContext) -> Iterator[EventRow]:
    ids = lasting_ids(context.record)
    for i, event in enumerate(context.record.events):
        row = _row(context, i, event, ids[i])
        yield replace(row, salience=salience_of_event(row))


def _row(context: RecordContext, i: int, event: Event, event_id: str) -> EventRow:
    """An event is about its own places and days, and it is told by whoever speaks at its trigger."""
    record = context.record
    places = [record.places[index] for index in event.places if not record.places[index].adjective]
    speaker = context.speaker(event.trigger.start)
    common = context.common(i, event, event.summary)
    common["place_keys"] = tuple(dict.fromkeys(place.key for place in places))
    common["spans"] = span_of(event.earliest, event.latest)
    common["speaker"] = speaker.name if speaker else None
    return EventRow(
        **common,
        trigger=event.trigger.lemma,
        earliest=event.earliest,
        latest=event.latest,
        precision=event.precision,
        status=event.status,
        place_names=tuple(dict.fromkeys(place.name for place in places)),
        figure_texts=tuple(record.figures[index].text for index in event.figures),
        actors=tuple(words.text for words in event.actors),
        reason=event.reason,
        figures=event.figures,
        places_from=event.places_from,
        cue=event.cue.text if event.cue else None,
        clock=_clock(record, event),
        event_id=event_id,
        salience=0.0,
    )


def _clock(record: Extraction, event: Event) -> str | None:
    times = (record.dates[i] for i in event.dates if record.dates[i].type == "TIME")
    return next((clock for time in times if (clock := time.value.partition("T")[2])), None)


_UNDATED: Reason[EventRow] = Reason(
    lambda _: "events without a date",
    lambda row, _: not row.dated,
    lambda rows, _: and_(rows.c.earliest.is_(None), rows.c.latest.is_(None)),
)


def _facts(row: EventRow) -> Facts:
    return [
        ("When", days(row.earliest, row.latest)),
        ("Why then", row.reason),
        ("Where", ", ".join(row.place_names)),
        ("Why there", _PLACES_FROM.get(row.places_from)),
        ("Status", f"{row.status}: “{row.cue}”" if row.cue else row.status),
        ("Who says so", row.speaker),
    ]


EVENTS: MarkKind[EventRow] = MarkKind(
    name="event",
    plural="events",
    row=EventRow,
    word="event",
    address="event",
    page="timeline",
    read=_read,
    facts=_facts,
    asked=("salience", "earliest", "latest"),
    left_out=(_UNDATED,),
)
