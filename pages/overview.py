"""Overview: where, when, how many and who says so, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from core.charts.place_marks import PlaceMark
from core.dossier import FIRST_FIGURES, first_events
from core.frames.rows import DocumentRow
from core.origins import TextReuse
from core.wording import country
from pages.overview import lately, lines
from pages.shared import cards, collated, drawn_map, events, frame, panel
from pages.shared.safe import safe
from pages.shared.view import DossierView

FIRST_PLACES = 8
"""Places that are named under the map."""

LISTED = 50
"""Documents that are listed at once."""

NOTICES, KIN = 4, 2
"""Warnings of a document, and others with its wording, that are told."""

DRAWN = 300
"""Places on the small map, the most mentioned; the map page draws all."""

HEIGHT = 400
"""Pixels of the small map."""


def page() -> None:
    """Headline figures, a small map and the latest events, then the documents with what to know about each."""
    view = frame.opening("Overview", "Where, when, how many, and who says so")
    lately.show(view)
    _figures(view)
    where, when = st.columns(2, gap="large")
    with where:
        _where(view)
    with when:
        _when(view)
    _documents(view)
    frame.tray(view, "overview")


def _figures(view: DossierView) -> None:
    best = collated.headlines(view, FIRST_FIGURES)
    if best:
        with st.container(key="dl-headlines"):
            for row, compared in best:
                cards.figure_card(row, "pages/figures.py", compared)
    else:
        st.html('<p class="dl-quiet">No figure under this filter.</p>')


def _where(view: DossierView) -> None:
    """The scenes on a small map; a click opens the place on the map page's panel."""
    lines.section("Where", "pages/map.py", "Open the map")
    found = view.places
    if any(mark.latitude is not None for mark in found):
        with st.container(key="dl-map", gap=None):
            drawn_map.draw(view, "small-map", frame.main_width() - 60, HEIGHT, zooms=False, most=DRAWN)
        st.html(f'<p class="dl-quiet">{safe(_most_named(found))}</p>')
    else:
        st.html('<p class="dl-quiet">No scene under this filter.</p>')


def _most_named(found: Sequence[PlaceMark]) -> str:
    """The first places with their mentions, and how many more there are.

    Of two with one name the kind is told, of two of one kind the country.
    """
    names, kinds = Counter(mark.name for mark in found), Counter((mark.name, mark.kind) for mark in found)

    def told_apart(mark: PlaceMark) -> str:
        kind = mark.kind if names[mark.name] > 1 else ""
        where = country(mark.country) if kinds[mark.name, mark.kind] > 1 else ""
        return ", ".join(part for part in (mark.name, kind, where) if part)

    told = [f"{told_apart(mark)} ({mark.mentions:,})" for mark in found[:FIRST_PLACES]]
    more = len(found) - len(told)
    return " · ".join(told) + (f" · {more:,} more on the map page" if more else "")


def _when(view: DossierView) -> None:
    """What happened, the gravest and latest; what is only said, planned or denied stands on the timeline."""
    lines.section("When", "pages/timeline.py", "Open the timeline")
    best = first_events(events.one_each(view), view.last_day)
    for row in best:
        lines.event(row)
    if not best:
        st.html('<p class="dl-quiet">No event with a date under this filter.</p>')


def _documents(view: DossierView) -> None:
    """Each document with its day of publication, what was found, and what to know before trusting it."""
    lines.section("Documents", "pages/add.py", "Add")
    rows = _page_of(view)
    told = [row.doc for row in rows]
    reuses = collated.text_reuses(view, told)
    names = view.whole.names({*told, *(reuse.partner(doc) or doc for reuse in reuses for doc in told)})
    sources = {doc: panel.source_of(row) for doc, row in names.items()}
    for row in rows:
        to_know = [notice.message for notice in row.warnings[:NOTICES]]
        lines.document(row, [*_kin(reuses, row.doc, sources)[:KIN], *to_know])


def _page_of(view: DossierView) -> Sequence[DocumentRow]:
    """The documents of the page of the list that a reader turned to, the latest first where there are many."""
    if view.read <= LISTED:
        return view.marks.documents()
    pages = -(-view.read // LISTED)
    at = st.pagination(pages, key="overview-documents")
    return view.marks.documents(LISTED, (at - 1) * LISTED, latest=True)


def _kin(text_reuses: Iterable[TextReuse], doc: str, names: Mapping[str, str]) -> list[str]:
    """With which documents one shares its wording, as sentences for a reader."""
    found = []
    for reuse in text_reuses:
        partner = reuse.partner(doc) or ""
        if partner in names:
            how = "Much of the wording is" if reuse.copy else "Passages are"
            found.append(f"{how} also in {names[partner]} ({reuse.share * 100:.0f} % of the shorter text).")
    return found


page()
