"""The chosen mark → its rows: keys are ``doc:i`` of a frame, several joined by commas."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

import pandas as pd

from pages.shared import state


def key_of(row: Mapping[Any, Any]) -> str:
    """The key of one row of a frame of marks."""
    return f"{row['doc']}:{row['i']}"


def chosen_rows(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Rows of the chosen mark, none where nothing of this kind is chosen or the filter has taken it away."""
    chosen = state.chosen()
    if chosen is None or chosen.kind != kind:
        return table.iloc[:0]
    return rows_of(table, set(chosen.key.split(",")))


def rows_of(table: pd.DataFrame, keys: Container[str]) -> pd.DataFrame:
    """Rows of some keys, in the order of the table."""
    return table[[key_of(row) in keys for row in table[["doc", "i"]].to_dict("records")]]
