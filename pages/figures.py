"""Figures: how many, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from core.charts.spread import spread
from core.compare import Group
from core.frames.headline import headline
from core.frames.kinds import FIGURES, FigureRow
from core.wording import counted
from pages.figures import figures_table, groups, movement
from pages.shared import cards, clicks, collated, facts, filters, frame, panel, state
from pages.shared.collated import Groups
from pages.shared.view import DossierView

FIRST_GROUPS = 6
"""Groups that are drawn before a reader asks for all."""


def page() -> None:
    """How far sources lie apart, headline figures, each group source by source, then all figures as a table."""
    view = frame.opening("Figures", "How many, and who says so")
    main, side = frame.two_columns()
    with main:
        filters.kinds(view)
        valued = view.figures
        if not valued:
            frame.empty("No figures.", "Nothing under this filter counts or measures anything.", None)
        else:
            found = collated.groups(view)
            shown = _spread(found)
            _headline(view, valued)
            movement.show(found.first)
            _cards(shown)
            figures_table.show(valued, view)
    with side:
        _sentences(view)
    frame.tray(view, "figures")


def _spread(found: Groups) -> Sequence[Group]:
    """One row a group, one mark a source; the groups that are drawn, all of them on demand."""
    cards.heading("Counted more than once")
    compared = found.first
    if not compared:
        st.html('<p class="dl-quiet">No two figures under this filter count the same thing.</p>')
        return ()
    drawing = st.container()
    st.html(groups.KEY_OF_SHAPES)
    many = len(compared) > FIRST_GROUPS
    shown = compared[:FIRST_GROUPS] if many and not st.checkbox(_all(found), key="all-groups") else compared
    alt = f"{counted(len(shown), 'thing')} counted more than once, each source a mark; the cards below say the same"
    with drawing:
        clicks.clickable(spread(shown, state.mode(), frame.main_width()), "spread", "figure", alt)
    return shown


def _all(found: Groups) -> str:
    """The label of what shows all groups, or as many as a page can bear."""
    many, every = len(found.first), found.in_all
    return f"Show all {every:,} groups" if many == every else f"Show {many:,} of {every:,} groups"


def _headline(view: DossierView, figures: tuple[FigureRow, ...]) -> None:
    cards.heading("What a headline would use")
    best = headline(figures, things=collated.things(view, figures))
    known = collated.groups_of(view, [row.key for row in best])
    with st.container(key="dl-headlines", horizontal=True, gap="small"):
        for row in best:
            group = known.get(row.key)
            cards.figure_card(row, compared=group.in_short if group else "")


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
        panel.sentence_panel(
            group.name, _in_order(view.marks.keyed(FIGURES, group.keys), group), view.records, FIGURES.name
        )
        groups.show_notes(group)
        return
    rows = panel.chosen_rows(view.marks, FIGURES)
    if not rows:
        panel.waiting("Choose a figure to read the sentence it comes from.")
        return
    panel.sentence_panel(rows[0].text, rows, view.records, FIGURES.name)
    facts.facts(facts.known(FIGURES, rows[0]), "What is known")
    if group:
        groups.together(group)


def _in_order(figures: Iterable[FigureRow], group: Group) -> list[FigureRow]:
    """The rows of a group's figures as its card lists them: by publication."""
    rows = {row.key: row for row in figures if row.key in group.keys}
    return [rows[claim.key] for claim in group.claims if claim.key in rows]


page()
