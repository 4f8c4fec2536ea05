"""Clusters of events → rows: one an event, for the mentions that a filter shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter

from core.event_coreference.cluster import EventCluster
from core.frames.kinds import ClusterRow, EventRow

_OWN = tuple(field.name for field in fields(EventRow))
_values = attrgetter(*_OWN)


def gathered(events: Sequence[EventRow], clusters: Iterable[EventCluster]) -> tuple[ClusterRow, ...]:
    """One row an event: the best of its mentions among ``events``, with the others of its cluster that are there too.

    In the order of ``events``. A mention that is in no cluster is an event of its own.
    """
    there = {row.key: row for row in events}
    best: dict[str, ClusterRow] = {}
    placed: set[str] = set()
    for cluster in clusters:
        kept = [key for key in cluster.members if key in there]
        if kept:
            best[kept[0]] = _row(cluster, kept, [there[key] for key in kept])
            placed.update(kept)
    for key in there.keys() - placed:
        best[key] = _row(EventCluster("", (key,), 1, ""), [key], [there[key]])
    return tuple(best[key] for key in there if key in best)


def _row(cluster: EventCluster, keys: Sequence[str], mentions: Sequence[EventRow]) -> ClusterRow:
    """The row of a cluster of which these mentions are shown, the best first."""
    return ClusterRow(
        **dict(zip(_OWN, _values(mentions[0]), strict=True)),
        cluster=cluster.id,
        keys=",".join(keys),
        mentions=len(keys),
        documents=len({row.doc for row in mentions}),
        why=cluster.why if len(keys) == len(cluster.members) else "",
        by_hand=cluster.by_hand,
    )
