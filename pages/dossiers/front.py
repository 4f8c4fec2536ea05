"""The whole page of dossiers, which is also what stands where an address names none."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from core.desk import desk
from pages.dossiers import list_of_all, settings
from pages.shared import frame, state

_STYLE = Path(__file__).parents[2] / "assets" / "theme" / "dossiers.css"


def show() -> None:
    """A new one, the list, those put aside and deleted; the settings of the one in the address."""
    frame.style()
    st.html(_STYLE)
    with st.container(key="dl-dossiers"):
        frame.heading("Dossiers", "what the newsroom works on")
        settings.of(state.known_dossier())
        dossiers = desk().dossiers
        if dossiers.listed() or dossiers.listed(archived=True) or dossiers.recoverable():
            list_of_all.begin()
            list_of_all.show()
        else:
            list_of_all.begin_the_first()
