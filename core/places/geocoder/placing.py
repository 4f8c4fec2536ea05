"""Puts a geocoder's answers into a record that was read without them; the text is not read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.models import Extraction, Outside, Place, PlaceCandidate
from core.places.geocoder.answer import Answer, Found, Spot, Unavailable
from core.places.geocoder.askable import asked_as
from core.places.geocoder.choosing import Choice, Company, choose, company_of

MOST_NAMES = 100
"""Names of one document that are asked for: a long list of odd names must not keep the line to itself."""

_OTHERS = 4


def names_of(record: Extraction) -> tuple[str, ...]:
    """The names of a record that may be asked for outside, each once, in the order of the text.

    One mention that may be asked for is enough; the answer then serves all mentions of the name.
    """
    names = dict.fromkeys(asked_as(place.text) for place in record.places if _open(place))
    return tuple(names)[:MOST_NAMES]


def placed(record: Extraction, answers: Mapping[str, Answer], geocoder: str) -> Extraction:
    """The record with every name that was to be asked for as the answers say; everything else as it was.

    Args:
        record: as extraction made it. What is located already, by the gazetteer or by people, stays.
        answers: name (of :func:`names_of`) → answer; names that are missing still wait.
        geocoder: what a reader calls the geocoder, e.g. "Nominatim at geo.newsroom.local".
    """
    names = set(names_of(record))
    if not names:
        return record
    company = company_of(record.places)
    places = tuple(
        _placed(place, answers.get(asked_as(place.text)), company, geocoder)
        if place.latitude is None and asked_as(place.text) in names
        else place
        for place in record.places
    )
    return replace(record, places=places)


def _open(place: Place) -> bool:
    return place.outside is not None and place.latitude is None


def _placed(place: Place, answer: Answer | None, company: Company, geocoder: str) -> Place:
    if answer is None:
        return _unplaced(place, "waiting", f"{geocoder} was asked for it and has not answered yet.")
    if isinstance(answer, Unavailable):
        return _unplaced(place, "unavailable", f"{geocoder} could not answer: {answer.reason}. It will be asked again.")
    choice = choose(answer.spots, place.kind, company) if isinstance(answer, Found) else None
    if choice is None:
        return _unplaced(place, "unknown", f"{geocoder} knows no place of this name either.")
    return _found(place, choice, geocoder)


def _unplaced(place: Place, state: Outside, words: str) -> Place:
    return replace(place, outside=state, reason=f"The gazetteer does not know this name; {words}")


def _found(place: Place, choice: Choice, geocoder: str) -> Place:
    spot = choice.spot
    return replace(
        place,
        kind=spot.kind,
        latitude=spot.latitude,
        longitude=spot.longitude,
        country=spot.country,
        source=spot.source,
        precision_km=spot.precision_km,
        confidence=choice.confidence,
        reason=f"The gazetteer does not know this name; {geocoder} knows it as “{spot.label}”. {choice.words}",
        alternatives=_candidates(choice.others, geocoder),
        outside="found",
    )


def _candidates(others: Sequence[tuple[Spot, float]], geocoder: str) -> tuple[PlaceCandidate, ...]:
    return tuple(
        PlaceCandidate(
            name=spot.label,
            kind=spot.kind,
            latitude=spot.latitude,
            longitude=spot.longitude,
            country=spot.country,
            source=spot.source,
            precision_km=spot.precision_km,
            confidence=confidence,
            reason=f"{geocoder} knows it by the same name.",
        )
        for spot, confidence in others[:_OTHERS]
    )
