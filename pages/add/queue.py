"""The documents of a dossier and how far their reading is."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from core.desk import Job, UnknownDocument, desk
from core.frames.kinds import KINDS
from core.models import Document, Extraction
from core.wording import counted
from pages.add import drafts
from pages.add.details import details, is_guess
from pages.shared import doubts, state
from pages.shared.safe import safe

_ROWS = 40
"""Documents that are listed before a reader asks for all."""

_NEXT = (("See the overview", "pages/overview.py"), ("See the map", "pages/map.py"))
_TAKEN_OUT = "Taken out of the dossier. In case that was a mistake, it waits below until you remove it there."


def show(dossier: str) -> None:
    """A row a document of the dossier; while one is read, this part alone is drawn again each second."""
    jobs = desk().jobs(dossier)
    if jobs:
        running = any(job.running for job in jobs)
        st.html('<h2 class="dl-step">In this dossier</h2>')
        if any(job.state == "done" for job in jobs) and not running:
            with st.container(key="dl-next", horizontal=True, gap="small"):
                for label, page in _NEXT:
                    st.page_link(page, label=label, query_params=state.link())
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
    with (
        more.popover("Details" if document.published else "Set the date", width="stretch"),
        st.form(f"details-{document.id}", border=False),
    ):
        changed = details(document, "kept")
        buttons = st.container(horizontal=True)
        if buttons.form_submit_button("Save", type="primary"):
            change(dossier, changed)
        if buttons.form_submit_button("Remove from the dossier"):
            take_out(dossier, document)


def change(dossier: str, document: Document) -> None:
    """Keep the details of a document of the dossier; nothing to do where someone else removed it meanwhile."""
    with suppress(UnknownDocument):
        desk().set_details(
            dossier, document.id, title=document.title, outlet=document.outlet, published=document.published
        )
    st.rerun()


def take_out(dossier: str, document: Document) -> None:
    """Out of the dossier and back among the drafts, from where one click adds it again."""
    desk().remove(dossier, document.id)
    drafts.put_back(document)
    drafts.remark(document.title or document.name, _TAKEN_OUT)
    st.rerun()


def about_document(document: Document, job: Job, record: Extraction | None) -> str:
    """Headline, outlet and date, then what was found or why nothing was, as HTML."""
    date = f"{document.published:%d %B %Y}".lstrip("0") if document.published else "no publication date"
    guess = " (guess)" if is_guess(document) else ""
    name = document.name if document.title else None
    source = " · ".join(part for part in (document.outlet, name, date + guess) if part)
    lines = [f'<p class="dl-file"><b>{safe(document.title or document.name)}</b></p>']
    lines.append(f'<p class="dl-quiet">{safe(source)}</p>')
    if job.state == "failed":
        lines.append(f'<p class="dl-remark" role="alert">{safe(job.sentence)}</p>')
    elif record and not job.running:
        took = f"in {job.seconds:.1f} s" if job.seconds >= 0.1 else "at once"
        lines.append(f'<p class="dl-found">{safe(found(record))} <span>{took}</span></p>')
        lines.append(doubts.listed([n for n in record.warnings if n.start is None and n.code != "published"]))
    return "".join(lines)


def found(record: Extraction) -> str:
    """What was found, counted: "21 places, 8 dates, 11 figures, 9 quotations"."""
    marks = ((kind, getattr(record, kind.plural)) for kind in KINDS if kind.in_text)
    return ", ".join(counted(sum(map(kind.counts, found)), kind.word) for kind, found in marks)
