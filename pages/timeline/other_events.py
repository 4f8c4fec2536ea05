"""Other events that may be the same as one: the nearest in time and place, and those that tell some words."""

from __future__ import annotations

from core.event_coreference import EventCluster, gathered, matching, nearest
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, ClusterRow, EventRow
from pages.shared import events
from pages.shared.view import DossierView

_PROMINENT = 240
"""Mentions at each of its places, and on its days, among which the nearest are looked for."""

_DOCUMENTS = 60
"""Documents of which these are."""

_TOLD = 500
"""Mentions of events with some words that are looked at."""


def nearest_to(view: DossierView, row: ClusterRow, cluster: EventCluster) -> list[ClusterRow]:
    """The nearest events, the nearest first."""
    found = events.clusters_of(view, [one.key for one in _near(view, row)])
    others = [other for other in found if other.id != cluster.id]
    compared = events.proposal_of(view, [cluster, *others])
    if cluster not in compared.clusters:
        return []  # it has changed since
    best = nearest(compared, [other for other in compared.clusters if other.id != cluster.id], cluster)
    members = view.marks.keyed(EVENTS, [key for other in best for key in other.members])
    rows = {one.cluster: one for one in gathered(members, best)}
    return [rows[other.id] for other in best if other.id in rows]


def telling(view: DossierView, words: str) -> list[ClusterRow]:
    """The events with all of some words in what they tell, their days or places."""
    whole = view.whole
    known = {row.key: row for row in (*whole.events, *whole.marks.telling(words, _TOLD))}
    rows = list(known.values())
    return matching(gathered(rows, events.clusters_of(view, [*known])), words)


def _near(view: DossierView, row: EventRow) -> tuple[EventRow, ...]:
    """The most prominent mentions at the places of an event, or on its days."""
    days = Filter(first=row.earliest or row.latest, last=row.latest or row.earliest)
    asked = [*(Filter(place=key) for key in row.place_keys), *([days] if row.dated else ())]
    found = {one.key: one for chosen in asked for one in view.marks.under(chosen).prominent(EVENTS, _PROMINENT)}
    best = sorted(found.values(), key=lambda one: -one.salience)
    docs = list(dict.fromkeys(one.doc for one in best))[:_DOCUMENTS]
    return tuple(one for one in best if one.doc in docs)
