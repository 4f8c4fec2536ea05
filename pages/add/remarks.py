"""What is said of files while they are read and after: progress, remarks, receipts, the question which column."""

from __future__ import annotations

import streamlit as st

from pages.add import drafts, receipts
from pages.shared.safe import safe


def say_remarks() -> None:
    """What became of files that hold others, and of those that are not listed below."""
    for made in drafts.receipts():
        st.html(receipts.shown(made))
    for remark in drafts.remarks():
        name, sentence = safe(remark.name), safe(remark.sentence)
        st.html(f'<p class="dl-remark" role="alert"><b>{name}</b> {sentence}</p>')


def say_reading() -> None:
    """Files that are being read, and where; drawn again each second until one is done."""
    for reception in drafts.being_read():
        where = f", {safe(reception.progress)}" if reception.progress else ""
        st.html(f'<p class="dl-quiet" role="status">Reading <b>{safe(reception.name)}</b>{where} …</p>')
    if any(reception.outcome is not None for reception in drafts.being_read()):
        st.rerun()


def ask_columns(dossier: str) -> None:
    """Which column of a table holds the texts, where no name tells."""
    for number, question in enumerate(drafts.questions()):
        names = question.outcome.columns if question.outcome else ()
        with st.form(f"question-{number}-{hash(question.name)}"):
            st.html(f'<p class="dl-ask">Which column of <b>{safe(question.name)}</b> holds the articles’ texts?</p>')
            column = st.selectbox("Column with the texts", names, label_visibility="collapsed")
            buttons = st.container(horizontal=True)
            if buttons.form_submit_button("Read this column", type="primary"):
                drafts.answer(question, column)
                drafts.wait()
                st.rerun()
            if buttons.form_submit_button("Leave it out"):
                drafts.answer(question, None)
                st.rerun()
