"""Figures: how many, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.charts.drawn import Drawn
from core.charts.spread import spread
from core.compare import Group
from core.frames.kinds import FIGURES
from core.wording import counted
from pages.figures import figures_table, groups, movement
from pages.shared import cards, clicks, collated, facts, filters, frame, panel, state
from pages.shared.view import DossierView, kept

FIRST_GROUPS = 6
"""Groups that are drawn before a reader asks for all."""

HEADLINES = 6
"""Figures that a headline would use."""


def page() -> None:
    """How far sources lie apart, headline figures, each group source by source, then all figures as a table."""
    view = frame.opening("Figures", "How many, and who says so")
    main, side = frame.two_columns()
    with main:
        filters.kinds(view)
        if not view.figures:
            frame.empty("No figures.", "Nothing under this filter counts or measures anything.", None)
        else:
            shown = _spread(view)
            _headline(view)
            movement.show(view)
            _cards(shown)
            figures_table.show(view)
    with side:
        _sentences(view)
    frame.tray(view, "figures")


def _spread(view: DossierView) -> Sequence[Group]:
    """One row a group, one mark a source; the groups that are drawn, all of them on demand."""
    cards.heading("Counted more than once")
    found = collated.groups(view)
    if not found.first:
        st.html('<p class="dl-quiet">No two figures under this filter count the same thing.</p>')
        return ()
    drawing = st.container()
    st.html(groups.KEY_OF_SHAPES)
    many = len(found.first) > FIRST_GROUPS
    every = many and st.checkbox(_all(found.in_all), key="all-groups")
    shown = collated.groups(view, collated.MOST_GROUPS).first if every else found.first[:FIRST_GROUPS]
    alt = f"{counted(len(shown), 'thing')} counted more than once, each source a mark; the cards below say the same"
    with drawing:
        mode, width = state.mode(), frame.main_width()
        key = f"{view.key}:{mode}:{width}:{len(shown)}"
        clicks.clickable(kept("spread", key, lambda: Drawn(spread(shown, mode, width))), "spread", "figure", alt)
    return shown


def _all(every: int) -> str:
    """The label of what shows all groups, or as many as a page can bear."""
    most = collated.MOST_GROUPS
    return f"Show all {every:,} groups" if every <= most else f"Show {most:,} of {every:,} groups"


def _headline(view: DossierView) -> None:
    cards.heading("What a headline would use")
    with st.container(key="dl-headlines", horizontal=True, gap="small"):
        for row, compared in collated.headlines(view, HEADLINES):
            cards.figure_card(row, compared=compared)


def _cards(compared: Sequence[Group]) -> None:
    if compared:
        cards.heading("Source by source")
        for group in compared:
            groups.card(group)


def _sentences(view: DossierView) -> None:
    """The sentence of the chosen figure, or all sentences of the chosen group."""
    chosen = state.chosen()
    group = collated.groups_of(view, [chosen.key]).get(chosen.key) if chosen else None
    if chosen and group and chosen.kind == groups.KEY:
        _sentences_of(view, group)
        return
    rows = panel.chosen_rows(view.marks, FIGURES)
    if not rows:
        panel.waiting("Choose a figure to read the sentence it comes from.")
        return
    panel.sentence_panel(rows[0].text, rows, view.records, FIGURES.name)
    facts.facts(facts.known(FIGURES, rows[0]), "What is known")
    if group:
        groups.together(group)


def _sentences_of(view: DossierView, group: Group) -> None:
    """The sentences of a group as its card lists them: by publication; of very many the first."""
    keys = [claim.key for claim in group.claims[: panel.SHOWN]]
    rows = {row.key: row for row in view.marks.keyed(FIGURES, keys)}
    found = [rows[key] for key in keys if key in rows]
    every = f"the first {len(keys)} of {counted(group.figures, 'figure')}" if group.figures > len(keys) else ""
    panel.sentence_panel(group.name, found, view.records, FIGURES.name, every)
    groups.show_notes(group)


page()
