"""The timeline's chart, drawn once for all who look at the same events in the same way: a click draws nothing anew."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.charts.drawn import Drawn
from core.charts.theme import Mode
from core.charts.timeline import timeline
from core.charts.timeline_bands import By, Lanes
from core.charts.timeline_window import Zoom
from core.desk import desk
from core.frames.kinds import ClusterRow
from core.frames.rows import DocumentRow
from pages.shared import frame, state
from pages.shared.view import DossierView


def chart(
    view: DossierView, events: Sequence[ClusterRow], by: By, lanes: Lanes, zoom: Zoom, focus: str | None
) -> Drawn:
    """The chart of the events that a page shows; shared between readers, never to be changed."""
    judged = tuple(judgement.id for judgement in desk().judgements.of(view.dossier))
    shown = (view.stamp, judged, tuple(view.chosen.to_query().items()))
    return _drawn(shown, events, view.latest, state.mode(), by, lanes, zoom, focus, frame.main_width())


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawn(
    shown: tuple[object, ...],
    _events: Sequence[ClusterRow],
    _documents: Sequence[DocumentRow],
    mode: Mode,
    by: By,
    lanes: Lanes,
    zoom: Zoom,
    focus: str | None,
    width: int,
) -> Drawn:
    """``shown`` stands for the events and documents in the cache's key."""
    return Drawn(timeline(_events, _documents, mode, by=by, lanes=lanes, zoom=zoom, focus=focus, width=width))
