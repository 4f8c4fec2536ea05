"""Records → one pandas frame a kind of mark: what pages, counts, charts and exports read.

Every frame of marks shares the columns of :data:`COMMON`, so that one filter serves all:

``doc`` document id · ``i`` index in the record's own list · ``start``, ``end``, ``text`` the mention ·
``sent_start``, ``sent_end`` its sentence · ``place_keys`` tuple of keys of the places it is about ·
``spans`` tuple of (earliest, latest), either null where open · ``speaker`` name or null ·
``page`` number of the page it is on, null where the document has none.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import pandas as pd

from core.frames.event_ids import lasting_ids
from core.models import Event, Extraction, Figure, Place, Quote
from core.text.invisible_characters import HIDDEN, visible
from core.text.page_numbers import page_of

COMMON = ("doc", "i", "start", "end", "text", "sent_start", "sent_end", "place_keys", "spans", "speaker", "page")
_OWN = {
    "places": (
        *("name", "kind", "latitude", "longitude", "country", "source", "precision_km", "role", "adjective"),
        *("confidence", "reason", "alternatives", "outside", "key"),
    ),
    "dates": ("type", "value", "modifier", "earliest", "latest", "anchor", "reason"),
    "figures": (
        *("low", "high", "bound", "change", "unit", "counted", "counted_head", "kind", "speaker_role", "via"),
        *("hedges", "negated", "place_key", "place_name", "when", "earliest", "latest", "trigger"),
    ),
    "quotes": ("kind", "speaker_role", "cue", "via", "closed"),
    "events": (
        *("trigger", "earliest", "latest", "precision", "status", "place_names", "figure_texts", "actors"),
        *("reason", "speaker_role", "figures", "places_from", "cue", "clock", "event_id"),
    ),
}
_DOCUMENT = ("doc", "name", "title", "outlet", "published", "published_from", "language", "warnings", "marks")
Dates = tuple[dt.date | None, dt.date | None]
_Mark = TypeVar("_Mark")


@dataclass(frozen=True, slots=True)
class Frames:
    """One frame a kind of mark, rows in the order of documents and text, and one row a document."""

    documents: pd.DataFrame
    places: pd.DataFrame
    dates: pd.DataFrame
    figures: pd.DataFrame
    quotes: pd.DataFrame
    events: pd.DataFrame

    def marks(self) -> int:
        """How many marks there are in all."""
        return sum(len(getattr(self, f.name)) for f in fields(self) if f.name != "documents")


def place_key(place: Place) -> str:
    """What groups the mentions of one place: its gazetteer id, or its name where it was not located."""
    return place.source or f"name:{place.name.casefold()}"


def frames(records: Iterable[Extraction]) -> Frames:
    """The frames of some documents; empty frames have all columns."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        shows = _shown if HIDDEN.search(record.text) else list
        for kind, found in _Reader(record).rows().items():
            rows[kind] += shows(found)
    tables = {kind: _table(rows[kind], (*COMMON, *own)) for kind, own in _OWN.items()}
    return Frames(documents=_table(rows["documents"], _DOCUMENT), **tables)


def _table(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Columns of plain objects, so that null stays None and a day stays a day."""
    return pd.DataFrame(rows, columns=[*columns], dtype=object)


def _shown(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with words as they may be shown on any page or chart: hidden characters stand as signs."""
    done: dict[int, Any] = {}  # tuples are shared by many rows, and may be long

    def shown(value: Any) -> Any:
        if isinstance(value, str):
            return visible(value)
        if type(value) is not tuple:
            return value
        if id(value) not in done:
            done[id(value)] = tuple(map(shown, value))
        return done[id(value)]

    return [{name: shown(value) for name, value in row.items()} for row in rows]


class _Reader:
    """One record, with what its marks need of each other looked up once."""

    def __init__(self, record: Extraction) -> None:
        self.record = record
        self.starts = [start for start, _ in record.sentences]
        # one tuple a sentence, shared by all its marks: a list of thousands of places may be one sentence
        self.keys_in = self._by_sentence((p.start, place_key(p)) for p in record.places if not p.adjective)
        self.dates_in = self._by_sentence(
            (d.start, (d.earliest, d.latest)) for d in record.dates if d.earliest or d.latest
        )
        self.spans_of_place: dict[int, list[Dates]] = defaultdict(list)
        for event in record.events:
            for index in event.places:
                if event.earliest or event.latest:
                    self.spans_of_place[index].append((event.earliest, event.latest))
        self.speaker_at = _innermost(record.quotes)
        self.event_ids = lasting_ids(record)
        self.trigger_of_figure = {index: event.trigger.lemma for event in record.events for index in event.figures}

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence at a position of the text; an empty one where there is none."""
        index = bisect_right(self.starts, position) - 1
        return self.record.sentences[index] if index >= 0 else (position, position)

    def _by_sentence(self, marks: Iterable[tuple[int, _Mark]]) -> dict[tuple[int, int], tuple[_Mark, ...]]:
        """What stands in each sentence, each once, from what begins where."""
        found: dict[tuple[int, int], dict[_Mark, None]] = defaultdict(dict)
        for start, mark in marks:
            found[self.sentence(start)][mark] = None
        return {sentence: tuple(marks) for sentence, marks in found.items()}

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        record = self.record
        found = {
            "places": [self._place(i, p) for i, p in enumerate(record.places)],
            "dates": [
                self._row(i, d, d.text, spans=((d.earliest, d.latest),) if d.earliest or d.latest else ())
                for i, d in enumerate(record.dates)
            ],
            "figures": [self._figure(i, f) for i, f in enumerate(record.figures)],
            "quotes": [self._quote(i, q) for i, q in enumerate(record.quotes)],
            "events": [self._event(i, e) for i, e in enumerate(record.events)],
        }
        about = {name: getattr(record, name) for name in _DOCUMENT if name not in ("doc", "marks")}
        marks = sum(len(part) for part in found.values())
        return {**found, "documents": [{"doc": record.id, **about, "marks": marks}]}

    def _row(self, i: int, mark: Any, text: str, **own: Any) -> dict[str, Any]:
        """The common columns, then the mark's own fields, then what is given."""
        sentence = self.sentence(mark.start)
        speaker = self.speaker_at(mark.start)
        row = {name: getattr(mark, name) for name in mark.__dataclass_fields__}
        return {
            **row,
            "doc": self.record.id,
            "i": i,
            "text": text,
            "sent_start": sentence[0],
            "sent_end": max(sentence[1], mark.end),
            "place_keys": self.keys_in.get(sentence, ()),
            "spans": self.dates_in.get(sentence, ()),
            "page": page_of(self.record.pages, mark.start),
            "speaker": speaker.speaker.name if speaker and speaker.speaker else None,
            "speaker_role": speaker.speaker.role if speaker and speaker.speaker else None,
            **own,
        }

    def _place(self, i: int, place: Place) -> dict[str, Any]:
        key = place_key(place)
        return self._row(i, place, place.text, key=key, place_keys=(key,), spans=tuple(self.spans_of_place[i]))

    def _figure(self, i: int, figure: Figure) -> dict[str, Any]:
        place = self.record.places[figure.place] if figure.place is not None else None
        date = self.record.dates[figure.date] if figure.date is not None else None
        row = self._row(i, figure, figure.text)
        own = (place_key(place),) if place else ()
        return {
            **row,
            "speaker": figure.speaker.name if figure.speaker else None,
            "speaker_role": figure.speaker.role if figure.speaker else None,
            "place_key": own[0] if own else None,
            "place_name": place.name if place else None,
            "place_keys": tuple(dict.fromkeys((*own, *row["place_keys"]))),
            "when": date.text if date else None,
            "trigger": self.trigger_of_figure.get(i),
            "earliest": date.earliest if date else None,
            "latest": date.latest if date else None,
            "spans": ((date.earliest, date.latest),) if date and (date.earliest or date.latest) else row["spans"],
        }

    def _quote(self, i: int, quote: Quote) -> dict[str, Any]:
        speaker = quote.speaker
        return self._row(
            i,
            quote,
            quote.text,
            speaker=speaker.name if speaker else None,
            speaker_role=speaker.role if speaker else None,
            cue=quote.cue.text if quote.cue else None,
        )

    def _event(self, i: int, event: Event) -> dict[str, Any]:
        places = [self.record.places[p] for p in event.places]
        row = self._row(
            i,
            event,
            event.summary,
            trigger=event.trigger.lemma,
            place_keys=tuple(dict.fromkeys(place_key(p) for p in places if not p.adjective)),
            place_names=tuple(dict.fromkeys(p.name for p in places if not p.adjective)),
            figure_texts=tuple(self.record.figures[f].text for f in event.figures),
            actors=tuple(words.text for words in event.actors),
            cue=event.cue.text if event.cue else None,
            clock=self._clock(event),
            event_id=self.event_ids[i],
            spans=((event.earliest, event.latest),) if event.earliest or event.latest else (),
        )
        speaker = self.speaker_at(event.trigger.start)
        return {**row, "speaker": speaker.speaker.name if speaker and speaker.speaker else None}

    def _clock(self, event: Event) -> str | None:
        """What follows the day in the value of the time it happened at: ``09:14``, ``MO``."""
        times = (self.record.dates[i] for i in event.dates if self.record.dates[i].type == "TIME")
        return next((clock for time in times if (clock := time.value.partition("T")[2])), None)


def _innermost(quotes: Sequence[Quote]) -> Callable[[int], Quote | None]:
    """A function position → the shortest quotation with a speaker that covers it."""
    ordered = sorted((q for q in quotes if q.speaker), key=lambda q: q.start)
    starts = [q.start for q in ordered]
    furthest: list[int] = []  # the latest end so far: where the walk back may stop
    for quote in ordered:
        furthest.append(max(quote.end, furthest[-1] if furthest else 0))

    def at(position: int) -> Quote | None:
        best: Quote | None = None
        index = bisect_right(starts, position) - 1
        while index >= 0 and furthest[index] > position:
            quote = ordered[index]
            if quote.end > position and (best is None or quote.end - quote.start < best.end - best.start):
                best = quote
            index -= 1
        return best

    return at
