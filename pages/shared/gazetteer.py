"""The gazetteer of this process, for outlines on maps and for what lies in what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from core.places.gazetteer import Gazetteer
from core.places.gazetteer.preparation import Preparation

preparation = Preparation()
"""One a process: begun with the server, waited for by no page."""


def outlines(sources: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Source id → GeoJSON geometry, for those whose outline is known."""
    found = {source: _gazetteer().outline(source) for source in sources}
    return {source: shape for source, shape in found.items() if shape}


def wholes(source: str) -> frozenset[str]:
    """Source ids of all that holds a place: its region, its country; none for a name without a place."""
    return _gazetteer().wholes(source)


@st.cache_resource(show_spinner="Preparing the map …")
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()
