"""Events: clauses that tell what was done, with when, where and which figures."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from core.events.clauses import Clause, Clauses
from core.events.dating import Dating, dates_of_clauses
from core.events.nouns import NounEvent, dated_nouns
from core.events.status import status_of, status_of_noun
from core.events.wording import actors_of, extent_of, noun_extent, summary_of
from core.models import DateMention, Event, Figure, Place, Quote, Trigger


def find_events(
    doc: Doc,
    dates: Sequence[DateMention],
    places: Sequence[Place],
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
) -> tuple[Event, ...]:
    """What the text tells, at most one event a clause, sorted by start; indices point into the given records.

    A clause is an event where it has a date, a scene or a figure of its own; without a date it must tell of something
    done, not of a state or of a mere saying. Undated events keep null bounds and a reason.
    """
    if not len(doc) or not doc.has_annotation("DEP"):
        return ()
    clauses = Clauses(doc, dates, places, figures, quotes)
    nouns = dated_nouns(clauses, dates)
    datings = dates_of_clauses(clauses, dates, {index for noun in nouns for index in noun.dates})
    events = [_from_noun(clauses, noun, places) for noun in nouns]
    events += [
        _from_clause(clauses, clause, dating, places)
        for clause, dating in zip(clauses.all, datings, strict=True)
        if _is_event(clause, dating, places)
    ]
    return tuple(sorted(events, key=lambda event: (event.start, event.end, event.trigger.start)))


def _is_event(clause: Clause, dating: Dating, places: Sequence[Place]) -> bool:
    """A date makes any clause an event; without one something must be done at a place or to a number of things."""
    if dating.given_away or not clause.verbal:
        return False
    if dating.dated:
        return True
    held = bool(clause.figures) or any(places[i].role == "scene" for i in clause.places)
    return held and not (clause.saying or clause.stative or clause.purpose)


def _from_clause(clauses: Clauses, clause: Clause, dating: Dating, places: Sequence[Place]) -> Event:
    start, end = extent_of(clauses, clause, dating.lender)
    trigger = clauses.doc[clause.trigger]
    return Event(
        start=start,
        end=end,
        summary=summary_of(clauses, clause, start, end),
        trigger=Trigger(trigger.idx, trigger.idx + len(trigger), trigger.lemma_.lower()),
        earliest=dating.earliest,
        latest=dating.latest,
        precision=dating.precision,
        status=status_of(clauses, clause),
        dates=dating.dates,
        places=_scenes(clauses, clause, places),
        figures=tuple(clause.figures),
        actors=actors_of(clauses, clause),
        reason=dating.reason,
    )


def _from_noun(clauses: Clauses, noun: NounEvent, places: Sequence[Place]) -> Event:
    start, end = noun_extent(clauses, noun)
    token = clauses.doc[noun.token]
    inside = [i for i, place in enumerate(places) if start <= place.start < end and place.role == "scene"]
    return Event(
        start=start,
        end=end,
        summary=" ".join(clauses.text[start:end].split()),
        trigger=Trigger(token.idx, token.idx + len(token), token.lemma_.lower()),
        earliest=noun.dating.earliest,
        latest=noun.dating.latest,
        precision=noun.dating.precision,
        status=status_of_noun(clauses, noun.token),
        dates=noun.dates,
        places=tuple(inside),
        figures=tuple(i for i in clauses.clause_of(noun.token).figures if start <= clauses.figure_starts[i] < end),
        actors=(),
        reason=noun.dating.reason,
    )


def _scenes(clauses: Clauses, clause: Clause, places: Sequence[Place]) -> tuple[int, ...]:
    """The clause's own scenes, else those of its sentence."""
    own = tuple(i for i in clause.places if places[i].role == "scene")
    if own:
        return own
    return tuple(i for i in clauses.places_in_sentence(clause) if places[i].role == "scene")
