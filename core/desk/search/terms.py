"""What a passage can be found by besides its words: the places, people, numbers and days that are marked in it.

A name can be found by any of its words, so that it has a row for each of them: the words from there to its end. Only
the row of the whole name says how it is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from core.desk.search.normalising import words
from core.models import Extraction

Kind = Literal["place", "person", "who", "figure", "day"]
_MOST_WORDS = 12
"""Words of a name that it can be found by."""

_FARTHEST = 1e300


class Term(NamedTuple):
    """Something marked at ``start``–``end`` of the text; of what its kind has no use for, null.

    ``value`` is a name, or its end, in normal form; ``label`` the name as it is written, null but for whole names.
    """

    kind: Kind
    start: int
    end: int
    value: str | None = None
    label: str | None = None
    low: float | None = None
    high: float | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None


def terms(record: Extraction) -> list[Term]:
    """All terms of a document, each once, in the order of the text."""
    found = dict.fromkeys((*_places(record), *_people(record), *_figures(record), *_days(record)))
    return sorted(found, key=lambda term: (term.start, term.end))


def _places(record: Extraction) -> Iterator[Term]:
    """Adjectives name no place; a name in the text is another way to its place."""
    for place in record.places:
        if not place.adjective:
            yield from _named("place", place.start, place.end, place.name)
            yield from _parts("place", place.start, place.end, words(place.text))


def _people(record: Extraction) -> Iterator[Term]:
    """Who speaks is a person named, and so is who acts."""
    quoted = ((quote.start, quote.end, quote.speaker) for quote in record.quotes)
    counted = ((figure.start, figure.end, figure.speaker) for figure in record.figures)
    for start, end, speaker in (*quoted, *counted):
        if speaker is not None:
            yield from _named("who", start, end, speaker.name)
            yield from _named("person", speaker.start, speaker.end, speaker.name)
    for event in record.events:
        for actor in event.actors:
            yield from _named("person", actor.start, actor.end, actor.text)


def _figures(record: Extraction) -> Iterator[Term]:
    """What the source states: an end that it leaves open is the number that it does state."""
    for figure in record.figures:
        stated = [end for end in (figure.low, figure.high) if end is not None]
        if stated:
            low, high = (float(max(-_FARTHEST, min(end, _FARTHEST))) for end in (min(stated), max(stated)))
            yield Term("figure", figure.start, figure.end, low=low, high=high)


def _days(record: Extraction) -> Iterator[Term]:
    """Days that are named, and those that events are dated to from elsewhere in the text: these stand at the verb."""
    named = (Term("day", date.start, date.end, earliest=date.earliest, latest=date.latest) for date in record.dates)
    told = (
        Term("day", event.trigger.start, event.trigger.end, earliest=event.earliest, latest=event.latest)
        for event in record.events
    )
    return (term for term in (*named, *told) if term.earliest is not None or term.latest is not None)


def _named(kind: Kind, start: int, end: int, name: str) -> Iterator[Term]:
    found = words(name)
    if found:
        yield Term(kind, start, end, " ".join(found), name)
        yield from _parts(kind, start, end, found[1:])


def _parts(kind: Kind, start: int, end: int, found: tuple[str, ...]) -> Iterator[Term]:
    """A name from each of its words on."""
    for number in range(min(len(found), _MOST_WORDS)):
        yield Term(kind, start, end, " ".join(found[number : number + _MOST_WORDS]))
