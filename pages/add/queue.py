"""The documents of a dossier and how far their reading is."""

from __future__ import annotations

import streamlit as st

from core.desk import Glance, Job, desk
from core.frames.kinds import KINDS
from core.models import Document, Extraction
from core.wording import counted
from pages.add import moment
from pages.add.details import details, is_guess
from pages.shared import doubts, reader, state
from pages.shared.safe import safe

_ROWS = 25
"""Documents of a page of the list."""

_NEXT = (("See the overview", "pages/overview.py"), ("See the map", "pages/map.py"))
_TAKEN_OUT = "Taken out of the dossier. In case that was a mistake, it waits below until you discard it there."


def show(dossier: str) -> None:
    """A row a document of the dossier; while one is read, this part alone is drawn again each second."""
    seen = desk().glance(dossier)
    if seen.documents:
        running = _going_on(seen)
        st.html('<h2 class="dl-step">In this dossier</h2>')
        if seen.count("done") and not seen.count("waiting", "reading"):
            with st.container(key="dl-next", horizontal=True, gap="small"):
                for label, page in _NEXT:
                    st.page_link(page, label=label, query_params=state.link())
        st.fragment(rows, run_every=1.0 if running else None)(dossier, running)


def rows(dossier: str, polling: bool) -> None:
    """What became of each document; a last run of the whole page ends the polling."""
    seen = desk().glance(dossier)
    if polling and not _going_on(seen):
        st.rerun()
    _say_how_far(seen)
    docs = _page_of([*seen.documents])
    held = desk().dossier(dossier, docs)
    records = {record.id: record for record in desk().records(dossier, docs)}
    for document, job in zip(held.documents, held.jobs, strict=True):
        with st.container(key=f"row-{document.id}"):
            row(dossier, document, job, records.get(document.id))


def _going_on(seen: Glance) -> bool:
    """Whether there is more to come of the documents, or of what they say together."""
    return bool(seen.count("waiting", "reading") or (seen.count("done") and _compared(seen)))


def _compared(seen: Glance) -> bool:
    """Whether the documents that have been read are still being compared."""
    return not desk().collation(seen.dossier).standing().current


def _say_how_far(seen: Glance) -> None:
    """Of many documents how many are read; of all, that they are being compared."""
    running, every = seen.count("waiting", "reading"), len(seen.documents)
    if running and every > _ROWS:
        st.html(f'<p class="dl-quiet" role="status">{every - running:,} of {counted(every, "document")} read.</p>')
    elif not running and _going_on(seen):
        st.html('<p class="dl-quiet" role="status">Comparing what the documents say …</p>')


def _page_of(docs: list[str]) -> list[str]:
    """The documents of the page that a reader turned to; the first page has the latest."""
    if len(docs) <= _ROWS:
        return docs
    at = st.pagination(-(-len(docs) // _ROWS), key="rows-of-documents")
    last = len(docs) - (at - 1) * _ROWS
    return docs[max(last - _ROWS, 0) : last]


def row(dossier: str, document: Document, job: Job, record: Extraction | None) -> None:
    """One document: what it is, how far its reading is or what was found, and its details behind a button."""
    about, more = st.columns([8, 2], vertical_alignment="center")
    with about:
        st.html(about_document(document, job, record))
        if job.running:
            st.progress(job.progress, text=f"{job.sentence} {job.seconds:.0f} s" if job.seconds else job.sentence)
            return
    if job.state == "failed" and more.button("Read again", key=f"again-{document.id}", width="stretch"):
        reader.signed(desk().retry, dossier, document.id)
        st.rerun()
    with (
        more.popover("Details" if document.published else "Set the date", width="stretch"),
        st.form(f"details-{document.id}", border=False),
    ):
        changed = details(document, f"kept-{document.id}", ("title", "outlet"))
        buttons = st.container(horizontal=True)
        if buttons.form_submit_button("Save", type="primary"):
            reader.signed(change, dossier, changed)
            st.rerun()
        if buttons.form_submit_button("Remove from the dossier"):
            reader.signed(take_out, dossier, document)
            st.rerun()


def change(dossier: str, document: Document, by: str) -> None:
    """Keep the details of a document of the dossier.

    Raises:
        UnknownDocument: somebody took it out meanwhile.
    """
    desk().set_details(
        dossier, document.id, title=document.title, outlet=document.outlet, published=document.published, by=by
    )


def take_out(dossier: str, document: Document, by: str) -> None:
    """Out of the dossier and back among the drafts, from where one click adds it again."""
    moment.begin()
    desk().drafts.take_out(dossier, reader.owner(), document.id, by)
    moment.remark(document.title or document.name, _TAKEN_OUT)


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
