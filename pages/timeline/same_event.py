"""“Same event as …”: the nearest other events first, then any event of the dossier by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from core.frames.kinds import ClusterRow
from core.wording import counted, days, listing
from pages.shared import state
from pages.shared.labels import literally

_FOUND = 6
"""Events that a search lists."""


def choose(
    key: str,
    near: Callable[[], Sequence[ClusterRow]],
    others: Callable[[str], Iterable[ClusterRow]],
    join: Callable[[ClusterRow], None],
) -> None:
    """Folded until it is asked for; nothing is looked for before. ``key`` is that of the event which is chosen."""
    with st.container(key="dl-same-event", gap=None):
        opened = state.is_open(key)
        label = "Same event as … (close)" if opened else "Same event as …"
        st.button(label, key=f"same-as-{key}", type="tertiary", on_click=state.turn, args=(key,))
        if not opened:
            return
        st.html('<p class="dl-quiet">Both are one event from then on, for everybody who has this dossier.</p>')
        offered = near()
        for row in offered:
            _offer(row, "near", join)
        asked = st.text_input(
            "Search all events",
            key=f"search-{key}",
            placeholder="Search all events: words, a day, a place",
            label_visibility="collapsed",
        )
        if asked:
            _results(others(asked), join)
        elif not offered:
            st.html('<p class="dl-quiet">Nothing of this sort lies near in time or place: search for it.</p>')


def _results(others: Iterable[ClusterRow], join: Callable[[ClusterRow], None]) -> None:
    rows = list(others)
    for row in rows[:_FOUND]:
        _offer(row, "found", join)
    rest = len(rows) - _FOUND
    if rest > 0:
        st.html(f'<p class="dl-quiet">and {counted(rest, "more event")}: add a word to find fewer</p>')
    if not rows:
        st.html('<p class="dl-quiet">No event has all these words.</p>')


def _offer(row: ClusterRow, where: str, join: Callable[[ClusterRow], None]) -> None:
    """An event as a button: its days and place, then its words."""
    about = " · ".join(part for part in (days(row.earliest, row.latest), listing(row.place_names, 2)) if part)
    st.button(
        f"{literally(row.text)}  \n:small[{literally(about)}]",
        key=f"same-{where}-{row.doc}-{row.i}",
        type="tertiary",
        on_click=join,
        args=(row,),
        width="stretch",
        wrap=True,
    )
