"""The passages that were found, by the page: what was looked for marked in them, and the way into the document."""

from __future__ import annotations

import streamlit as st

from core.desk import desk
from core.desk.search.highlighting import excerpt
from core.desk.search.query import Query, to_text
from core.desk.search.searching import PER_PAGE, Found, Hit
from core.wording import counted, day
from pages.shared import panel, state
from pages.shared.safe import safe
from pages.shared.view import DossierView


def show(view: DossierView, query: Query) -> int:
    """Draws one page of passages; returns how many there are on all pages."""
    found = desk().search(view.dossier, query)
    if not found.total:
        st.html(
            '<div class="dl-empty"><p class="dl-empty-what">Nothing found.</p><p>No passage of this dossier holds all '
            "of it. Look for fewer words, or for the beginning of one with a star behind it.</p></div>"
        )
        return 0
    pages = -(-found.total // PER_PAGE)
    st.html(f'<h2 class="dl-day" role="status">{counted(found.total, "passage")}</h2>')
    at = state.page_of(pages)
    if pages > 1:
        key = f"hits of {to_text(query)}"
        st.session_state[key] = at
        st.pagination(pages, key=key, on_change=_turn, args=(key,))
    _page(found if at == 1 else desk().search(view.dossier, query, at))
    return found.total


def _turn(key: str) -> None:
    state.turn_page(int(st.session_state[key]))


def _page(found: Found) -> None:
    for number, hit in enumerate(found.hits):
        with st.container(border=True, key=f"dl-hit-{number}", gap=None):
            _hit(hit, number)


def _hit(hit: Hit, number: int) -> None:
    start, end = excerpt(hit.text, hit.highlights)
    marks = [(first - start, last - start, "dl-sought") for first, last in hit.highlights]
    words = panel.marked(hit.text[start:end], marks)
    before, after = "… " * (start > 0), " …" * (end < len(hit.text))
    st.html(f'<blockquote class="dl-quote" dir="auto">{before}{words}{after}</blockquote>')
    published = day(hit.published) if hit.published else "no publication date"
    source = f"{hit.outlet or hit.title or hit.name}, {published}"
    title = f"<b>{safe(hit.title)}</b> " if hit.title and hit.outlet else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="dl-source"><bdi>{title}{safe(source)}</bdi></p>', width="content")
        at = hit.start + (hit.highlights[0][0] if hit.highlights else 0)
        with st.container(key=f"dl-open-hit-{number}"):
            st.page_link("pages/documents.py", label="Open", query_params=state.link(doc=hit.document, at=str(at)))
