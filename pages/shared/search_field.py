"""The field in the head of each page of a dossier: what is typed there is looked for on the search page."""

from __future__ import annotations

import streamlit as st

from core.desk.search.parsing import MOST_CHARACTERS
from pages.shared import state

_FIELD = "search-field"
_ASKED = "search-asked"


def show() -> None:
    """Draws the field with what is looked for now; Enter leads to the passages."""
    if st.session_state.pop(_ASKED, False):
        st.switch_page("pages/search.py", query_params=state.link(q=st.session_state[_FIELD].strip()))
    st.session_state[_FIELD] = state.query()
    st.text_input(
        "Search",
        key=_FIELD,
        placeholder="Search the sources",
        icon=":material/search:",
        label_visibility="collapsed",
        max_chars=MOST_CHARACTERS,
        on_change=_ask,
    )


def _ask() -> None:
    st.session_state[_ASKED] = True
