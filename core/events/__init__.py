"""Events: clauses that tell what was done, with when, where and which figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from core.events.clauses import Clause, Clauses
from core.events.dating import Dating, dates_of_clauses
from core.events.factuality import ahead, status_of, status_of_noun
from core.events.modality import Standing
from core.events.nominal_events import NounEvent, dated_nouns
from core.events.scenes import Scenes
from core.events.wording import actors_of, extent_of, noun_extent, summary_of
from core.models import DateMention, Event, Figure, Place, Quote, Trigger, Words
from core.text.view import TextView


def find_events(
    view: TextView,
    dates: Sequence[DateMention],
    places: Sequence[Place],
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
    published: dt.date | None = None,
) -> tuple[Event, ...]:
    """What the text tells, at most one event a clause, sorted by start; indices point into the given records.

    A clause is an event where it has a date, a scene or a figure of its own; without a date it must tell of something
    done, not of a state or of a mere saying. Undated events keep null bounds and a reason. What is told without a past
    tense of a day after the publication is planned.
    """
    if not len(view) or not view.doc.has_annotation("DEP"):
        return ()
    clauses = Clauses(view, dates, places, figures, quotes)
    nouns = dated_nouns(clauses, dates)
    datings = dates_of_clauses(clauses, dates, {index for noun in nouns for index in noun.dates})
    scenes = Scenes(clauses, places)
    events = [_from_noun(clauses, noun, scenes, published) for noun in nouns]
    events += [
        _from_clause(clauses, clause, dating, scenes, published)
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


def _from_clause(clauses: Clauses, clause: Clause, dating: Dating, scenes: Scenes, published: dt.date | None) -> Event:
    start, end = extent_of(clauses, clause, dating.lender)
    standing = ahead(clauses, clause.head, status_of(clauses, clause), dating.earliest, published)
    places, places_from = scenes.of_clause(clause, standing.status == "happened")
    return Event(
        start=start,
        end=end,
        summary=summary_of(clauses, clause, start, end),
        trigger=_trigger(clauses, clause.trigger),
        earliest=dating.earliest,
        latest=dating.latest,
        precision=dating.precision,
        status=standing.status,
        dates=dating.dates,
        places=places,
        figures=tuple(clause.figures),
        actors=actors_of(clauses, clause),
        reason=dating.reason,
        places_from=places_from,
        cue=_cue(clauses, standing),
    )


def _from_noun(clauses: Clauses, noun: NounEvent, scenes: Scenes, published: dt.date | None) -> Event:
    start, end = noun_extent(clauses, noun)
    standing = ahead(clauses, noun.token, status_of_noun(clauses, noun.token), noun.dating.earliest, published)
    places, places_from = scenes.of_noun(start, end)
    return Event(
        start=start,
        end=end,
        summary=" ".join(clauses.view.text[start:end].split()),
        trigger=_trigger(clauses, noun.token),
        earliest=noun.dating.earliest,
        latest=noun.dating.latest,
        precision=noun.dating.precision,
        status=standing.status,
        dates=noun.dates,
        places=places,
        figures=tuple(i for i in clauses.clause_of(noun.token).figures if start <= clauses.figure_starts[i] < end),
        actors=(),
        reason=noun.dating.reason,
        places_from=places_from,
        cue=_cue(clauses, standing),
    )


def _trigger(clauses: Clauses, token: int) -> Trigger:
    view = clauses.view
    return Trigger(view.starts[token], view.end_of(token), view.lemma[token])


def _cue(clauses: Clauses, standing: Standing) -> Words | None:
    if standing.cue is None:
        return None
    view = clauses.view
    return Words(view.starts[standing.cue], view.end_of(standing.cue), view.words[standing.cue])
