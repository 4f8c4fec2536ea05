"""The chosen event: each telling with its sentence, why they are one, what is known, and what a person can decide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.desk import Party
from core.event_coreference import EventCluster, gathered, nearest
from core.wording import counted
from pages.shared import facts, marks, panel, state, told
from pages.shared.frame import View
from pages.timeline import by_hand, crowd, same_event

Row = Mapping[Any, Any]
_SHOWN = 40
_KNOWN = 5
"""Tellings of which all that is known is listed."""


def show(view: View, events: pd.DataFrame) -> None:
    """The panel beside the timeline; ``events`` are the gathered rows that the page shows."""
    chosen = state.chosen()
    if chosen is None or chosen.kind != "event":
        panel.waiting("Choose a mark or an event to read the sentence it comes from.")
        return
    groups = told.groups(view.dossier, view.whole)
    found = crowd.meeting(events, chosen.key)
    if found.empty:  # the filter has taken it away, but the link to it still leads there
        found = crowd.meeting(gathered(view.whole.events, groups), chosen.key)
    if found.empty:
        panel.waiting("The chosen event is not in this dossier any more. Choose another one.")
    elif len(found) > 1:
        crowd.show(found, chosen.key)
    else:
        row = found.to_dict("records")[0]
        _event(view, row, next(group for group in groups if found.index[0] in group.members), groups)


def _event(view: View, row: Row, group: EventCluster, groups: tuple[EventCluster, ...]) -> None:
    """One event: its tellings in the order of the documents, then what ties them together and what can be done."""
    keys = set(row["keys"].split(","))
    event_mentions = marks.rows_of(view.whole.events, keys).to_dict("records")
    sentences = {(one["doc"], one["sent_start"]) for one in event_mentions}
    number = f"{counted(len(sentences), 'sentence')}, {counted(row['told_in'], 'document')}"
    panel.head(str(row["text"]), number)
    crowd.way_back(row["keys"])
    parties = _parties(view, group)
    for place, one in enumerate(event_mentions[:_SHOWN]):
        _telling(view, one, place, keys, parties)
    left_out = len(group.members) - len(event_mentions)
    if left_out:
        st.html(f'<p class="dl-quiet">{counted(left_out, "more telling")}: left out by the filter above</p>')
    if len(event_mentions) > _SHOWN:
        st.html(f'<p class="dl-quiet">and {len(event_mentions) - _SHOWN:,} more: narrow the filter to see them</p>')
    if row["why"]:
        facts.facts([("One event", row["why"])], "Why these belong together")
    by_hand.made(view.dossier, group, {party.event for party in parties.values()})
    _same_event(view, row, group, groups, tuple(parties.values()))
    for one in event_mentions[:_KNOWN]:
        name = "What is known" if len(event_mentions) == 1 else f"What is known: {one['trigger']}"
        facts.facts(facts.known("event", one), name)


def _telling(view: View, row: Row, number: int, keys: set[str], parties: Mapping[str, Party]) -> None:
    """A sentence with its clause marked; of several tellings each can be taken out."""
    own = marks.key_of(row)
    others = tuple(party for key, party in parties.items() if key != own)
    rest = ",".join(key for key in sorted(keys) if key != own) or next((key for key in parties if key != own), "")
    split = partial(
        st.button,
        "Not the same event",
        key=f"split-{own}",
        type="tertiary",
        on_click=by_hand.split,
        args=(view.dossier, parties[own], others, rest),
    )
    start, end = row["sent_start"], row["sent_end"]
    spans = [(row["start"] - start, row["end"] - start, "dl-event")]
    panel.sentence(view.records[row["doc"]], (start, end), spans, number, split if others else None)


def _same_event(
    view: View, row: Row, group: EventCluster, groups: tuple[EventCluster, ...], these: tuple[Party, ...]
) -> None:
    """The ways to join the event with another one."""

    def row_of(other: EventCluster) -> Row:
        return gathered(view.whole.events.loc[list(other.members)], (other,)).to_dict("records")[0]

    def near() -> list[Row]:
        proposed = told.proposed(view.dossier, view.whole)
        return [row_of(other) for other in nearest(proposed, groups, group)]

    def others() -> list[Row]:
        rows = gathered(view.whole.events, groups).to_dict("records")
        return [other for other in rows if other["group"] != group.id]

    def join(other: Row) -> None:
        joined = next(one for one in groups if one.id == other["group"])
        keys = ",".join([*row["keys"].split(","), *other["keys"].split(",")])
        by_hand.join(view.dossier, these, tuple(_parties(view, joined).values()), keys)

    same_event.choose(group.id, near, others, join)


def _parties(view: View, group: EventCluster) -> dict[str, Party]:
    """The tellings of an event by their keys, the best first, whether the filter shows them or not."""
    rows = view.whole.events.loc[list(group.members)].to_dict("records")
    return {
        marks.key_of(row): Party(row["event_id"], str(row["text"]), panel.source_line(view.records[row["doc"]]))
        for row in rows
    }
