"""The list of dossiers with a search by name, and the form that begins one."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from core.desk import desk
from core.desk.dossier_list import DossierRow
from core.wording import counted, day, days
from pages.shared import reader
from pages.shared.labels import literally
from pages.shared.safe import safe

_OPENS = "pages/overview.py"
_FILLS = "pages/add.py"
_BY_LINK = "One that is known by its link alone is opened by its link."
_WHAT_IT_IS = (
    "A dossier holds the articles and documents of one story, and shows where it happened, when, how many and who says "
    "so. Name one to begin; whoever else can open Dateline finds it here and works on it with you."
)


def begin() -> None:
    """A name, and a dossier is there: in the list, or known by its link alone."""
    with st.form("new-dossier", border=False):
        with st.container(horizontal=True, gap="small"):
            name = st.text_input(
                "Name", key="new-name", placeholder="Name of a new dossier", max_chars=100, label_visibility="collapsed"
            )
            begun = st.form_submit_button("Begin a dossier", type="primary")
        hidden = st.checkbox("By link only: nobody finds it here", key="new-by-link")
    if begun:
        reader.signed(_make, name, not hidden)
        st.rerun()


def begin_the_first() -> None:
    """What a dossier is, for a desk that lists none yet, and the way to begin one."""
    st.html(f'<div class="dl-empty"><p class="dl-empty-what">No dossier is listed yet.</p><p>{_WHAT_IT_IS}</p></div>')
    begin()


def _make(name: str, listed: bool, by: str) -> None:
    st.switch_page(_FILLS, query_params={"dossier": desk().dossiers.make(name, listed=listed, by=by)})


def show() -> None:
    """Those with the searched words in their names, the last changed first; below, what was put aside or deleted."""
    asked = st.text_input("Search by name", key="dossier-search", max_chars=100)
    found = desk().dossiers.listed(asked)
    for row in found:
        _row(row)
    if asked and not found:
        st.html(f'<p class="dl-quiet">No listed dossier has these words in its name. {_BY_LINK}</p>')
    _folded("Put aside", desk().dossiers.listed(asked, archived=True))
    deleted = desk().dossiers.recoverable()
    if deleted:
        with st.expander(f"Deleted, to be asked back for a day ({len(deleted)})"):
            for row in deleted:
                _deleted(row)


def _folded(label: str, rows: tuple[DossierRow, ...]) -> None:
    if rows:
        with st.expander(f"{label} ({len(rows)})"):
            for row in rows:
                _row(row)


def _row(row: DossierRow) -> None:
    with st.container(key=f"dossier-{row.id}", gap=None):
        st.page_link(_OPENS, label=literally(row.shown_name), query_params={"dossier": row.id})
        st.html(about(row))


def _deleted(row: DossierRow) -> None:
    with st.container(key=f"dossier-{row.id}", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{safe(row.shown_name)}</p>", width="stretch")
        if st.button("Ask back", key=f"back-{row.id}"):
            reader.signed(desk().dossiers.ask_back, row.id)
            st.rerun()


def about(row: DossierRow) -> str:
    """What is in a dossier, of which days, and its last change, as HTML."""
    parts = [counted(row.documents, "document")]
    if row.earliest:
        parts.append(f"published {days(row.earliest, row.latest)}")
    parts += [f"{row.unread:,} being read"] if row.unread else []
    parts += [f"{row.failed:,} could not be read"] if row.failed else []
    by = f" by {row.changed_by}" if row.changed_by else ""
    parts.append(f"changed {day(dt.datetime.fromtimestamp(row.changed).astimezone().date())}{by}")
    described = f"<p>{safe(row.description)}</p>" if row.description else ""
    return f'{described}<p class="dl-quiet">{safe(" · ".join(parts))}</p>'
