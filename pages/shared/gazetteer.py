"""The gazetteer of this process, for outlines on maps and for what lies in what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import streamlit as st

from core.charts.areas import Outline, feature, outline_of
from core.places.gazetteer import Gazetteer
from core.places.gazetteer.preparation import Preparation

preparation = Preparation()
"""One a process: begun with the server, waited for by no page."""


def outlines(sources: Iterable[str]) -> dict[str, Outline]:
    """Source id → what a map must know of its outline, for those that have one."""
    found = {source: _outline(source) for source in sources}
    return {source: outline for source, outline in found.items() if outline}


def shapes(sources: Iterable[str]) -> list[dict[str, Any]]:
    """GeoJSON features of those that have an outline, each with its ``key`` and ``kind``."""
    found = ((_gazetteer().entry(source), _gazetteer().outline(source)) for source in sources)
    return [feature(entry.source, entry.kind, shape) for entry, shape in found if entry and shape]


def version() -> str:
    """Another one whenever anything in it is."""
    return _gazetteer().path.stem


def wholes(source: str) -> frozenset[str]:
    """Source ids of all that holds a place: its region, its country; none for a name without a place."""
    return _gazetteer().wholes(source)


@lru_cache(maxsize=16_384)
def _outline(source: str) -> Outline | None:
    shape = _gazetteer().outline(source)
    return outline_of(shape) if shape else None


@st.cache_resource(show_spinner="Preparing the map …")
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()
