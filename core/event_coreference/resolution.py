"""The events of a dossier: what is proposed, with the judgements of people applied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.event_coreference.cluster import EventCluster, cluster_of
from core.event_coreference.clustering import cluster_mentions
from core.event_coreference.judgements import in_force, with_judgements
from core.event_coreference.mention import EventMention, event_mentions
from core.frames.rows import Frames
from core.models import Judgement


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for the events of a dossier, worked out once.

    ``groups`` are the mentions of each of the ``clusters``; ``today`` is the day of the last publication.
    """

    groups: tuple[tuple[EventMention, ...], ...]
    clusters: tuple[EventCluster, ...]
    today: dt.date | None


def proposal(frames: Frames) -> Proposal:
    """The proposal for the events of ``frames``."""
    return proposed(event_mentions(frames), frames.last_day)


def proposed(mentions: Iterable[EventMention], today: dt.date | None) -> Proposal:
    """The proposal for some mentions of events; ``today`` is the day of the last publication."""
    groups = tuple(map(tuple, cluster_mentions(mentions)))
    return Proposal(groups, tuple(cluster_of((group,), today) for group in groups), today)


def apply_judgements(made: Proposal, judgements: Iterable[Judgement]) -> tuple[EventCluster, ...]:
    """Every mention in exactly one cluster, in their order: the proposal where nobody decided otherwise."""
    judgements = tuple(judgements)
    if not judgements:
        return made.clusters
    ids = [tuple(mention.event_id for mention in group) for group in made.groups]
    known = dict(zip(ids, made.clusters, strict=True))
    part_of = {event: number for number, group in enumerate(ids) for event in group}
    told = {mention.event_id: mention for group in made.groups for mention in group}
    groups = with_judgements(ids, judgements)
    concerned = _concerned(judgements, {event: number for number, group in enumerate(groups) for event in group})
    found = []
    for number, group in enumerate(groups):
        parts: dict[int, list[EventMention]] = {}
        for event in group:
            parts.setdefault(part_of[event], []).append(told[event])
        one = known.get(group) or cluster_of([*parts.values()], made.today)
        one = _marked(one, group, concerned[number]) if number in concerned else one
        found.append((min(told[event].order for event in group), one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _concerned(judgements: Iterable[Judgement], at: Mapping[str, int]) -> dict[int, list[Judgement]]:
    """The decisions in force, by the numbers of the groups they concern."""
    found: dict[int, list[Judgement]] = {}
    for judgement in judgements:
        if in_force(judgement, at):
            one, other = ({at[p.event] for p in side if p.event in at} for side in (judgement.these, judgement.those))
            for number in one & other if judgement.kind == "together" else one | other:
                found.setdefault(number, []).append(judgement)
    return found


def _marked(one: EventCluster, group: Sequence[str], judgements: Sequence[Judgement]) -> EventCluster:
    """A cluster with the decisions that concern it; kept apart is the mention that was taken out, not what it left."""
    joined = any(judgement.kind == "together" for judgement in judgements)
    apart = any(judgement.kind == "apart" and judgement.these[0].event in group for judgement in judgements)
    words = ["joined by hand"] * joined + ["kept apart by hand"] * apart
    return replace(one, judgements=tuple(judgements), by_hand=" and ".join(words))


def clusters(frames: Frames, judgements: Iterable[Judgement] = ()) -> tuple[EventCluster, ...]:
    """The same in one step."""
    return apply_judgements(proposal(frames), judgements)
