"""Add: files or pasted text become documents of the dossier; what they still need is asked for, then they are read."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from core.desk import AlreadyThere, DossierFull, desk
from core.ingest import FORMATS, read, what_is_read
from core.ingest.mending import is_garbled
from core.models import Document
from pages.add import drafts, queue, receipts
from pages.add.details import details
from pages.shared import asked_outside, doubts, frame, state
from pages.shared.safe import safe

_ASSETS = Path(__file__).parents[1] / "assets"
_WHY_A_DATE = (
    "Relative dates such as “last week” need it. "
    "You can leave it out; the pages then say that such dates are not known."
)


def hand_in(dossier: str) -> None:
    """The drop area, the place to paste, and the button with samples."""
    files = st.file_uploader(
        "Drop articles and documents here, several at once",
        accept_multiple_files=True,
        key=drafts.uploader_key(),
        help="What a file holds decides how it is read, not its name.",
    )
    st.html(_formats())
    if files:
        drafts.begin_hand_in()
        for file in files:
            drafts.hand_in(file.getvalue(), file.name)
        drafts.wait()
        st.rerun()
    empty = not desk().dossier(dossier).documents  # samples would mix with a newsroom's own documents
    paste, samples = st.columns([3, 1], vertical_alignment="top") if empty else (st.container(), None)
    with paste.expander("Paste text instead"), st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area("Text of one article", height=200)
        if st.form_submit_button("Use this text"):
            drafts.begin_hand_in()
            drafts.take_text(dossier, text)
            st.rerun()
    if samples and samples.button("Load five sample articles", key="samples", width="stretch"):
        add_samples(dossier)


def _formats() -> str:
    """What is read in one line; the endings of files' names on demand."""
    names = ", ".join(known.name for known in FORMATS)
    return (
        f'<details class="dl-formats dl-quiet"><summary>What is read: {safe(names)}</summary>'
        f"<p>{safe(what_is_read())}. Other formats are refused with a reason.</p></details>"
    )


def add_samples(dossier: str) -> None:
    """Our own sample articles go straight into the dossier: one click shows a newcomer what the pages do."""
    drafts.begin_hand_in()
    for path in sorted((_ASSETS / "samples").glob("*.*")):
        if path.suffix in (".txt", ".html"):
            add(dossier, read(path.read_bytes(), path.name))
    st.rerun()


def add(dossier: str, document: Document) -> None:
    """Into the dossier, or a remark that says why not."""
    try:
        desk().submit(dossier, document)
    except (AlreadyThere, DossierFull) as refusal:
        drafts.remark(document.name, str(refusal))


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
        where = f", {reception.progress}" if reception.progress else ""
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
        for document in checked:
            drafts.take_away(document.id)
            add(dossier, document)
        st.rerun()


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


frame.style()
st.html(_ASSETS / "theme" / "add.css")
this_dossier = state.dossier_id()
with st.container(key="dl-add"):
    frame.heading("Add", "articles and documents to this dossier")
    asked_outside.notice()
    hand_in(this_dossier)
    drafts.collect(this_dossier)
    st.fragment(say_reading, run_every=1.0 if drafts.being_read() else None)()
    say_remarks()
    ask_columns(this_dossier)
    check_drafts(this_dossier)
    queue.show(this_dossier)
    asked_outside.sent(this_dossier)
