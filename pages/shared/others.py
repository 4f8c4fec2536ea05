"""What others do meanwhile: told in a line without a reload, shown at a click, never under a reader's hands."""

from __future__ import annotations

import streamlit as st

from core.desk import Glance, StoreUnavailable, desk
from core.desk.news import news
from core.wording import counted
from pages.shared.safe import safe

_COMPARED = "The documents have been compared anew"
_LOOK_AGAIN = 2.0
"""Seconds between two looks; each is one row of the database."""


def watch(drawn: Glance, time: int) -> None:
    """From now on, say what has changed since a page was drawn from this picture, and this comparison."""
    with st.container(key="dl-news"):
        st.fragment(_say, run_every=_LOOK_AGAIN)(drawn, time)


def wait(drawn: Glance) -> None:
    """In the place of a page that has nothing to show yet; it comes by itself when there is something."""
    st.fragment(_show_when_there, run_every=_LOOK_AGAIN)(drawn)


def waiting(drawn: Glance) -> tuple[str, str] | None:
    """What to say of a dossier none of whose documents is read: a headline and more; null where it is empty."""
    running = drawn.count("waiting", "reading")
    if running:
        are = "is" if running == 1 else "are"
        return f"{counted(running, 'document')} {are} being read.", "What is found in them appears here by itself."
    if drawn.documents:
        return "Nothing could be read.", f"{counted(len(drawn.documents), 'document')} failed; the page Add says why."
    return None


def _say(drawn: Glance, time: int) -> None:
    try:
        compared = desk().collation(drawn.dossier).standing()
        if desk().version(drawn.dossier) == drawn.version and compared.time == time:
            return
        line = news(drawn, desk().glance(drawn.dossier))
        line = line or (_COMPARED if compared.current and compared.time != time else "")
    except StoreUnavailable as refusal:
        st.html(f'<p class="dl-remark" role="alert">{safe(str(refusal))}</p>')
        return
    if line:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="dl-quiet" role="status">{safe(line)}.</p>', width="content")
            if st.button("Show", key="show-news", type="tertiary"):
                st.rerun(scope="app")


def _show_when_there(drawn: Glance) -> None:
    if desk().version(drawn.dossier) != drawn.version:
        st.rerun(scope="app")
