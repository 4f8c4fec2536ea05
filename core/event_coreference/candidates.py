"""Which other events may be the same as one, for a person to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.event_coreference.cluster import EventCluster
from core.event_coreference.mention import EventMention
from core.event_coreference.positions import can_meet
from core.event_coreference.resolution import Proposal
from core.frames.kinds import ClusterRow
from core.wording import days

CLOSE_DAYS = 3
NEAR_DAYS = 31
"""Days between two events up to which they are called close, and near."""


def nearest(
    made: Proposal, clusters: Iterable[EventCluster], chosen: EventCluster, most: int = 4
) -> tuple[EventCluster, ...]:
    """At most ``most`` of the clusters that tell the like near ``chosen`` in time or place, nearest first.

    What a person has kept apart from it is not offered again.
    """
    told = {mention.key: mention for group in made.groups for mention in group}
    own = {told[key].event_id for key in chosen.members}
    apart = {
        party.event
        for judgement in chosen.judgements
        if judgement.kind == "apart"
        for party in (*judgement.these, *judgement.those)
    } - own
    best = told[chosen.members[0]]
    ranked = []
    for number, cluster in enumerate(clusters):
        if cluster.id != chosen.id and not apart & {told[key].event_id for key in cluster.members}:
            ranked.append((-_nearness(best, told[cluster.members[0]]), number, cluster))
    return tuple(cluster for weight, _, cluster in sorted(ranked, key=lambda one: one[:2])[:most] if weight)


def matching(rows: Iterable[ClusterRow], words: str) -> list[ClusterRow]:
    """The events with all of some words in what they tell, their days or places; in their order, none without words."""
    asked = words.casefold().split()
    return [row for row in rows if _has(row, asked)] if asked else []


def _has(row: ClusterRow, asked: Sequence[str]) -> bool:
    said = " ".join((row.text, days(row.earliest, row.latest), *row.place_names)).casefold()
    return all(word in said for word in asked)


def _nearness(one: EventMention, other: EventMention) -> float:
    """How near two mentions are; only the order means something, and 0 is no candidate."""
    sort = 3.0 if one.kind == other.kind else 1.5 if one.sides & other.sides else 0.0
    shared = len(one.words & other.words) / max(min(len(one.words), len(other.words)), 1)
    when, where = _in_time(one, other), 2.0 * bool(can_meet(one.spots, other.spots))
    return sort + 2.0 * shared + when + where if (sort or shared >= 0.5) and (when or where) else 0.0


def _in_time(one: EventMention, other: EventMention) -> float:
    if one.days is None or other.days is None:
        return 0.0
    apart = (max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])).days
    return 2.0 if apart <= 0 else 1.0 if apart <= CLOSE_DAYS else 0.5 if apart <= NEAR_DAYS else 0.0
