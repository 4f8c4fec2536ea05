"""The drafts: a row each with what was found about it, to be mended; one button adds them all."""

from __future__ import annotations

import streamlit as st

from core.ingest.mending import is_garbled
from core.models import Document
from pages.add import drafts
from pages.add.details import details
from pages.add.hand_in import add
from pages.shared import doubts, reader
from pages.shared.safe import safe

_WHY_A_DATE = (
    "Relative dates such as “last week” need it. "
    "You can leave it out; the pages then say that such dates are not known."
)


def check_drafts(dossier: str) -> None:
    """A row a draft with what was found about it, to be mended; one button adds them all."""
    waiting = drafts.waiting()
    if not waiting:
        return
    st.html('<h2 class="dl-step">Check, then add</h2>')
    question = st.container()
    checked = [draft_row(document) for document in waiting]
    if undated := sum(document.published is None for document in checked):
        question.html(f'<p class="dl-ask">{ask_for_dates(undated, len(checked))}</p>')
    many = f"{len(waiting)} documents" if len(waiting) > 1 else "this document"
    if st.button(f"Add {many}", type="primary", key="add"):
        reader.signed(_add_all, dossier, checked)
        st.rerun()


def _add_all(dossier: str, documents: list[Document], by: str) -> None:
    for document in documents:
        drafts.take_away(document.id)
        add(dossier, document, by)


def ask_for_dates(undated: int, drafts: int) -> str:
    """Asks once for the days of publication that are missing, however many they are."""
    if drafts == 1:
        return f"When was this published? {_WHY_A_DATE}"
    return f"Without a publication date: {undated} of {drafts}. {_WHY_A_DATE}"


def draft_row(document: Document) -> Document:
    """The document with headline, outlet and date as they stand in its row."""
    with st.container(border=True, key=f"draft-{document.id}"):
        head = st.container(horizontal=True, vertical_alignment="top")
        head.html(about_draft(document), width="stretch")
        if head.button("Remove", key=f"away-{document.id}", type="tertiary"):
            drafts.take_away(document.id)
            st.rerun()
        if is_garbled(document) and st.button("Mend garbled characters", key=f"mend-{document.id}"):
            drafts.mend(document.id)
            st.rerun()
        return details(document, "draft")


def about_draft(document: Document) -> str:
    """Name, length and warnings of a draft as HTML; that the date is missing is asked for in its place."""
    words = f"{len(document.text.split()):,} words"
    notices = doubts.listed([notice for notice in document.warnings if notice.code != "published"])
    return f'<p class="dl-file"><b><bdi>{safe(document.name)}</bdi></b> {words}</p>{notices}'
