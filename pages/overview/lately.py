"""What to see to first: what is unread, unplaced, undated or in disagreement, and who changed what lately."""

from __future__ import annotations

import datetime as dt
import time
from typing import NamedTuple
from zoneinfo import ZoneInfo

import streamlit as st

from core.desk import desk
from core.desk.lately import sentences
from core.wording import counted
from pages.shared import collated, state
from pages.shared.labels import literally
from pages.shared.safe import safe
from pages.shared.view import DossierView

_ENTRIES, _IN_SHORT, _LISTED = 300, 2, 30
"""Lines of the journal that are looked at; sentences in one line, and once it is opened."""


class _Matter(NamedTuple):
    """How many there are of what somebody should see to, in words, and the page where it is mended."""

    many: int
    words: str
    page: str


def show(view: DossierView) -> None:
    """A line with the ways to what wants seeing to, and a line of what people did; each only where there is any."""
    matters = [matter for matter in _matters(view) if matter.many]
    if matters:
        with st.container(key="dl-matters", horizontal=True, gap="small", vertical_alignment="center"):
            st.html('<p class="dl-quiet">To check:</p>', width="content")
            for matter in matters:
                st.page_link(matter.page, label=literally(matter.words), query_params=state.link())
    done = sentences(desk().dossiers.journal(view.dossier, _ENTRIES), time.time(), _zone(), _LISTED)
    if done:
        with st.container(key="dl-lately"), st.expander(literally(" · ".join(done[:_IN_SHORT]))):
            st.html("".join(f"<p>{safe(sentence)}</p>" for sentence in done))


def _matters(view: DossierView) -> list[_Matter]:
    about = desk().dossiers.about(view.dossier)
    if about is None:
        return []
    unplaced = sum(mark.latitude is None for mark in view.whole.places)
    differ = sum(len(group.documents) > 1 and not group.agree for group in collated.groups(view.whole).first)
    names, numbers = counted(unplaced, "name"), counted(differ, "number")
    return [
        _Matter(about.unread, f"{counted(about.unread, 'document')} being read", "pages/add.py"),
        _Matter(about.failed, f"{counted(about.failed, 'document')} could not be read", "pages/add.py"),
        _Matter(about.undated, f"{counted(about.undated, 'document')} without a date", "pages/add.py"),
        _Matter(unplaced, f"{names} without a place", "pages/map.py"),
        _Matter(differ, f"{numbers} on which sources differ", "pages/figures.py"),
    ]


def _zone() -> dt.tzinfo:
    """That of the reader's clock."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (KeyError, ValueError, OSError):  # none that this machine knows
        return dt.UTC
