"""A mark that stands for many events: all of them in order, each one click from its sentence, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from core.charts.moments import order
from core.wording import counted, days, listing
from pages.shared import panel, state
from pages.shared.labels import literally

Row = Mapping[Any, Any]
_FIRST = 100


def meeting(events: pd.DataFrame, key: str) -> pd.DataFrame:
    """The rows of :func:`core.event_coreference.gathered` that have a telling in common with a key."""
    keys = set(key.split(","))
    return events[[not keys.isdisjoint(own.split(",")) for own in events["keys"]]]


def show(found: pd.DataFrame, key: str) -> None:
    """All events of a mark as they happened; a click on one leads to its sentence."""
    rows = sorted(found.to_dict("records"), key=_place)
    ends = {(row["earliest"], row["latest"]) for row in rows}
    documents = {telling.rpartition(":")[0] for row in rows for telling in row["keys"].split(",")}
    panel.head(days(*_hull(ends)), f"{counted(len(rows), 'event')}, {counted(len(documents), 'document')}")
    alone = len(ends) == 1
    everything = len(rows) <= _FIRST or st.checkbox(f"List all {len(rows):,} events", key="all-of-crowd")
    with st.container(key="dl-crowd", gap=None):
        for row in rows if everything else rows[:_FIRST]:
            st.button(
                _label(row, alone),
                key=f"among-{row['doc']}-{row['i']}",
                type="tertiary",
                on_click=state.choose_among,
                args=(key, "event", row["keys"]),
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


def _label(row: Row, alone: bool) -> str:
    """Its words, after what sets it apart: the hour, its days where the others have other ones, and the place."""
    hour = row["clock"] if row["clock"] and ":" in row["clock"] else ""
    when = "" if alone else days(row["earliest"], row["latest"])
    event_mentions = f"{row['tellings']} sentences" if row["tellings"] > 1 else ""
    about = " · ".join(part for part in (when, hour, listing(row["place_names"], 2), event_mentions) if part)
    words = literally(str(row["text"]))
    return f"{words}  \n:small[{literally(about)}]" if about else words


def _place(row: Row) -> tuple[Any, ...]:
    """As in the list of the page; what has no date comes last."""
    dated = bool(row["earliest"] or row["latest"])
    return (0, *order(row)) if dated else (1, row["doc"], row["start"])


def _hull(ends: set[tuple[Any, Any]]) -> tuple[Any, Any]:
    """The first and the last day of some spans; an open end stays open."""
    firsts, lasts = [first for first, _ in ends], [last for _, last in ends]
    return (None if None in firsts else min(firsts)), (None if None in lasts else max(lasts))
