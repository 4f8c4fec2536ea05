"""Which events of a dossier are one: proposed by the workers, settled by what people decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from core.desk import Judgement, desk
from core.event_coreference import EventCluster, Proposal, alone, apply_judgements, gathered
from core.event_coreference.mention import EventMention, Mentions
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, ClusterRow
from pages.shared.view import DossierView, kept


def one_each(view: DossierView) -> tuple[ClusterRow, ...]:
    """The shown events, one row for all mentions of one."""
    key = f"{view.key}:{_judged(view)}"
    return kept("events, one each", key, lambda: gathered(view.events, _several(view, [r.key for r in view.events])))


def rows_of(view: DossierView, keys: Collection[str]) -> tuple[ClusterRow, ...]:
    """The whole events that some mentions tell, whatever the filter."""
    found = clusters_of(view, keys)
    members = view.marks.keyed(EVENTS, [key for cluster in found for key in cluster.members])
    return gathered(members, found)


def clusters_of(view: DossierView, keys: Collection[str]) -> tuple[EventCluster, ...]:
    """The events that some mentions tell, each mention in exactly one."""
    found = _several(view, keys)
    rest = set(keys) - {key for cluster in found for key in cluster.members}
    return (*found, *map(alone, view.marks.keyed(EVENTS, rest))) if rest else found


def proposal_of(view: DossierView, clusters: Iterable[EventCluster]) -> Proposal:
    """Some clusters with what is compared of their mentions."""
    clusters = tuple(clusters)
    told = _mentions(view, {key.rpartition(":")[0] for cluster in clusters for key in cluster.members})
    groups = tuple(tuple(told[key] for key in one.members if key in told) for one in clusters)
    there = [(group, one) for group, one in zip(groups, clusters, strict=True) if len(group) == len(one.members)]
    return Proposal(tuple(group for group, _ in there), tuple(one for _, one in there), view.whole.last_day)


def settled(view: DossierView) -> tuple[EventCluster, ...]:
    """The events that people decided on, as they are now."""
    made = desk().judgements.of(view.dossier)
    return kept("settled", f"{view.stamp}:{_judged(view)}", lambda: _settle(view, made)) if made else ()


def _several(view: DossierView, keys: Collection[str]) -> tuple[EventCluster, ...]:
    """The events that any of some mentions tell, but for those that one mention tells and nobody decided on."""
    decided = settled(view)
    concerned = {key for cluster in decided for key in cluster.members}
    wanted = set(keys)
    proposed = desk().collation(view.dossier).clusters(wanted)
    return (
        *(cluster for cluster in proposed if concerned.isdisjoint(cluster.members)),
        *(cluster for cluster in decided if not wanted.isdisjoint(cluster.members)),
    )


def _settle(view: DossierView, made: tuple[Judgement, ...]) -> tuple[EventCluster, ...]:
    """The clusters that hold any event of a decision, as the decisions leave them."""
    parties = {party.event for one in made for party in (*one.these, *one.those)}
    rows = view.marks.events_of(parties)
    proposed = desk().collation(view.dossier).clusters([row.key for row in rows])
    grouped = {key for cluster in proposed for key in cluster.members}
    single = [alone(row) for row in rows if row.key not in grouped]
    return apply_judgements(proposal_of(view, (*proposed, *single)), made)


def _mentions(view: DossierView, docs: Collection[str]) -> dict[str, EventMention]:
    """The mentions of events in some documents, by key."""
    found = Mentions()
    if docs:
        found.read(view.marks.under(Filter(documents=tuple(docs), roles="all")).frames())
    return {one.key: one for one in found.all}


def _judged(view: DossierView) -> str:
    """Stands for the decisions in keys of what is kept."""
    return ",".join(one.id for one in desk().judgements.of(view.dossier))
