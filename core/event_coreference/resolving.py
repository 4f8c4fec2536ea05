"""The events of a dossier: what is proposed, as people have settled it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.event_coreference.cluster import Retelling, retelling
from core.event_coreference.grouping import proposed
from core.event_coreference.judging import decided, in_force
from core.event_coreference.mention import Telling, tellings
from core.frames.rows import Frames
from core.models.judgement import Decision


@dataclass(frozen=True)
class Proposal:
    """What is proposed for the events of a dossier, worked out once; ``today`` is the day of its last publication."""

    groups: tuple[tuple[Telling, ...], ...]
    retellings: tuple[Retelling, ...]
    today: dt.date | None


def proposal(frames: Frames) -> Proposal:
    """The proposal for the events of ``frames``."""
    today = max(frames.documents["published"].dropna(), default=None)
    groups = tuple(map(tuple, proposed(tellings(frames))))
    return Proposal(groups, tuple(retelling((group,), today) for group in groups), today)


def settled(made: Proposal, decisions: Iterable[Decision]) -> tuple[Retelling, ...]:
    """Every event in exactly one group, in the order of the events: the proposal where nobody decided otherwise."""
    decisions = tuple(decisions)
    if not decisions:
        return made.retellings
    ids = [tuple(telling.key for telling in group) for group in made.groups]
    known = dict(zip(ids, made.retellings, strict=True))
    part_of = {key: number for number, group in enumerate(ids) for key in group}
    told = {telling.key: telling for group in made.groups for telling in group}
    groups = decided(ids, decisions)
    concerned = _concerned(decisions, {event: number for number, group in enumerate(groups) for event in group})
    found = []
    for number, group in enumerate(groups):
        parts: dict[int, list[Telling]] = {}
        for event in group:
            parts.setdefault(part_of[event], []).append(told[event])
        one = known.get(group) or retelling([*parts.values()], made.today)
        found.append(_marked(one, group, concerned[number]) if number in concerned else one)
    return tuple(sorted(found, key=lambda one: min(one.members)))


def _concerned(decisions: Iterable[Decision], at: Mapping[str, int]) -> dict[int, list[Decision]]:
    """The decisions in force, by the numbers of the groups that they concern."""
    found: dict[int, list[Decision]] = {}
    for decision in decisions:
        if in_force(decision, at):
            one, other = ({at[p.event] for p in side if p.event in at} for side in (decision.these, decision.those))
            for number in one & other if decision.kind == "together" else one | other:
                found.setdefault(number, []).append(decision)
    return found


def _marked(one: Retelling, group: Sequence[str], decisions: Sequence[Decision]) -> Retelling:
    """A group with the decisions that concern it; kept apart is the telling that was taken out, not what it left."""
    joined = any(decision.kind == "together" for decision in decisions)
    apart = any(decision.kind == "apart" and decision.these[0].event in group for decision in decisions)
    words = ["joined by hand"] * joined + ["kept apart by hand"] * apart
    return replace(one, decisions=tuple(decisions), by_hand=" and ".join(words))


def retellings(frames: Frames, decisions: Iterable[Decision] = ()) -> tuple[Retelling, ...]:
    """The same in one step."""
    return settled(proposal(frames), decisions)
