"""All figures as a table; sorted by a click on a heading, a row opens its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from core.frames.kinds import FigureRow
from core.models import Extraction
from core.wording import days
from pages.shared import cards, clicks

_ALWAYS = ("Value", "Sort by value")
"""Columns that stand even where they are empty."""


def show(rows: Sequence[FigureRow], records: Mapping[str, Extraction]) -> None:
    """Draws the table with its heading."""
    table = pd.DataFrame(
        {
            "Value": [row.amount for row in rows],
            "Counts": [row.counted or "" for row in rows],
            "Where": [row.place_name or "" for row in rows],
            "When": [days(row.earliest, row.latest) if row.when else "" for row in rows],
            "Who says so": [row.speaker or "unclear" for row in rows],
            "Via": [row.via or "" for row in rows],
            "Hedge": [", ".join(row.hedges) for row in rows],
            "Document": [_document(records[row.doc]) for row in rows],
            "Sort by value": [row.value for row in rows],
        }
    )
    table = table.loc[:, [name in _ALWAYS or bool((table[name] != "").any()) for name in table]]
    cards.heading(f"All figures ({len(rows):,})")
    clicks.clickable_table(table, "figures-table", "figure", [row.key for row in rows])


def _document(record: Extraction) -> str:
    return record.outlet or record.title or record.name
