"""The gazetteer of this process, for outlines on maps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from core.places.gazetteer import Gazetteer


def outlines(sources: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Source id → GeoJSON geometry, for those whose outline is known."""
    found = {source: _gazetteer().outline(source) for source in sources}
    return {source: shape for source, shape in found.items() if shape}


@st.cache_resource(show_spinner="Preparing the map …")
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()
