"""One record → its figures as claims, or the reason why one cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.compare.claim import Claim
from core.compare.days import day_of
from core.compare.sense import sense_of
from core.compare.units import base_of
from core.compare.words import before_and_after
from core.models import Extraction, Figure, Place
from core.origins import credited, credited_for_all
from core.text.datelines import datelines

NOT_COMPARED = {
    "number": "an amount without a number",
    "rank": "a rank, not an amount",
    "denied": "the text denies it",
    "counted": "the text does not say what it counts",
}

_LONGEST = 800
"""Characters of a sentence kept on either side of a figure, where it does not end."""

_LEAD = 45
"""Characters before a place in which it is told that somebody spoke there."""

_SHORTLY = 500
"""Characters before a sentence in which the place it speaks of may have been named."""


def read(record: Extraction) -> Iterator[Claim | tuple[str, int, str]]:
    """Every figure of a record, in order: a claim, or document, index and the reason why it is none."""
    whole = credited_for_all(record.text) | credited(record.outlet or "")
    filed = datelines(record.text)
    triggers = {index: event.trigger.lemma for event in record.events for index in event.figures}
    for i, figure in enumerate(record.figures):
        reason = _not_compared(figure)
        claim = None if reason else _claim(record, i, figure, triggers.get(i), whole, filed)
        yield claim or (record.id, i, reason or NOT_COMPARED["counted"])


def _not_compared(figure: Figure) -> str | None:
    if figure.low is None and figure.high is None:
        return NOT_COMPARED["number"]
    if figure.kind == "rank":
        return NOT_COMPARED["rank"]
    if figure.negated and (figure.low, figure.high) != (0, 0):
        return NOT_COMPARED["denied"]
    return None


def _claim(
    record: Extraction,
    i: int,
    figure: Figure,
    trigger: str | None,
    credits_of_all: frozenset[str],
    filed: Sequence[tuple[int, int]],
) -> Claim | None:
    before, after = before_and_after(record.text, (figure.start, figure.end), figure.sentence)
    sense = sense_of(figure, before, after, trigger)
    if sense is None:
        return None
    first, last = max(figure.sentence[0], figure.start - _LONGEST), min(figure.sentence[1], figure.end + _LONGEST)
    sentence = record.text[first:last]
    named = _named(record, figure, filed)
    place = _place(record, figure)
    date = record.dates[figure.date] if figure.date is not None else None
    return Claim(
        doc=record.id,
        i=i,
        start=figure.start,
        end=figure.end,
        name=record.outlet or record.title or record.name,
        published=record.published,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        text=figure.text,
        counted=figure.counted,
        sentence=sentence,
        speaker=figure.speaker.name if figure.speaker else None,
        via=figure.via,
        quotation=_quotation(record, figure),
        credits=credited(f"{sentence} {figure.via or ''}"),
        document_credits=credits_of_all,
        hedges=figure.hedges,
        place=place.key if place else None,
        place_name=place.name if place else None,
        place_kind=place.kind if place else None,
        near=_near(record, figure, named),
        named=frozenset(p.key for p in named),
        day=day_of(date, record.text, (figure.start, figure.end)),
        sense=sense,
        said=(figure.low, figure.high, figure.unit),
    ).measured_in(base_of(figure.unit))


def _quotation(record: Extraction, figure: Figure) -> str | None:
    """The direct quotation that holds a figure; the innermost of several."""
    holding = [q for q in record.quotes if q.kind == "direct" and q.start <= figure.start and figure.end <= q.end]
    return min(holding, key=lambda q: q.end - q.start).text if holding else None


def _place(record: Extraction, figure: Figure) -> Place | None:
    """The place a figure is given for, unless somebody only spoke there."""
    place = record.places[figure.place] if figure.place is not None else None
    return None if place and _is_of_speech(record.text, figure, place) else place


def _is_of_speech(text: str, figure: Figure, place: Place) -> bool:
    """Whether somebody spoke at a place behind a figure: "…, the minister said in Kyiv"."""
    start = max(figure.end, place.start - _LEAD)
    return place.start > figure.end and _SPOKE.search(text, start, place.start) is not None


_SPOKE = re.compile(
    r"\b(?:said|announced|added|told (?:reporters|journalists|lawmakers|parliament|a|the))\b"
    r"[^.;,]*\b(?:in|at|from) (?:the )?$"
)


def _named(record: Extraction, figure: Figure, filed: Sequence[tuple[int, int]]) -> list[Place]:
    """The places in a figure's sentence, whatever their role; not where the report was filed or somebody spoke."""
    first, last = figure.sentence
    held = [p for p in record.places if not p.adjective and first <= p.start < last]
    told = [p for p in held if not _is_of_speech(record.text, figure, p)]
    return [p for p in told if not any(start <= p.start < end for start, end in filed)]


def _near(record: Extraction, figure: Figure, named: Sequence[Place]) -> str | None:
    """The scene smaller than a country that the text named shortly before, if a figure's sentence names no place.

    Where a report was filed is such a scene only if the report itself has it as one: many are written in a capital.
    """
    first, last = figure.sentence
    held = [p for p in record.places if not p.adjective and first - _SHORTLY <= p.start < last]
    around = [p for p in held if not _is_of_speech(record.text, figure, p)]
    known = {p.key for p in record.places if p.role == "scene" and p.kind != "country"}
    scenes = [p for p in around if p.role != "actor" and p.key in known]
    return max(scenes, key=lambda p: p.start).key if scenes and not named else None
