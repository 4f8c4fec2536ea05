"""Where documents are handed in: the drop area, the place to paste, the button with samples."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.desk import AlreadyThere, DossierDeleted, DossierFull, NotKept, UnknownDossier, desk
from core.ingest import FORMATS, Unreadable, from_text, read, what_is_read
from core.models import Document
from pages.add import moment
from pages.shared import reader, uploads
from pages.shared.safe import safe

_PASTED = "Pasted text"
_SAMPLES = Path(__file__).parents[2] / "assets" / "samples"


def hand_in(dossier: str) -> None:
    """The drop area, the place to paste, and the button with samples."""
    files = st.file_uploader(
        "Drop articles and documents here, several at once",
        accept_multiple_files=True,
        key=moment.uploader_key(),
        help="What a file holds decides how it is read, not its name.",
    )
    st.html(_formats())
    if files:
        moment.begin()
        for file in files:
            _take(dossier, file)
        moment.next_uploader()
        st.rerun()
    empty = not desk().glance(dossier).documents  # samples would mix with a newsroom's own documents
    paste, samples = st.columns([3, 1], vertical_alignment="top") if empty else (st.container(), None)
    with paste.expander("Paste text instead"), st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area("Text of one article", height=200)
        if st.form_submit_button("Use this text"):
            moment.begin()
            take_text(dossier, text)
            st.rerun()
    if samples and samples.button("Load five sample articles", key="samples", width="stretch"):
        reader.signed(add_samples, dossier)
        st.rerun()


def _take(dossier: str, file: UploadedFile) -> None:
    """A file is kept and waits to be read, or a remark says why not; either way its bytes are let go of."""
    try:
        desk().arrivals.hand_in(dossier, reader.owner(), file.getbuffer(), file.name, reader.name())
    except (NotKept, DossierDeleted, UnknownDossier) as refusal:
        moment.remark(file.name, str(refusal))
    uploads.let_go(file)


def take_text(dossier: str, text: str) -> None:
    """Pasted text becomes a draft, or a remark says why not."""
    try:
        said = desk().drafts.put(dossier, reader.owner(), from_text(text, _PASTED), reader.name())
    except Unreadable as unreadable:
        empty = unreadable.code == "empty"
        said = ("There is no text in it; paste the whole article." if empty else unreadable.message,)
    except (DossierDeleted, UnknownDossier) as refusal:
        said = (str(refusal),)
    for sentence in said:
        moment.remark(_PASTED, sentence)


def _formats() -> str:
    """What is read in one line; the endings of files' names on demand."""
    names = ", ".join(known.name for known in FORMATS)
    return (
        f'<details class="dl-formats dl-quiet"><summary>What is read: {safe(names)}</summary>'
        f"<p>{safe(what_is_read())}. Other formats are refused with a reason.</p></details>"
    )


def add_samples(dossier: str, by: str) -> None:
    """Our own sample articles go straight into the dossier: one click shows a newcomer what the pages do."""
    moment.begin()
    for path in sorted(_SAMPLES.glob("*.*")):
        if path.suffix in (".txt", ".html"):
            add(dossier, read(path.read_bytes(), path.name), by)


def add(dossier: str, document: Document, by: str) -> None:
    """Into the dossier, or a remark that says why not."""
    try:
        desk().submit(dossier, document, by)
    except (AlreadyThere, DossierDeleted, DossierFull, UnknownDossier) as refusal:
        moment.remark(document.name, str(refusal))
