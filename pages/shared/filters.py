"""The filter bar: the same on every page, each part removable, written to the address."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from core.charts.place_marks import most_common
from core.frames.filter import Filter, Roles
from core.frames.rows import DocumentRow, Frames
from core.models import FigureKind
from core.wording import day
from pages.shared import state

_ROLES: dict[Roles, str] = {"scenes": "● Scenes", "actors": "○ Actors", "all": "Both"}

_KINDS: dict[FigureKind, str] = {
    "count": "Counts",
    "money": "Money",
    "percent": "Shares",
    "measure": "Measures",
    "duration": "Lengths of time",
    "rank": "Ranks",
}


def bar(whole: Frames, shown: Frames, chosen: Filter) -> None:
    """Draws the bar; a change is in the address before the page runs again."""
    with st.container(key="dl-filters", horizontal=True, vertical_alignment="center", gap="small"):
        _one("place", "Place", "Any place", _places(whole), chosen.place)
        _days(whole, chosen)
        _documents(whole, chosen)
        _one("speaker", "Who says so", "Anyone", _speakers(whole), chosen.speaker)
        _roles(chosen)
        clear(chosen, "bar")
        st.html(
            f'<p class="dl-count" role="status"><b>{shown.count:,}</b> of {whole.count:,} marks</p>',
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


def _documents(whole: Frames, chosen: Filter) -> None:
    names = {row.doc: _document_name(row) for row in whole.documents}
    names |= {doc: f"{doc} (not in this dossier)" for doc in chosen.documents if doc not in names}
    st.session_state["filter-documents"] = list(chosen.documents)
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


def _days(whole: Frames, chosen: Filter) -> None:
    first, last = _reach(whole, chosen)
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


def kinds(whole: Frames, chosen: Filter) -> None:
    """The kinds of figures, for the page of figures: a part of the same filter."""
    found = {row.kind for row in whole.figures}
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


def _places(whole: Frames) -> dict[str, str]:
    """Key → name with the number of mentions, most mentioned first; adjectives are no places."""
    names: dict[str, list[str]] = {}
    for row in whole.places:
        if not row.adjective:
            names.setdefault(row.place_key, []).append(row.name)
    return _counted({key: (most_common(spellings), len(spellings)) for key, spellings in names.items()})


def _speakers(whole: Frames) -> dict[str, str]:
    said = Counter(row.speaker for rows in (whole.quotes, whole.figures) for row in rows if row.speaker)
    return _counted({name: (name, times) for name, times in said.items()})


def _counted(found: Mapping[str, tuple[str, int]]) -> dict[str, str]:
    """Key → name with its number, the largest first."""
    ranked = sorted(found.items(), key=lambda item: (-item[1][1], item[1][0]))
    return {key: f"{name} · {times:,}" for key, (name, times) in ranked}


def _reach(whole: Frames, chosen: Filter) -> tuple[dt.date, dt.date]:
    """The days the calendar offers: all that the dossier speaks of, and what the address asks for."""
    told = {day for kind in whole.kinds for row in whole.of(kind) for span in row.spans for day in span}
    days = [when for when in (*told, *(row.published for row in whole.documents), chosen.first, chosen.last) if when]
    return (min(days), max(days)) if days else (dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def _document_name(row: DocumentRow) -> str:
    published = f", {day(row.published)}" if row.published else ""
    return f"{row.title or row.name}{published}"
