"""Figures: how many, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core.charts.spread import spread
from core.compare import Comparison, Group
from core.frames.headline import headline
from core.frames.not_shown import unshown
from core.wording import amount, counted, days
from pages.figures import movement
from pages.shared import cached, cards, clicks, comparing, facts, filters, frame, marks, panel, state

FIRST_GROUPS = 6
_ALWAYS = ("Value", "Sort by value")


def page() -> None:
    """How far sources lie apart, headline figures, each group source by source, then all figures as a table."""
    view = frame.opening("Figures", "How many, and who says so")
    comparison = cached.compared(view.dossier)
    main, side = frame.two_columns()
    with main:
        filters.kinds(view.whole, view.chosen)
        figures = view.shown.figures
        valued = figures[figures["low"].notna() | figures["high"].notna()]
        if valued.empty:
            frame.empty("No figures.", "Nothing under this filter counts or measures anything.", None)
        else:
            groups = comparison.only({marks.key_of(row) for row in valued[["doc", "i"]].to_dict("records")})
            shown = _spread(groups)
            _headline(valued, comparison)
            movement.show(groups)
            _cards(shown)
            _table(valued, view)
    with side:
        _sentences(view, comparison)
    frame.tray(unshown(view.whole, view.chosen, "figures"), view.records)


def _spread(groups: Sequence[Group]) -> Sequence[Group]:
    """One row a group, one mark a source; the groups that are drawn, all of them on demand."""
    cards.day_heading("Counted more than once")
    if not groups:
        st.html('<p class="dl-quiet">No two figures under this filter count the same thing.</p>')
        return ()
    drawing = st.container()
    st.html(comparing.KEY_OF_SHAPES)
    many = len(groups) > FIRST_GROUPS
    shown = (
        groups[:FIRST_GROUPS]
        if many and not st.checkbox(f"Show all {len(groups):,} groups", key="all-groups")
        else groups
    )
    alt = f"{counted(len(shown), 'thing')} counted more than once, each source a mark; the cards below say the same"
    with drawing:
        clicks.clickable(spread(shown, state.mode(), frame.main_width()), "spread", "figure", alt)
    return shown


def _headline(figures: pd.DataFrame, comparison: Comparison) -> None:
    cards.day_heading("What a headline would use")
    with st.container(key="dl-headlines", horizontal=True, gap="small"):
        for row in headline(figures, things=comparison.things).to_dict("records"):
            cards.figure_card(row, compared=comparing.in_short(comparison.group_of(marks.key_of(row))))


def _cards(groups: Sequence[Group]) -> None:
    if groups:
        cards.day_heading("Source by source")
        for group in groups:
            comparing.card(group)


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
            "Document": [_claim(view, r) for r in rows],
            "Sort by value": [r["low"] if r["low"] is not None else r["high"] for r in rows],
        }
    )
    table = table.loc[:, [name in _ALWAYS or bool((table[name] != "").any()) for name in table]]
    cards.day_heading(f"All figures ({len(rows):,})")
    keys = [marks.key_of(r) for r in rows]
    clicks.clickable_table(table, "figures-table", "figure", keys)


def _claim(view: frame.View, row: dict[Any, Any]) -> str:
    record = view.records[row["doc"]]
    return record.outlet or record.title or record.name


def _sentences(view: frame.View, comparison: Comparison) -> None:
    """The sentence of the chosen figure, or all sentences of the chosen group."""
    chosen = state.chosen()
    group = comparison.group_of(chosen.key) if chosen else None
    if chosen and group and chosen.kind == comparing.KEY:
        panel.sentence_panel(comparing.name(group), _in_order(view.whole.figures, group), view.records, "figure")
        comparing.show_notes(group)
        return
    rows = marks.chosen_rows(view.whole.figures, "figure")
    if rows.empty:
        panel.waiting("Choose a figure to read the sentence it comes from.")
        return
    panel.sentence_panel(str(rows["text"].iloc[0]), rows, view.records, "figure")
    facts.facts(facts.known("figure", rows.to_dict("records")[0]), "What is known")
    if group:
        comparing.together(group)


def _in_order(figures: pd.DataFrame, group: Group) -> pd.DataFrame:
    """The rows of a group's figures as its card lists them: by publication."""
    places = {claim.key: at for at, claim in enumerate(group.claims)}
    at = pd.Series([places.get(marks.key_of(row)) for row in figures[["doc", "i"]].to_dict("records")], figures.index)
    return figures.loc[at.dropna().sort_values().index]


page()
