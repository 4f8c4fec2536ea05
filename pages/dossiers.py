"""Dossiers: what the newsroom works on, found by name; the one at hand named, listed, put aside or deleted."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.dossiers import list_of_all, settings
from pages.shared import frame, state

_STYLE = Path(__file__).parents[1] / "assets" / "theme" / "dossiers.css"


def page() -> None:
    """A new one, the list, those put aside and deleted; the settings of the one in the address."""
    frame.style()
    st.html(_STYLE)
    with st.container(key="dl-dossiers"):
        frame.heading("Dossiers", "what the newsroom works on")
        settings.of(state.known_dossier())
        list_of_all.begin()
        list_of_all.show()


page()
