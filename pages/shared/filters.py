"""The filter bar: the same on every page, each part removable, written to the address."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from core.frames.filter import Filter, Roles
from core.frames.rows import DocumentRow
from core.models import FigureKind
from core.wording import day
from pages.shared import state
from pages.shared.view import DossierView

_ROLES: dict[Roles, str] = {"scenes": "● Scenes", "actors": "○ Actors", "all": "Both"}

_OFFERED = 1_000
"""Places, speakers and documents that a list offers: those with the most marks, and the latest documents."""

_KINDS: dict[FigureKind, str] = {
    "count": "Counts",
    "money": "Money",
    "percent": "Shares",
    "measure": "Measures",
    "duration": "Lengths of time",
    "rank": "Ranks",
}


def bar(view: DossierView) -> None:
    """Draws the bar; a change is in the address before the page runs again."""
    chosen, shown = view.chosen, sum(kind.shown for kind in view.counts)
    whole = shown + sum(kind.taken_away for kind in view.counts)
    with st.container(key="dl-filters", horizontal=True, vertical_alignment="center", gap="small"):
        _one("place", "Place", "Any place", _places(view), chosen.place)
        _days(view)
        _documents(view)
        _one("speaker", "Who says so", "Anyone", _speakers(view), chosen.speaker)
        _roles(chosen)
        clear(chosen, "bar")
        st.html(
            f'<p class="dl-count" role="status"><b>{shown:,}</b> of {whole:,} marks</p>',
            width="content",
        )


def clear(chosen: Filter, where: str) -> None:
    """One click from any filter to everything; nothing where nothing is filtered."""
    if chosen != Filter():
        st.button("Clear filter", key=f"clear-{where}", type="tertiary", on_click=state.set_filter, args=(Filter(),))


def _one(name: str, label: str, placeholder: str, options: dict[str, str], value: str | None) -> None:
    """One of many; what an address names and nobody knows stays visible, so that it can be removed."""
    if value is not None and value not in options:
        options = {value: f"{value} (not in this dossier)", **options}
    key = f"filter-{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda option: options.get(option, str(option)),
        key=key,
        placeholder=placeholder,
        label_visibility="collapsed",
        on_change=_changed,
        args=(name, key),
        width=190,
    )


def _documents(view: DossierView) -> None:
    chosen, whole = view.chosen.documents, view.whole
    names = {row.doc: _document_name(row) for row in whole.latest[:_OFFERED]}
    named = whole.names([doc for doc in chosen if doc not in names]) if set(chosen) - names.keys() else {}
    names |= {doc: _document_name(row) for doc, row in named.items()}
    names |= {doc: f"{doc} (not in this dossier)" for doc in chosen if doc not in names}
    st.session_state["filter-documents"] = list(chosen)
    st.multiselect(
        "Documents",
        list(names),
        format_func=lambda doc: names.get(doc, str(doc)),
        key="filter-documents",
        placeholder="All documents",
        label_visibility="collapsed",
        on_change=_changed,
        args=("documents", "filter-documents"),
        wrap=False,
        width=210,
    )


def _days(view: DossierView) -> None:
    chosen = view.chosen
    first, last = _reach(view)
    given = tuple(when for when in (chosen.first or first, chosen.last or last) if chosen.first or chosen.last)
    if len(st.session_state.get("filter-days") or ()) != 1:  # a reader between the two clicks is left alone
        st.session_state["filter-days"] = given
    st.date_input(
        "Days",
        min_value=first,
        max_value=last,
        key="filter-days",
        format="DD/MM/YYYY",
        label_visibility="collapsed",
        on_change=_days_changed,
        width=256,
    )


def _roles(chosen: Filter) -> None:
    st.session_state["filter-roles"] = chosen.roles
    st.segmented_control(
        "Scenes or actors",
        list(_ROLES),
        format_func=lambda role: _ROLES[role],
        key="filter-roles",
        required=True,
        label_visibility="collapsed",
        on_change=_changed,
        args=("roles", "filter-roles"),
        help="Scenes: something happens there. Actors: the name stands for a government, an army or a team.",
        width="content",
    )


def kinds(view: DossierView) -> None:
    """The kinds of figures, for the page of figures: a part of the same filter."""
    chosen, found = view.chosen, {one.value for one in view.whole.kinds_of_figures}
    present = [kind for kind in _KINDS if kind == chosen.kind or kind in found]
    if len(present) < 2 and chosen.kind is None:
        return
    st.session_state["filter-kind"] = chosen.kind
    st.pills(
        "Kind of figure",
        present,
        format_func=lambda kind: _KINDS[kind],
        key="filter-kind",
        label_visibility="collapsed",
        on_change=_changed,
        args=("kind", "filter-kind"),
    )


def _changed(name: str, key: str) -> None:
    value: Any = st.session_state[key]
    value = tuple(value) if name == "documents" else value
    state.set_filter(replace(state.current_filter(), **{name: value}))


def _days_changed() -> None:
    days = cast("tuple[dt.date, ...]", st.session_state["filter-days"] or ())
    if len(days) != 1:
        first, last = days or (None, None)
        state.set_filter(replace(state.current_filter(), first=first, last=last))


def _places(view: DossierView) -> dict[str, str]:
    """Key → name with the number of mentions, most mentioned first; adjectives are no places."""
    return {mark.key: f"{mark.name} · {mark.mentions:,}" for mark in view.whole.places[:_OFFERED]}


def _speakers(view: DossierView) -> dict[str, str]:
    return {one.value: f"{one.value} · {one.marks:,}" for one in view.whole.speakers[:_OFFERED]}


def _reach(view: DossierView) -> tuple[dt.date, dt.date]:
    """The days the calendar offers: all that the dossier speaks of, and what the address asks for."""
    days = [day for day in (*(view.whole.reach or ()), view.chosen.first, view.chosen.last) if day]
    return (min(days), max(days)) if days else (dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def _document_name(row: DocumentRow) -> str:
    published = f", {day(row.published)}" if row.published else ""
    return f"{row.title or row.name}{published}"
