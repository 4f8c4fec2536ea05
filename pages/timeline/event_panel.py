"""The chosen event: each mention with its sentence, why they are one, what is known, and what a person can decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

import streamlit as st

from core.event_coreference import EventCluster
from core.frames.kinds import EVENTS, ClusterRow, EventRow
from core.models.judgement import Party
from core.wording import counted
from pages.shared import events, facts, panel, state
from pages.shared.view import DossierView
from pages.timeline import by_hand, crowd, same_event

_SHOWN = 40
"""Mentions whose sentences are shown."""

_KNOWN = 5
"""Mentions of which all that is known is listed."""


def show(view: DossierView, listed: Iterable[ClusterRow]) -> None:
    """The panel beside the timeline; ``listed`` are the events that the page shows."""
    chosen = state.chosen()
    if chosen is None or chosen.kind != EVENTS.address:
        panel.waiting("Choose a mark or an event to read the sentence it comes from.")
        return
    found = crowd.meeting(listed, chosen.key)
    if not found:  # the filter has taken it away, but the link to it still leads there
        found = list(events.retellings(view).rows(chosen.key.split(",")))
    if not found:
        panel.waiting("The chosen event is not in this dossier any more. Choose another one.")
    elif len(found) > 1:
        crowd.show(found, chosen.key)
    else:
        row = found[0]
        _event(view, row, events.retellings(view).of([row.key])[0])


def _event(view: DossierView, row: ClusterRow, cluster: EventCluster) -> None:
    """One event: its mentions in the order of the documents, then what ties them together and what can be done."""
    keys = set(row.keys.split(","))
    mentions = view.marks.keyed(EVENTS, keys)
    number = f"{counted(len({one.sentence[:2] for one in mentions}), 'sentence')}, {counted(row.documents, 'document')}"
    panel.head(row.text, number)
    crowd.way_back(row.keys)
    parties = _parties(view, cluster)
    for place, one in enumerate(mentions[:_SHOWN]):
        _mention(view, one, place, keys, parties)
    left_out = len(cluster.members) - len(mentions)
    if left_out:
        st.html(f'<p class="dl-quiet">{counted(left_out, "more telling")}: left out by the filter above</p>')
    if len(mentions) > _SHOWN:
        st.html(f'<p class="dl-quiet">and {len(mentions) - _SHOWN:,} more: narrow the filter to see them</p>')
    if row.why:
        facts.facts([("One event", row.why)], "Why these belong together")
    by_hand.made(view.dossier, cluster, {party.event for party in parties.values()})
    _same_event(view, row, cluster, tuple(parties.values()))
    for one in mentions[:_KNOWN]:
        name = "What is known" if len(mentions) == 1 else f"What is known: {one.trigger}"
        facts.facts(facts.known(EVENTS, one), name)


def _mention(view: DossierView, row: EventRow, number: int, keys: set[str], parties: Mapping[str, Party]) -> None:
    """A sentence with its clause marked; of several mentions each can be taken out."""
    others = tuple(party for key, party in parties.items() if key != row.key)
    kept = ",".join(key for key in sorted(keys) if key != row.key)
    rest = kept or next((key for key in parties if key != row.key), "")
    split = partial(
        st.button,
        "Not the same event",
        key=f"split-{row.key}",
        type="tertiary",
        on_click=by_hand.split,
        args=(view.dossier, parties[row.key], others, rest),
    )
    spans = [(row.start - row.sent_start, row.end - row.sent_start, f"dl-{EVENTS.name}")]
    place = (row.sent_start, row.sent_end)
    panel.sentence(view.records[row.doc], place, spans, number, split if others else None)


def _same_event(view: DossierView, row: ClusterRow, cluster: EventCluster, these: tuple[Party, ...]) -> None:
    """The ways to join the event with another one."""

    def near() -> list[ClusterRow]:
        return events.retellings(view).nearest(row, cluster)

    def others(words: str) -> list[ClusterRow]:
        found = events.retellings(view).telling(words, view.whole.events)
        return [other for other in found if other.cluster != cluster.id]

    def join(other: ClusterRow) -> None:
        (joined,) = events.retellings(view).of([other.key])
        those = tuple(_parties(view, joined).values())
        by_hand.join(view.dossier, these, those, f"{row.keys},{other.keys}")

    same_event.choose(cluster.id, near, others, join)


def _parties(view: DossierView, cluster: EventCluster) -> dict[str, Party]:
    """The mentions of an event by their keys, the best first, whether the filter shows them or not."""
    return {
        row.key: Party(row.event_id, row.text, panel.source_line(view.records[row.doc]))
        for row in _mentions(view, cluster)
    }


def _mentions(view: DossierView, cluster: EventCluster) -> list[EventRow]:
    """All mentions of an event, the best first."""
    place = {key: number for number, key in enumerate(cluster.members)}
    return sorted(view.marks.keyed(EVENTS, cluster.members), key=lambda row: place[row.key])
