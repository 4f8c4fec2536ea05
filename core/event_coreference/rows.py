"""Clusters of events → rows: one an event, for the mentions that a filter shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from core.event_coreference.cluster import EventCluster
from core.frames.kinds import ClusterRow, EventRow

_OWN = tuple(field.name for field in fields(EventRow))


def gathered(events: Sequence[EventRow], clusters: Iterable[EventCluster]) -> tuple[ClusterRow, ...]:
    """One row an event: the best of its mentions among ``events``, with the others of its cluster that are there too.

    In the order of ``events``. A mention that is in no cluster is an event of its own.
    """
    there = {row.key: row for row in events}
    chosen: dict[str, tuple[EventCluster, list[EventRow]]] = {}
    placed: set[str] = set()
    for cluster in clusters:
        kept = [there[key] for key in cluster.members if key in there]
        if kept:
            chosen[kept[0].key] = (cluster, kept)
            placed.update(row.key for row in kept)
    alone = {key: (EventCluster("", (key,), 1, ""), [row]) for key, row in there.items() if key not in placed}
    chosen |= alone
    return tuple(_row(*chosen[key]) for key in there if key in chosen)


def _row(cluster: EventCluster, kept: Sequence[EventRow]) -> ClusterRow:
    return ClusterRow(
        **{name: getattr(kept[0], name) for name in _OWN},
        cluster=cluster.id,
        keys=",".join(row.key for row in kept),
        mentions=len(kept),
        documents=len({row.doc for row in kept}),
        why=cluster.why if len(kept) == len(cluster.members) else "",
        by_hand=cluster.by_hand,
    )
