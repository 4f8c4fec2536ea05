"""The sentences of the chosen place, why it is drawn where it is, and what else the name could be."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from core.wording import country
from pages.shared import panel, state
from pages.shared.frame import View
from pages.shared.safe import safe

_OTHERS = 4


def show(view: View) -> None:
    """The panel beside the map."""
    chosen = state.chosen()
    if chosen is None or chosen.kind != "place":
        panel.waiting("Click a mark on the map, or a name in the list, to read every sentence that names the place.")
        return
    named = view.shown.places[view.shown.places["key"] == chosen.key]
    named = named[~named["adjective"].astype(bool)]
    if named.empty:
        panel.waiting("The chosen place is not among those the filter shows. Click another mark, or widen the filter.")
        return
    panel.sentence_panel(str(named["name"].mode().iloc[0]), named, view.records, "place")
    _why(named)


def _why(named: pd.DataFrame) -> None:
    """The reasons, each once, and the other places that were weighed."""
    reasons = list(dict.fromkeys(str(reason) for reason in named["reason"] if reason))
    others = {other.source or other.name: other for mention in named["alternatives"] for other in mention}
    best = sorted(others.values(), key=lambda other: -other.confidence)[:_OTHERS]
    with st.container(key="dl-why"):
        st.html(
            '<section class="dl-facts"><h3>Why here</h3>'
            + "".join(f"<p>{safe(reason)}</p>" for reason in reasons[:3])
            + (f"<h3>It could also be</h3><ul>{''.join(_other(other) for other in best)}</ul>" if best else "")
            + "</section>"
        )


def _other(other: Any) -> str:
    where = f", {country(other.country)}" if other.country and other.kind != "country" else ""
    return f"<li><b>{safe(other.name)}</b> {safe(f'({other.kind}{where})')} <span>{safe(other.reason)}</span></li>"
