"""One number over time: which one stands in the address, or is the one most documents tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from core.charts.drawn import Drawn
from core.charts.movement import from_nought, movement, told
from core.compare import Group
from pages.figures import groups
from pages.shared import cards, clicks, collated, frame, state
from pages.shared.view import DossierView, kept

_CHOICE = "moving"


def show(view: DossierView) -> None:
    """The step chart of one group, with the others to choose from; nothing where no number moved."""
    moving = kept("moving", view.key, lambda: _moving(collated.groups(view).first))
    if not moving:
        return
    cards.heading("How a number moved")
    st.session_state[_CHOICE] = _chosen(moving.values()) or next(iter(moving))
    st.selectbox(
        "Number",
        list(moving),
        format_func=lambda key: moving[key].name if key in moving else str(key),
        key=_CHOICE,
        label_visibility="collapsed",
        on_change=_follow,
    )
    group, mode, width = moving[st.session_state[_CHOICE]], state.mode(), frame.main_width()
    chart = kept("movement", f"{view.key}:{group.id}:{mode}:{width}", lambda: Drawn(movement(group, mode, width)))
    clicks.clickable(chart, "movement", "figure", f"{group.name}: {told(group)}")
    scale = "" if from_nought(group) else " The scale does not start at nought."
    st.html(f'<p class="dl-quiet">Each source stands at the day its text gives, or else at its own date.{scale}</p>')


def _moving(compared: Iterable[Group]) -> Mapping[str, Group]:
    """The groups of which a number moved, by id."""
    return {group.id: group for group in compared if len(group.steps) > 1 and not group.agree}


def _chosen(moving: Iterable[Group]) -> str | None:
    """The group that is chosen, or that holds the chosen figure."""
    chosen = state.chosen()
    return next((g.id for g in moving if chosen and (chosen.key == g.id or chosen.key in g.keys)), None)


def _follow() -> None:
    state.choose(groups.KEY, st.session_state[_CHOICE])
