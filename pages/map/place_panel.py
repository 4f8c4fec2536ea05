"""The sentences of the chosen place, why it is drawn where it is, and what else the name could be."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.frames.kinds import PlaceRow
from core.models import PlaceCandidate
from core.wording import counted, country
from pages.shared import panel, state
from pages.shared.safe import safe
from pages.shared.view import DossierView

_REASONS = 3
_OTHERS = 4
_READ = 200
"""Reasons, and other places it could be, that the panel lists; mentions that it looks at."""


def show(view: DossierView) -> None:
    """The panel beside the map."""
    chosen = state.chosen()
    if chosen is None or chosen.kind != "place":
        panel.waiting("Click a mark on the map, or a name in the list, to read every sentence that names the place.")
        return
    named = view.marks.mentions(chosen.key, _READ)
    mark = next((one for one in view.places if one.key == chosen.key), None)
    if not named or mark is None:
        panel.waiting("The chosen place is not among those the filter shows. Click another mark, or widen the filter.")
        return
    more = f"{counted(mark.mentions, 'mention')}, {counted(mark.documents, 'document')}"
    panel.sentence_panel(mark.name, named, view.records, "place", more if mark.mentions > len(named) else "")
    _why(named)


def _why(named: Sequence[PlaceRow]) -> None:
    """The reasons, each once, and the other places that were weighed."""
    reasons = list(dict.fromkeys(row.reason for row in named if row.reason))
    others = {other.source or other.name: other for row in named for other in row.alternatives}
    best = sorted(others.values(), key=lambda other: -other.confidence)[:_OTHERS]
    with st.container(key="dl-why"):
        st.html(
            '<section class="dl-facts"><h3>Why here</h3>'
            + "".join(f"<p>{safe(reason)}</p>" for reason in reasons[:_REASONS])
            + (f"<h3>It could also be</h3><ul>{''.join(_other(other) for other in best)}</ul>" if best else "")
            + "</section>"
        )


def _other(other: PlaceCandidate) -> str:
    where = f", {country(other.country)}" if other.country and other.kind != "country" else ""
    return f"<li><b>{safe(other.name)}</b> {safe(f'({other.kind}{where})')} <span>{safe(other.reason)}</span></li>"
