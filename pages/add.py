"""Add: files or pasted text become documents of the dossier; what they still need is asked for, then they are read."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.add import check, hand_in, queue, remarks
from pages.shared import asked_outside, frame, state

_STYLE = Path(__file__).parents[1] / "assets" / "theme" / "add.css"


def page() -> None:
    """The place to hand in, what is said of files, the drafts to be checked, and the documents of the dossier."""
    frame.style()
    st.html(_STYLE)
    dossier = state.dossier_id()
    with st.container(key="dl-add"):
        frame.heading("Add", "articles and documents to this dossier")
        frame.say_preparation()
        asked_outside.notice()
        hand_in.hand_in(dossier)
        remarks.show(dossier)
        check.check_drafts(dossier)
        queue.show(dossier)
        asked_outside.sent(dossier)


page()
