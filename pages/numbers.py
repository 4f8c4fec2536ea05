"""Figures: how many, and who says so."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from core.charts.spread import families, spread
from core.compare import groups
from core.desk.unshown import unshown
from core.headline import headline
from core.wording import amount, counted, days
from pages.shared import cards, clicks, facts, frame, marks, panel, state

FIRST_GROUPS = 10


def page() -> None:
    """Headline figures, the spread of values by what they count, then all figures as a table."""
    view = frame.opening("Figures", "How many, and who says so")
    main, side = frame.two_columns()
    valued = view.shown.figures
    valued = valued[valued["low"].notna() | valued["high"].notna()]
    with main:
        if valued.empty:
            frame.empty("No figures.", "Nothing under this filter counts or measures anything.", None)
        else:
            _headline(valued)
            _spread(valued)
            _table(valued, view)
    with side:
        _sentences(view)
    frame.tray(unshown(view.whole, view.chosen, "figures"), view.records)


def _headline(figures: pd.DataFrame) -> None:
    best = headline(figures).to_dict("records")
    with st.container(key="dl-headlines", horizontal=True, gap="small"):
        for row in best:
            cards.figure_card(row)


def _spread(figures: pd.DataFrame) -> None:
    """One chart for each family of values that may share an axis; single figures are in the table alone."""
    compared = [group for group in groups(figures) if len(group.figures) > 1 and group.kind != "rank"]
    shown = compared[:FIRST_GROUPS] or [g for g in groups(figures) if g.kind != "rank"][:FIRST_GROUPS]
    for number, (title, members) in enumerate(families(shown).items()):
        cards.day_heading(title)
        alt = f"{title}: {counted(len(members), 'thing')} counted, each source a mark; the table below says the same"
        clicks.clickable(spread(members, state.mode()), f"spread-{number}", "figure", alt)


def _table(figures: pd.DataFrame, view: frame.View) -> None:
    """All figures; sorted by a click on a heading, a row opens its sentence."""
    rows = figures.to_dict("records")
    table = pd.DataFrame(
        {
            "Value": [amount(r["low"], r["high"], r["bound"], r["unit"]) for r in rows],
            "Counts": [r["counted"] or "" for r in rows],
            "Where": [r["place_name"] or "" for r in rows],
            "When": [days(r["earliest"], r["latest"]) if r["when"] else "" for r in rows],
            "Who says so": [r["speaker"] or "unclear" for r in rows],
            "Via": [r["via"] or "" for r in rows],
            "Hedge": [", ".join(r["hedges"]) for r in rows],
            "Document": [_source(view, r) for r in rows],
            "Sort by value": [r["low"] if r["low"] is not None else r["high"] for r in rows],
        }
    )
    cards.day_heading(f"All figures ({len(rows):,})")
    keys = [marks.key_of(r) for r in rows]
    clicks.clickable_table(table, "figures-table", "figure", keys)


def _source(view: frame.View, row: dict[Any, Any]) -> str:
    record = view.records[row["doc"]]
    return record.outlet or record.title or record.name


def _sentences(view: frame.View) -> None:
    rows = marks.chosen_rows(view.whole.figures, "figure")
    if rows.empty:
        panel.waiting("Choose a figure to read the sentence it comes from.")
        return
    panel.sentence_panel(str(rows["text"].iloc[0]), rows, view.records, "figure")
    facts.facts(facts.known("figure", rows.to_dict("records")[0]), "What is known")


page()
