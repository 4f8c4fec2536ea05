"""The map's key, and its places as a list for the keyboard and for those who read by ear."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.charts.place_marks import DOUBT, PlaceMark, diameter
from core.wording import counted, country
from pages.shared import state
from pages.shared.labels import literally
from pages.shared.safe import safe

SURE = 0.8
"""Confidence from which on a place is called sure."""

_FIRST = 60
"""Places that are listed."""

_SIZES = (1, 4, 10)


def key(marks: Sequence[PlaceMark]) -> None:
    """What the signs on the map mean; only those that are on it."""
    parts = [_sizes(max((m.mentions for m in marks if not m.is_area), default=0))]
    if any(mark.is_area for mark in marks):
        parts.append(_sign("dl-legend-area", "region or country: its outline"))
    if any(mark.confidence < DOUBT and not mark.is_area for mark in marks):
        parts.append(_sign("dl-legend-pale", "uncertain"))
    if any(mark.confidence < DOUBT and mark.is_area for mark in marks):
        parts.append(_sign("dl-legend-doubt", "uncertain, or a circle for an unknown outline"))
    if not all(mark.scene for mark in marks):
        parts.append(_sign("dl-legend-actor", "actor, not a scene"))
    st.html(f'<p class="dl-legend">{"".join(parts)}</p>')


def unlocated(marks: Sequence[PlaceMark]) -> None:
    """Names that no position is known for: a row below the map instead of a guess on it."""
    names = [mark for mark in marks if mark.latitude is None]
    if not names:
        return
    with st.container(key="dl-unlocated", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<p class="dl-quiet">Named, but not on the map:</p>', width="content")
        for mark in names[:_FIRST]:
            _button(mark, "unlocated", f"{mark.name} · {mark.mentions}")


def listed(marks: Sequence[PlaceMark]) -> None:
    """All places with kind, mentions and how sure; a name opens its sentences."""
    with st.container(key="dl-places", gap=None):
        st.html(f'<h2 class="dl-day">{counted(len(marks), "place")}</h2>')
        for mark in marks[:_FIRST]:
            with st.container(key=f"dl-place-{mark.key}", horizontal=True, vertical_alignment="center", gap="small"):
                _button(mark, "list", mark.name)
                st.html(_facts(mark))
        if len(marks) > _FIRST:
            st.html(f'<p class="dl-quiet">and {len(marks) - _FIRST:,} more: narrow the filter to see them</p>')


def _button(mark: PlaceMark, where: str, label: str) -> None:
    st.button(
        literally(label), key=f"{where}-{mark.key}", type="tertiary", on_click=state.choose, args=("place", mark.key)
    )


def _facts(mark: PlaceMark) -> str:
    where = "" if mark.kind == "country" else country(mark.country)
    known = [mark.kind, where, counted(mark.mentions, "mention"), counted(mark.documents, "document"), sureness(mark)]
    return f'<p class="dl-meta">{"".join(f"<span>{safe(part)}</span>" for part in known)}</p>'


def sureness(mark: PlaceMark) -> str:
    """How sure the place is, in words and as a share."""
    if mark.latitude is None:
        return "not located"
    word = "sure" if mark.confidence >= SURE else "likely" if mark.confidence >= DOUBT else "uncertain"
    return f"{word} ({mark.confidence:.0%})"


def _sizes(most: int) -> str:
    """Dots of the sizes that occur, each with its number of mentions."""
    shown = [size for size in _SIZES if size <= max(most, 1)] if most else []
    dots = "".join(
        f'<span><i class="dl-legend-dot" style="width:{diameter(n):.0f}px;height:{diameter(n):.0f}px"></i>{n}</span>'
        for n in shown
    )
    word = "mention" if shown == [1] else "mentions"
    return f'<span class="dl-legend-sizes">{dots}<span>{word}</span></span>' if dots else ""


def _sign(name: str, text: str) -> str:
    return f'<span><i class="{name}"></i>{text}</span>'
