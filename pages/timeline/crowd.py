"""A mark that stands for many events: all of them in order, each one click from its sentence, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from core.charts.moments import order
from core.frames.kinds import ClusterRow
from core.frames.mark import Days
from core.wording import counted, days, listing
from pages.shared import panel, state
from pages.shared.labels import literally

_FIRST = 100
"""Events that are listed before a reader asks for all."""


def meeting(events: Iterable[ClusterRow], key: str) -> list[ClusterRow]:
    """The events that have a mention in common with a key."""
    keys = set(key.split(","))
    return [row for row in events if not keys.isdisjoint(row.keys.split(","))]


def show(found: Sequence[ClusterRow], key: str) -> None:
    """All events of a mark as they happened; a click on one leads to its sentence."""
    rows = sorted(found, key=_place)
    ends = {(row.earliest, row.latest) for row in rows}
    documents = {mention.rpartition(":")[0] for row in rows for mention in row.keys.split(",")}
    panel.head(days(*_hull(ends)), f"{counted(len(rows), 'event')}, {counted(len(documents), 'document')}")
    alone = len(ends) == 1
    everything = len(rows) <= _FIRST or st.checkbox(f"List all {len(rows):,} events", key="all-of-crowd")
    with st.container(key="dl-crowd", gap=None):
        for row in rows if everything else rows[:_FIRST]:
            st.button(
                _label(row, alone),
                key=f"among-{row.doc}-{row.i}",
                type="tertiary",
                on_click=state.choose_among,
                args=(key, "event", row.keys),
                width="stretch",
                wrap=True,
            )


def way_back(keys: str) -> None:
    """From one of many back to all of them."""
    crowd = state.crowd_of(keys)
    if crowd:
        st.button(
            "Back to the events of this mark",
            key="dl-back",
            type="tertiary",
            on_click=state.choose,
            args=("event", crowd),
        )


def _label(row: ClusterRow, alone: bool) -> str:
    """Its words, after what sets it apart: the hour, its days where the others have other ones, and the place."""
    hour = row.clock if row.clock and ":" in row.clock else ""
    when = "" if alone else days(row.earliest, row.latest)
    mentions = f"{row.mentions} sentences" if row.mentions > 1 else ""
    about = " · ".join(part for part in (when, hour, listing(row.place_names, 2), mentions) if part)
    words = literally(row.text)
    return f"{words}  \n:small[{literally(about)}]" if about else words


def _place(row: ClusterRow) -> tuple[object, ...]:
    """As in the list of the page; what has no date comes last."""
    return (0, *order(row)) if row.dated else (1, row.doc, row.start)


def _hull(spans: Iterable[Days]) -> Days:
    """The first and the last day of some spans; an open end stays open."""
    firsts, lasts = zip(*spans, strict=True)
    return (None if None in firsts else min(firsts)), (None if None in lasts else max(lasts))
