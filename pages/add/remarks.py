"""What is said of files while they are read and after: progress, remarks, receipts, the question which column."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.desk import Arrival, desk
from core.wording import counted
from pages.add import moment, receipts
from pages.shared import reader
from pages.shared.safe import safe

_LISTED = 20
"""Files of which something is said at once; the others follow when these are dismissed."""

_READING = 5
"""Files that are named while they are read or wait."""


def show(dossier: str) -> None:
    """All of it: what goes on is drawn again each second, by itself."""
    running = desk().arrivals.running(dossier, reader.owner())
    st.fragment(_reading, run_every=1.0 if running else None)(dossier, running)
    for said in moment.remarks():
        st.html(_remark(said.name, said.sentence))
    ended = [one for one in desk().arrivals.of(dossier, reader.owner()) if not one.running]
    for one in ended:
        if one.said.columns:
            _ask_column(dossier, one)
    _say([one for one in ended if not one.said.columns], dossier)


def _reading(dossier: str, before: int) -> None:
    """Files that are being read, and how far; when one is done a run of the whole page shows what came of it."""
    if not before:
        return
    running = [one for one in desk().arrivals.of(dossier, reader.owner()) if one.running]
    if len(running) != before:
        st.rerun()
    running.sort(key=lambda one: one.state != "reading")
    for one in running[:_READING]:
        line = st.container(horizontal=True, key=f"line-reading-{one.number}")
        line.html(_progress(one), width="stretch")
        if line.button("Stop", key=f"stop-{one.number}", type="tertiary"):
            desk().arrivals.discard(dossier, reader.owner(), (one.number,))
            st.rerun()
    if len(running) > _READING:
        st.html(f'<p class="dl-quiet">and {counted(len(running) - _READING, "more file")} to be read</p>')


def _progress(one: Arrival) -> str:
    verb = "Reading" if one.state == "reading" else "Waiting to be read:"
    where = f", {safe(one.progress)}" if one.progress else ""
    dots = " …" if one.state == "reading" else ""
    return f'<p class="dl-quiet dl-file" role="status">{verb} <b><bdi>{safe(one.name)}</bdi></b>{where}{dots}</p>'


def _say(ended: Sequence[Arrival], dossier: str) -> None:
    """What became of files, beside their drafts; it stays until it is dismissed."""
    for one in ended[:_LISTED]:
        line = st.container(horizontal=True, key=f"line-said-{one.number}")
        line.html(_said(one), width="stretch")
        if one.said.again and line.button("Read again", key=f"read-again-{one.number}", type="tertiary"):
            desk().arrivals.read_as(dossier, reader.owner(), one.number)
            st.rerun()
        if one.said.offered and line.button("Take it as it is", key=f"take-{one.number}", type="tertiary"):
            desk().arrivals.take_as_it_is(dossier, reader.owner(), one.number)
            st.rerun()
        if line.button("Dismiss", key=f"dismiss-{one.number}", type="tertiary"):
            _dismiss(dossier, (one,))
    if len(ended) > 1:
        more = f"and of {counted(len(ended) - _LISTED, 'more file')}" if len(ended) > _LISTED else ""
        line = st.container(horizontal=True, key="line-said-all")
        line.html(f'<p class="dl-quiet">{more}</p>', width="stretch")
        if line.button(f"Dismiss all {len(ended):,}", key="dismiss-all", type="tertiary"):
            _dismiss(dossier, ended)


def _said(one: Arrival) -> str:
    receipt = receipts.shown(one.said.receipt) if one.said.receipt else ""
    return receipt + "".join(_remark(one.name, sentence) for sentence in one.said.sentences)


def _remark(name: str, sentence: str) -> str:
    return f'<p class="dl-remark" role="alert"><b><bdi>{safe(name)}</bdi></b> {safe(sentence)}</p>'


def _dismiss(dossier: str, some: Sequence[Arrival]) -> None:
    moment.begin()
    desk().arrivals.discard(dossier, reader.owner(), [one.number for one in some])
    st.rerun()


def _ask_column(dossier: str, question: Arrival) -> None:
    """Which column of a table holds the texts, where no name tells."""
    with st.form(f"question-{question.number}"):
        st.html(f'<p class="dl-ask">Which column of <b>{safe(question.name)}</b> holds the articles’ texts?</p>')
        column = st.selectbox("Column with the texts", question.said.columns, label_visibility="collapsed")
        buttons = st.container(horizontal=True)
        if buttons.form_submit_button("Read this column", type="primary"):
            desk().arrivals.read_as(dossier, reader.owner(), question.number, column)
            st.rerun()
        if buttons.form_submit_button("Leave it out"):
            _dismiss(dossier, (question,))
