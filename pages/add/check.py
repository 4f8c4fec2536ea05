"""The drafts: a row each with what was found about it, to be mended; what is typed is kept at once."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from core.desk import Draft, desk
from core.desk.arrivals.letting_go import draft_days
from core.ingest.mending import is_garbled
from core.models import Document
from core.wording import counted
from pages.add import moment
from pages.add.details import details
from pages.shared import doubts, reader, sign_in
from pages.shared.safe import safe

ROWS = 20
"""Drafts of a page of the list."""

_WHY_A_DATE = (
    "Relative dates such as “last week” need it. "
    "You can leave it out; the pages then say that such dates are not known."
)


def check_drafts(dossier: str) -> None:
    """A page of drafts, and the buttons that add or discard them all."""
    many = desk().drafts.many(dossier, reader.owner())
    if not many.drafts:
        return
    st.html('<h2 class="dl-step">Check, then add</h2>')
    st.html(f'<p class="dl-quiet">{how_long(draft_days(), sign_in.signed())}</p>')
    if many.undated:
        st.html(f'<p class="dl-ask">{ask_for_dates(many.undated, many.drafts)}</p>')
    pages = -(-many.drafts // ROWS)
    at = st.pagination(pages, key="page-of-drafts") if pages > 1 else 1
    for draft in desk().drafts.some(dossier, reader.owner(), (at - 1) * ROWS, ROWS):
        draft_row(dossier, draft, alone=many.drafts == 1)
    with st.container(horizontal=True, vertical_alignment="center", key="dl-all-drafts"):
        label = f"Add {many.drafts:,} documents" if many.drafts > 1 else "Add this document"
        if st.button(label, type="primary", key="add"):
            reader.signed(_add, dossier, None)
            st.rerun()
        if many.drafts > 1:
            _discard_all(dossier, many.drafts)


def how_long(days: float, signed: bool) -> str:
    """Who sees drafts, and for how long they are kept."""
    where = "" if signed else ", in this browser,"
    until = f"; after {days:g} days in which you change nothing they are deleted" if days else ""
    return f"Only you see these{where} until they are added. They are kept on the server{until}."


def ask_for_dates(undated: int, drafts: int) -> str:
    """Asks once for the days of publication that are missing, however many they are."""
    if drafts == 1:
        return f"When was this published? {_WHY_A_DATE}"
    return f"Without a publication date: {undated:,} of {drafts:,}. {_WHY_A_DATE}"


def draft_row(dossier: str, draft: Draft, alone: bool) -> None:
    """One draft with headline, outlet and date to be mended; alone it is added by the button below."""
    with st.container(border=True, key=f"draft-{draft.number}"):
        head = st.container(horizontal=True, key=f"line-draft-{draft.number}")
        head.html(about_draft(draft.document, draft.alike), width="stretch")
        if not alone and head.button("Add", key=f"add-{draft.number}", type="tertiary"):
            reader.signed(_add, dossier, (draft.number,))
            st.rerun()
        if head.button("Discard", key=f"discard-{draft.number}", type="tertiary"):
            _discard(dossier, (draft.number,))
            st.rerun()
        if is_garbled(draft.document) and st.button("Mend garbled characters", key=f"mend-{draft.number}"):
            desk().drafts.mend(dossier, reader.owner(), draft.number)
            st.rerun()
        details(draft.document, f"draft-{draft.number}", draft.given, keep=(_keep, dossier, draft.number))


def about_draft(document: Document, alike: str = "") -> str:
    """Name, length and warnings of a draft as HTML; that the date is missing is asked for in its place."""
    words = f"{len(document.text.split()):,} words"
    notices = doubts.listed([notice for notice in document.warnings if notice.code != "published"])
    same = f'<p class="dl-remark">{safe(alike)}</p>' if alike else ""
    return f'<p class="dl-file"><b><bdi>{safe(document.name)}</bdi></b> {words}</p>{same}{notices}'


def _keep(dossier: str, number: int, name: str, key: str) -> None:
    """Keeps what was just given of a draft."""
    given = st.session_state[key]
    desk().drafts.detail(dossier, reader.owner(), number, **{name: given.strip() if isinstance(given, str) else given})


def _add(dossier: str, numbers: Collection[int] | None, by: str) -> None:
    moment.begin()
    with st.spinner("Adding …"):
        for refused in desk().drafts.add(dossier, reader.owner(), numbers, by):
            moment.remark(refused.name, refused.sentence)


def _discard(dossier: str, numbers: Collection[int] | None) -> None:
    moment.begin()
    desk().drafts.discard(dossier, reader.owner(), numbers)


def _discard_all(dossier: str, many: int) -> None:
    """Asks once more: what is discarded is gone."""
    with st.popover("Discard all", type="tertiary"):
        st.html(f"<p>{counted(many, 'draft')} and what you gave of them are deleted for good.</p>")
        if st.button(f"Discard {many:,} drafts", key="discard-all"):
            _discard(dossier, None)
            st.rerun()
