"""The overview's parts line by line: their headings, an event on two lines, a document."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from core.frames.kinds import ClusterRow
from core.frames.rows import DocumentRow
from core.wording import counted, day, days, listing
from pages.shared import cards, state
from pages.shared.safe import safe


def section(title: str, page: str, link: str) -> None:
    """The heading of a part, with the way to its page."""
    with st.container(key=f"dl-section-{title.lower()}", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h2 class="dl-day">{safe(title)}</h2>', width="stretch")
        st.page_link(page, label=link, query_params=state.link())


def event(row: ClusterRow) -> None:
    """One event on two lines: its days and place, then its words, which lead to its sentence on the timeline."""
    documents = f"in {row.documents} documents" if row.documents > 1 else ""
    known = (days(row.earliest, row.latest), listing(row.place_names), documents)
    about = " · ".join(part for part in known if part)
    with st.container(key=f"dl-line-{row.key}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-event-card"><p class="dl-meta"><span>{safe(about)}</span></p>'
            f"<p>{safe(row.text)}</p></div>",
            width="stretch",
        )
        cards.sentence_link("event", row.keys, "pages/timeline.py")


def document(row: DocumentRow, to_know: Iterable[str]) -> None:
    """One document: title, outlet and day, how much was found, and what to know before trusting it."""
    about = [row.outlet or row.name, day(row.published) if row.published else "no publication date"]
    about += ["date is a guess"] if row.published_from in ("metadata", "text") else []
    notices = "".join(f"<li>{safe(line)}</li>" for line in to_know)
    with st.container(key=f"dl-document-{row.doc}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-document"><p class="dl-document-title">{safe(row.title or row.name)}</p>'
            f'<p class="dl-meta">{safe(" · ".join(about))} · {counted(row.marks, "mark")}</p>'
            + (f'<ul class="dl-notices">{notices}</ul>' if notices else "")
            + "</div>",
            width="stretch",
        )
        st.page_link("pages/documents.py", label="Read", query_params=state.link(doc=row.doc))
