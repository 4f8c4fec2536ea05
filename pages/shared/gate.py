"""Before a page of a dossier: whether there is one for this reader, where people sign in.

A dossier that is not there and one that is limited to others look alike, signed in or not.
"""

from __future__ import annotations

import streamlit as st

from core.desk import desk
from pages.shared import frame, sign_in, state
from pages.shared.safe import safe

_SIGN_IN = "Sign in to open this dossier."
_AFTERWARDS = "It may be limited to some people. You come back to just this page."
_NONE = "There is no such dossier here, or it is not open to you."
_ASK = "Ask whoever gave you the address. It may have been deleted, or limited to other people."


def is_open() -> bool:
    """Whether the dossier in the address may be shown; where not, what to do is said in its place."""
    known = state.known_dossier()
    if not sign_in.configured() or known is None or desk().dossiers.standing(known) is not None:
        return True
    frame.style()
    what, how = (_NONE, _ASK) if sign_in.signed() else (_SIGN_IN, _AFTERWARDS)
    with st.container(key="dl-empty"):
        st.html(f'<div class="dl-empty"><h1 class="dl-empty-what">{safe(what)}</h1><p>{safe(how)}</p></div>')
        if not sign_in.signed():
            sign_in.buttons("gate")
        st.page_link("pages/dossiers.py", label="All dossiers")
    return False
