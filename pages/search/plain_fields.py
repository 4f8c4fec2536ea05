"""The query as plain fields, for people who type no syntax."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from core.desk.search.form import Form, form_of, query_of
from core.desk.search.parsing import BadQuery
from core.desk.search.query import Query, to_text
from pages.shared import state
from pages.shared.safe import safe

_LABELS = {
    "words": ("Words", "All of them; “several together” in quotation marks, the beginning of one as bomb*"),
    "place": ("Place", ""),
    "who": ("Who says so", ""),
    "person": ("Person named", ""),
    "figure": ("Number", ">100, or 100..200"),
    "day": ("Day told of", "2022-09-14, 2022-09, or 2022-09-14..2022-09-16"),
    "published": ("Published", "2022-09-14, or 2022-09"),
    "outlet": ("Outlet", ""),
    "language": ("Language", "en, uk"),
}
_COLUMNS = 3


def show(query: Query) -> None:
    """A field for each thing that can be looked for, with what is looked for now in it."""
    now = asdict(form_of(query))
    fields = st.expander("Place, person, number, day …", key="search-fields", on_change="rerun")
    if not fields.open:
        return
    with fields, st.form("search-form", border=False):
        columns = st.columns(_COLUMNS)
        filled = {
            name: columns[number % _COLUMNS].text_input(
                label, now[name], placeholder=hint, key=f"search-{name}-{now[name]}"
            )
            for number, (name, (label, hint)) in enumerate(_LABELS.items())
        }
        if st.form_submit_button("Search"):
            _look_for(filled)


def _look_for(filled: dict[str, str]) -> None:
    try:
        state.look_for(to_text(query_of(Form(**filled))))
    except BadQuery as bad:
        st.html(f'<p class="dl-remark" role="alert">{safe(str(bad))}</p>')
        return
    st.rerun()
