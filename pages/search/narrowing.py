"""What is looked for, part by part, and what the hits have in common: a click takes a part away, or puts one in."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.desk.search.facets import Facets, FacetValue
from core.desk.search.query import Days, Language, Named, Query, part_to_text, to_text
from core.wording import days, language
from pages.shared import state
from pages.shared.labels import literally
from pages.shared.safe import safe

_TOO_MANY = "So many passages have too much in common to be counted; look for more words."


def parts(query: Query) -> None:
    """Each part of the query with the way to look without it; of a single one there is none."""
    if len(query.parts) < 2:
        return
    with st.container(key="dl-sought-parts", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<p class="dl-quiet">All of these:</p>', width="content")
        for number, part in enumerate(query.parts):
            rest = Query(query.parts[:number] + query.parts[number + 1 :])
            label = f"{literally(part_to_text(part))} ✕"
            st.button(label, key=f"without-{number}", on_click=state.look_for, args=(to_text(rest),))


def show(found: Facets | None, total: int) -> None:
    """The values of each facet with as many passages as are left when it is chosen."""
    st.html('<h2 class="dl-panel-head">Look for less</h2>')
    if found is None:
        st.html(f'<p class="dl-quiet">{_TOO_MANY}</p>')
        return
    for title, values in (
        ("Places", found.places),
        ("Who says so", found.speakers),
        ("Outlets", found.outlets),
        ("Published", found.months),
        ("Languages", found.languages),
    ):
        _facet(title, [value for value in values if value.hits < total])


def _facet(title: str, values: Sequence[FacetValue]) -> None:
    if not values:
        return
    st.html(f'<h3 class="dl-facet">{safe(title)}</h3>')
    with st.container(key=f"dl-facet-{title}", gap=None):
        for number, value in enumerate(values):
            st.button(
                f"{literally(_name(value))} · {value.hits:,}",
                key=f"facet-{title}-{number}",
                type="tertiary",
                on_click=_also,
                args=(part_to_text(value.part),),
            )


def _name(value: FacetValue) -> str:
    match value.part:
        case Named(text=text):
            return text
        case Days(first=first, last=last):
            return days(first, last)
        case Language(code=code):
            return language(code)
        case part:
            return part_to_text(part)


def _also(part: str) -> None:
    state.look_for(f"{state.query()} {part}".strip())
