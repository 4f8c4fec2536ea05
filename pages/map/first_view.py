"""How far the map first reaches: where most happens, or every place; and what lies outside, said below the map."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.charts.place_marks import PlaceMark
from core.wording import counted, listing
from pages.shared import state
from pages.shared.drawn_map import Reach
from pages.shared.safe import safe

_NAME = "reach"
_REACHES: tuple[Reach, ...] = ("most", "all")
_NAMED = 6
"""Places outside the view that are named."""


def chosen() -> Reach:
    """The reach in the address."""
    return state.option(_NAME, _REACHES)


def offer(outside: Sequence[PlaceMark]) -> None:
    """The places outside the first view by name, with a button that shows all; then one that leads back."""
    if outside:
        _line(_told(outside), "Show all places", "all")
    elif chosen() == "all":
        _line("The map shows every place.", "Show where most happens", "most")


def _line(said: str, label: str, to: Reach) -> None:
    with st.container(key="dl-beyond", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="dl-quiet" role="status">{safe(said)}</p>', width="content")
        st.button(label, key=f"reach-{to}", type="tertiary", on_click=state.set_option, args=(_NAME, to, _REACHES[0]))


def _told(outside: Sequence[PlaceMark]) -> str:
    kind = "scene" if outside[0].scene else "place"
    lie = "lies" if len(outside) == 1 else "lie"
    return f"{counted(len(outside), kind)} {lie} outside this view: {listing([m.name for m in outside], _NAMED)}."
