"""All figures as a table; sorted by a click on a heading, a row opens its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from core.frames.kinds import FigureRow
from core.frames.rows import DocumentRow
from core.wording import days
from pages.shared import cards, clicks
from pages.shared.view import DossierView, kept

_ALWAYS = ("Value", "Sort by value")
"""Columns that stand even where they are empty."""


def show(view: DossierView) -> None:
    """Draws the table with its heading; of very many figures the most prominent."""
    rows, every = view.figures, view.figures_in_all
    table = kept("table of figures", view.key, lambda: _table(rows, view.whole.names({row.doc for row in rows})))
    cards.heading(f"All figures ({every:,})" if every == len(rows) else f"Figures ({len(rows):,} of {every:,})")
    if every > len(rows):
        st.html('<p class="dl-quiet">Those that a headline would take first; narrow the filter to see the others.</p>')
    clicks.clickable_table(table, "figures-table", "figure", [row.key for row in rows])


def _table(rows: Sequence[FigureRow], names: Mapping[str, DocumentRow]) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "Value": [row.amount for row in rows],
            "Counts": [row.counted or "" for row in rows],
            "Where": [row.place_name or "" for row in rows],
            "When": [days(row.earliest, row.latest) if row.when else "" for row in rows],
            "Who says so": [row.speaker or "unclear" for row in rows],
            "Via": [row.via or "" for row in rows],
            "Hedge": [", ".join(row.hedges) for row in rows],
            "Document": [_document(names[row.doc]) for row in rows],
            "Sort by value": [row.value for row in rows],
        }
    )
    return table.loc[:, [name in _ALWAYS or bool((table[name] != "").any()) for name in table]]


def _document(row: DocumentRow) -> str:
    return row.outlet or row.title or row.name
