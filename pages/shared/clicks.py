"""A chart whose marks can be clicked: the choice goes to the address, the chart stays as it is."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.shared import state

_CONFIG = {"displayModeBar": False, "scrollZoom": False}


def clickable(chart: go.Figure, key: str, kind: str, alt: str, **config: Any) -> None:
    """Draws a chart whose points carry the key of their mark as ``customdata``.

    A click chooses that mark. The chart's JSON does not depend on the choice: it is not drawn anew, and where a
    reader had moved it to is kept.
    """
    st.plotly_chart(
        chart,
        key=key,
        on_select=partial(_clicked, key, kind),
        selection_mode="points",
        config={**_CONFIG, **config},
        theme=None,
        alt=alt,
    )


def _clicked(key: str, kind: str) -> None:
    """Runs only when the selection changes, so that an old one never overrides a later choice.

    A second click on a mark takes it out of the selection. It is chosen all the same: another may have been since.
    """
    points, last = st.session_state[key]["selection"]["points"], f"{key}-clicked"
    mark = points[0].get("customdata") if points else st.session_state.get(last)
    mark = mark[0] if isinstance(mark, list) and mark else mark
    st.session_state[last] = mark if points else None
    if mark:
        state.choose(kind, str(mark))


def clickable_table(table: pd.DataFrame, key: str, kind: str, keys: list[str]) -> None:
    """Draws a table whose rows can be chosen; ``keys`` are the marks' keys in the order of the rows."""
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        on_select=partial(_row_chosen, key, kind, keys),
        selection_mode="single-row",
        row_height=38,
    )


def _row_chosen(key: str, kind: str, keys: list[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(keys):
        state.choose(kind, keys[rows[0]])
