"""Add: files or pasted text become documents of the dossier; what they still need is asked for, then they are read."""

from __future__ import annotations

import datetime as dt
import html
from contextlib import suppress
from pathlib import Path

import streamlit as st

from core.desk import AlreadyThere, DossierFull, Job, UnknownDocument, desk
from core.models import Document, Extraction
from core.reading import read, what_is_read, with_details
from pages.shared import drafts, frame, state

_ASSETS = Path(__file__).parents[1] / "assets"
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_ASK_FOR_DATE = (
    "When was this published? Relative dates such as “last week” need it. "
    "You can leave it out; the pages then say that such dates are not known."
)
_GUESSED = {
    "metadata": "Found in the file’s own data; please check it.",
    "text": "Found in the first lines of the text; please check it.",
}
_ROWS = 40


def hand_in(dossier: str) -> None:
    """The drop area, the place to paste, and the button with samples."""
    files = st.file_uploader(
        "Drop articles and documents here, several at once",
        accept_multiple_files=True,
        key=drafts.uploader_key(),
        help="What a file holds decides how it is read, not its name.",
    )
    st.html(
        f'<p class="dl-quiet">Read so far: {html.escape(what_is_read())}. Other formats are refused with a reason.</p>'
    )
    if files:
        drafts.begin_hand_in()
        bar = st.progress(0.0) if len(files) > 1 else None
        for number, file in enumerate(files, start=1):
            drafts.take_file(dossier, file.getvalue(), file.name)
            if bar:
                bar.progress(number / len(files), text=f"{number} of {len(files)} files looked at")
        st.rerun()
    paste, samples = st.columns([3, 1], vertical_alignment="top")
    with paste.expander("Paste text instead"), st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area("Text of one article", height=200)
        if st.form_submit_button("Use this text"):
            drafts.begin_hand_in()
            drafts.take_text(dossier, text)
            st.rerun()
    if samples.button("Load three sample articles", key="samples", width="stretch"):
        add_samples(dossier)


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
    """What became of files that are not listed below."""
    for remark in drafts.remarks():
        name, sentence = html.escape(remark.name), html.escape(remark.sentence)
        st.html(f'<p class="dl-remark" role="alert"><b>{name}</b> {sentence}</p>')


def check_drafts(dossier: str) -> None:
    """A row a draft with what was found about it, to be mended; one button adds them all."""
    waiting = drafts.waiting()
    if not waiting:
        return
    st.html('<h2 class="dl-step">Check, then add</h2>')
    checked = [draft_row(document) for document in waiting]
    many = f"{len(waiting)} documents" if len(waiting) > 1 else "this document"
    if st.button(f"Add {many}", type="primary", key="add"):
        for document in checked:
            drafts.take_away(document.id)
            add(dossier, document)
        st.rerun()


def draft_row(document: Document) -> Document:
    """The document with headline, outlet and date as they stand in its row."""
    with st.container(border=True, key=f"draft-{document.id}"):
        head, away = st.columns([9, 1], vertical_alignment="center")
        head.html(about_draft(document))
        if away.button("Remove", key=f"away-{document.id}", type="tertiary"):
            drafts.take_away(document.id)
            st.rerun()
        checked = details(document, "draft")
        if checked.published is None:
            st.html(f'<p class="dl-ask">{html.escape(_ASK_FOR_DATE)}</p>')
        return checked


def about_draft(document: Document) -> str:
    """Name, length and warnings of a draft as HTML; that the date is missing is asked for in its place."""
    words = f"{len(document.text.split()):,} words"
    notices = "".join(
        f'<p class="dl-remark">{html.escape(notice.message)}</p>'
        for notice in document.warnings
        if notice.code != "published"
    )
    return f'<p class="dl-file"><b>{html.escape(document.name)}</b> {words}</p>{notices}'


def details(document: Document, where: str) -> Document:
    """The three fields every document has, prefilled with what was found and marked as guesses."""
    title_at, outlet_at, date_at = st.columns([5, 3, 2])
    title = title_at.text_input(
        label("Headline", document.title), document.title or "", key=f"{where}-title-{document.id}", max_chars=300
    )
    outlet = outlet_at.text_input(
        label("Outlet", document.outlet), document.outlet or "", key=f"{where}-outlet-{document.id}", max_chars=100
    )
    published = date_at.date_input(
        label("Published", document.published_from in _GUESSED),
        document.published,
        key=f"{where}-published-{document.id}",
        min_value=_EARLIEST,
        max_value=_LATEST,
        format="YYYY-MM-DD",
        help=_GUESSED.get(document.published_from or ""),
    )
    given = published if isinstance(published, dt.date) else None
    return with_details(document, title.strip(), outlet.strip(), given)


def label(name: str, guessed: object) -> str:
    """A field's label, marked where its content was found by the program."""
    return f"{name} (guess)" if guessed else name


def queue(dossier: str) -> None:
    """A row a document of the dossier; while one is read, this part alone is drawn again each second."""
    jobs = desk().jobs(dossier)
    if jobs:
        st.html('<h2 class="dl-step">In this dossier</h2>')
        running = any(job.running for job in jobs)
        st.fragment(rows, run_every=1.0 if running else None)(dossier, running)


def rows(dossier: str, polling: bool) -> None:
    """What became of each document; a last run of the whole page ends the polling."""
    held = desk().dossier(dossier)
    if polling and not any(job.running for job in held.jobs):
        st.rerun()
    records = {record.id: record for record in desk().records(dossier)}
    for document, job in list(zip(held.documents, held.jobs, strict=True))[-shown(len(held.jobs)) :]:
        with st.container(key=f"row-{document.id}"):
            row(dossier, document, job, records.get(document.id))


def shown(count: int) -> int:
    """How many rows to draw: the latest, or all on demand, since each costs time on each run."""
    return count if count <= _ROWS or st.toggle(f"Show all {count} documents", key="all-rows") else _ROWS


def row(dossier: str, document: Document, job: Job, record: Extraction | None) -> None:
    """One document: what it is, how far its reading is or what was found, and its details behind a button."""
    about, more = st.columns([8, 2], vertical_alignment="center")
    with about:
        st.html(about_document(document, job, record))
        if job.running:
            st.progress(job.progress, text=f"{job.sentence} {job.seconds:.0f} s" if job.seconds else job.sentence)
            return
    if job.state == "failed" and more.button("Read again", key=f"again-{document.id}", width="stretch"):
        desk().retry(dossier, document.id)
        st.rerun()
    with more.popover("Details", width="stretch"), st.form(f"details-{document.id}", border=False):
        changed = details(document, "kept")
        if st.form_submit_button("Save", type="primary"):
            change(dossier, changed)
        if st.form_submit_button("Remove from the dossier"):
            desk().remove(dossier, document.id)
            st.rerun()


def change(dossier: str, document: Document) -> None:
    """Keep the details of a document of the dossier; nothing to do where someone else removed it meanwhile."""
    with suppress(UnknownDocument):
        desk().set_details(
            dossier, document.id, title=document.title, outlet=document.outlet, published=document.published
        )
    st.rerun()


def about_document(document: Document, job: Job, record: Extraction | None) -> str:
    """Headline, outlet and date, then what was found or why nothing was, as HTML."""
    date = f"{document.published:%d %B %Y}".lstrip("0") if document.published else "no publication date"
    guess = " (guess)" if document.published_from in _GUESSED else ""
    source = " · ".join(part for part in (document.outlet, document.name, date + guess) if part)
    lines = [f'<p class="dl-file"><b>{html.escape(document.title or document.name)}</b></p>']
    lines.append(f'<p class="dl-quiet">{html.escape(source)}</p>')
    if job.state == "failed":
        lines.append(f'<p class="dl-remark" role="alert">{html.escape(job.sentence)}</p>')
    elif record and not job.running:
        lines.append(f'<p class="dl-found">{html.escape(found(record))} <span>in {job.seconds:.1f} s</span></p>')
    return "".join(lines)


def found(record: Extraction) -> str:
    """What was found, counted: "21 places, 8 dates, 11 figures, 9 quotations"."""
    counts = (
        (sum(not place.adjective for place in record.places), "place"),
        (len(record.dates), "date"),
        (len(record.figures), "figure"),
        (len(record.quotes), "quotation"),
    )
    return ", ".join(f"{count:,} {name}{'s' * (count != 1)}" for count, name in counts)


frame.style()
st.html(_ASSETS / "theme" / "add.css")
frame.heading("Add", "articles and documents to this dossier")
this_dossier = state.dossier_id()
with st.container(key="dl-add"):
    hand_in(this_dossier)
    say_remarks()
    check_drafts(this_dossier)
    queue(this_dossier)
