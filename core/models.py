"""The records that extraction hands over: frozen, typed, and the same in JSON.

Offsets count characters (code points) of ``Document.text``; ``text[start:end]`` is always the mention.
Indices point into the lists of the same :class:`Extraction`. Dates are ISO calendar dates, coordinates WGS 84 degrees.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

PlaceKind = Literal["country", "region", "area", "settlement", "site", "water"]
Role = Literal["scene", "actor", "other"]
Outside = Literal["askable", "waiting", "found", "unknown", "unavailable"]
Timex = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["explicit", "published", "previous"]
Bound = Literal["exactly", "about", "at least", "at most", "more than", "less than", "between", "vague"]
FigureKind = Literal["count", "money", "percent", "measure", "duration", "rank"]
Precision = Literal["day", "week", "month", "year", "span"]
PlacesFrom = Literal["clause", "sentence", "heading", "dateline"]
Status = Literal["happened", "said", "planned", "denied", "possible"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text together with its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know about the text: ``code`` for programs, ``message`` for people.

    ``start`` and ``end`` are null where the notice is about the whole document.
    """

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known about it before extraction.

    ``boilerplate`` passages are kept but not read. ``pages`` are the offsets at which pages begin, where it has pages;
    ``address`` is where it was published, ``lacks`` say what of it could not be read. ``original`` is the SHA-256 of
    the file that was handed in (its own where it is that file, not part of it) under ``original_name``. ``dated_by``
    says in words where a guessed publication date was found.
    """

    id: str
    name: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_from: Literal["given", "metadata", "text"] | None = None
    language: str | None = None
    boilerplate: tuple[Span, ...] = ()
    warnings: tuple[Notice, ...] = ()
    author: str | None = None
    address: str | None = None
    pages: tuple[int, ...] = ()
    lacks: tuple[str, ...] = ()
    original: str | None = None
    dated_by: str | None = None
    original_name: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One entry of the gazetteer that a name may stand for."""

    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    country: str | None
    source: str | None
    precision_km: float | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym with the place it was resolved to; null coordinates mean named but not located.

    ``outside`` tells what became of a name that the gazetteer does not know: ``askable`` where an outside geocoder may
    be asked for it, then what it said. Null for all others.
    """

    start: int
    end: int
    text: str
    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    country: str | None
    source: str | None
    precision_km: float | None
    role: Role
    adjective: bool
    confidence: float
    reason: str
    alternatives: tuple[PlaceCandidate, ...] = ()
    outside: Outside | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression with TIMEX3 type, value and modifier, and the span of days it covers (inclusive)."""

    start: int
    end: int
    text: str
    type: Timex
    value: str
    modifier: str | None
    earliest: dt.date | None
    latest: dt.date | None
    anchor: Anchor | None
    reason: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who vouches for something: the fullest name in the document and the words that show it."""

    name: str
    start: int
    end: int
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported speech; for direct speech ``start`` and ``end`` lie inside the quotation marks."""

    start: int
    end: int
    text: str
    kind: Literal["direct", "indirect"]
    speaker: Speaker | None
    cue: Words | None
    via: str | None
    closed: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: its value as an interval, what it counts, and who says so."""

    start: int
    end: int
    text: str
    low: int | float | None
    high: int | float | None
    bound: Bound
    change: Literal["up", "down"] | None
    unit: str | None
    counted: str | None
    counted_head: str | None
    kind: FigureKind
    speaker: Speaker | None
    via: str | None
    hedges: tuple[str, ...]
    negated: bool
    place: int | None
    date: int | None
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that makes a clause an event."""

    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Event:
    """A clause that tells what was done, with when and where as indices into the record.

    ``places_from`` is where the places were taken from: whatever is not the clause's own is inherited. ``cue`` holds
    the words that show the status, such as "refused" or "if"; null for what is plainly told.
    """

    start: int
    end: int
    summary: str
    trigger: Trigger
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision | None
    status: Status
    dates: tuple[int, ...]
    places: tuple[int, ...]
    figures: tuple[int, ...]
    actors: tuple[Words, ...]
    reason: str = ""
    places_from: PlacesFrom | None = None
    cue: Words | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extraction found in one document. ``sentences`` lets a page show a mention in its sentence.

    ``pages``, ``original``, ``original_name`` and ``dated_by`` are those of the document.
    """

    id: str
    name: str
    sha256: str
    title: str | None
    outlet: str | None
    published: dt.date | None
    published_from: Literal["given", "metadata", "text"] | None
    language: str | None
    text: str
    warnings: tuple[Notice, ...]
    boilerplate: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]
    places: tuple[Place, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    pages: tuple[int, ...] = ()
    original: str | None = None
    dated_by: str | None = None
    original_name: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the parse it was made from, packed: a new publication date needs no second reading."""

    record: Extraction
    parse: bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """A document from which nothing could be extracted, with one sentence for people."""

    id: str
    error: str


def to_json(record: Any) -> bytes:
    """One line of UTF-8 JSON, keys in the order of the fields."""
    return msgspec.json.encode(record)


def extraction_from_json(line: bytes | str) -> Extraction:
    """The record that :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: a key is missing or has another type than promised.
    """
    return msgspec.json.decode(line, type=Extraction)
