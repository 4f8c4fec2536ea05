"""Which mentions of a dossier tell the same event: as workers propose it, and as people have settled it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.desk.collation.reading import Collation
from core.desk.marks.reading import Marks
from core.event_coreference import (
    EventCluster,
    Proposal,
    alone,
    apply_judgements,
    gathered,
    matching,
    nearest,
)
from core.event_coreference.mention import EventMention, Mentions
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, ClusterRow, EventRow
from core.models import Judgement

_PROMINENT = 240
"""Mentions at each place of an event, and on its days, among which the nearest are looked for."""

_DOCUMENTS = 60
"""Documents of which these are."""

_TOLD = 500
"""Mentions of events with some words that are looked at."""


@dataclass(frozen=True, slots=True)
class Retellings:
    """The events of a dossier, whatever the filter. ``decided`` are those that people decided on, as they are now."""

    marks: Marks
    collation: Collation
    decided: tuple[EventCluster, ...]

    def several(self, keys: Collection[str]) -> tuple[EventCluster, ...]:
        """The events that any of some mentions tell, but for those that one mention tells and nobody decided on."""
        wanted = set(keys)
        concerned = {key for cluster in self.decided for key in cluster.members}
        proposed = self.collation.clusters(wanted)
        return (
            *(cluster for cluster in proposed if concerned.isdisjoint(cluster.members)),
            *(cluster for cluster in self.decided if not wanted.isdisjoint(cluster.members)),
        )

    def of(self, keys: Collection[str]) -> tuple[EventCluster, ...]:
        """The events that some mentions tell, each mention in exactly one."""
        found = self.several(keys)
        rest = set(keys) - {key for cluster in found for key in cluster.members}
        return (*found, *map(alone, self.marks.keyed(EVENTS, rest))) if rest else found

    def rows(self, keys: Collection[str]) -> tuple[ClusterRow, ...]:
        """The whole events that some mentions tell, a row each."""
        found = self.of(keys)
        return gathered(self.marks.keyed(EVENTS, [key for cluster in found for key in cluster.members]), found)

    def nearest(self, row: ClusterRow, cluster: EventCluster) -> list[ClusterRow]:
        """Other events that may be the same as one: the nearest in time and place, the nearest first."""
        others = [one for one in self.of([near.key for near in self._near(row)]) if one.id != cluster.id]
        compared = comparable(self.marks, [cluster, *others])
        if cluster not in compared.clusters:
            return []  # it has changed since
        best = nearest(compared, [other for other in compared.clusters if other.id != cluster.id], cluster)
        members = self.marks.keyed(EVENTS, [key for other in best for key in other.members])
        rows = {one.cluster: one for one in gathered(members, best)}
        return [rows[other.id] for other in best if other.id in rows]

    def telling(self, words: str, known: Iterable[EventRow] = ()) -> list[ClusterRow]:
        """The events with all of some words in what they tell, their days or places; among ``known`` in any case."""
        rows = {row.key: row for row in (*known, *self.marks.telling(words, _TOLD))}
        return matching(gathered(list(rows.values()), self.of([*rows])), words)

    def _near(self, row: EventRow) -> list[EventRow]:
        """The most prominent mentions at the places of an event, or on its days."""
        days = Filter(first=row.earliest or row.latest, last=row.latest or row.earliest)
        asked = [*(Filter(place=key) for key in row.place_keys), *([days] if row.dated else ())]
        found = {one.key: one for chosen in asked for one in self.marks.under(chosen).prominent(EVENTS, _PROMINENT)}
        best = sorted(found.values(), key=lambda one: -one.salience)
        docs = list(dict.fromkeys(one.doc for one in best))[:_DOCUMENTS]
        return [one for one in best if one.doc in docs]


def settle(marks: Marks, collation: Collation, judgements: tuple[Judgement, ...]) -> tuple[EventCluster, ...]:
    """The events that hold any mention of a decision, as all the decisions leave them."""
    rows = marks.events_of({party.event for one in judgements for party in (*one.these, *one.those)})
    proposed = collation.clusters([row.key for row in rows])
    grouped = {key for cluster in proposed for key in cluster.members}
    single = [alone(row) for row in rows if row.key not in grouped]
    return apply_judgements(comparable(marks, [*proposed, *single]), judgements)


def comparable(marks: Marks, clusters: Collection[EventCluster]) -> Proposal:
    """Some clusters with what is compared of their mentions; without those of which a mention is not there any more."""
    told = _mentions(marks, {key.rpartition(":")[0] for cluster in clusters for key in cluster.members})
    there = [one for one in clusters if told.keys() >= set(one.members)]
    groups = tuple(tuple(sorted((told[key] for key in one.members), key=lambda m: m.order)) for one in there)
    return Proposal(groups, tuple(there), marks.whole.last_day())


def _mentions(marks: Marks, docs: Collection[str]) -> dict[str, EventMention]:
    """The mentions of events in some documents, by key."""
    found = Mentions()
    if docs:
        found.read(marks.under(Filter(documents=tuple(docs), roles="all")).frames())
    return {one.key: one for one in found.all}
