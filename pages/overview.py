"""Overview: where, when, how many and who says so, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from core.charts.place_marks import PlaceMark, place_marks
from core.dossier import first_events, first_figures
from core.frames.not_shown import unshown
from core.wording import counted, country, day
from pages.shared import cached, cards, comparing, drawn_map, frame, marks, panel, state, told
from pages.shared.safe import safe

FIRST_PLACES = 8
HEIGHT = 400


def page() -> None:
    """Headline figures, a small map and the latest events, then the documents with what to know about each."""
    view = frame.opening("Overview", "Where, when, how many, and who says so")
    _figures(view)
    where, when = st.columns(2, gap="large")
    with where:
        _where(view)
    with when:
        _when(view)
    _documents(view)
    frame.tray(unshown(view.whole, view.chosen, "overview"), view.records)


def _figures(view: frame.View) -> None:
    comparison = cached.compared(view.dossier)
    best = first_figures(view.shown.figures, comparison).to_dict("records")
    if best:
        with st.container(key="dl-headlines"):
            for row in best:
                group = comparison.group_of(marks.key_of(row))
                cards.figure_card(row, "pages/figures.py", comparing.in_short(group))
    else:
        st.html('<p class="dl-quiet">No figure under this filter.</p>')


def _where(view: frame.View) -> None:
    """The scenes on a small map; a click opens the place on the map page's panel."""
    cards.section("Where", "pages/map.py", "Open the map")
    found = place_marks(view.shown.places)
    if any(mark.latitude is not None for mark in found):
        with st.container(key="dl-map", gap=None):
            drawn_map.draw(found, "small-map", frame.main_width() - 60, HEIGHT, zooms=False)
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


def _when(view: frame.View) -> None:
    """What happened, the gravest and latest; what is only said, planned or denied stands on the timeline."""
    cards.section("When", "pages/timeline.py", "Open the timeline")
    events = told.events(view.dossier, view.whole, view.shown.events)
    best = first_events(events, view.shown.documents).to_dict("records")
    for row in best:
        cards.event_line(row)
    if not best:
        st.html('<p class="dl-quiet">No event with a date under this filter.</p>')


def _documents(view: frame.View) -> None:
    """Each document with its day of publication, what was found, and what to know before trusting it."""
    cards.section("Documents", "pages/add.py", "Add")
    text_reuses = cached.compared(view.dossier).text_reuses
    names = {doc: panel.source_line(record) for doc, record in view.records.items()}
    for row in view.shown.documents.to_dict("records"):
        about = [row["outlet"] or row["name"], day(row["published"]) if row["published"] else "no publication date"]
        about += ["date is a guess"] if row["published_from"] in ("metadata", "text") else []
        to_know = [
            *comparing.kin(text_reuses, row["doc"], names)[:2],
            *(notice.message for notice in row["warnings"][:4]),
        ]
        notices = "".join(f"<li>{safe(line)}</li>" for line in to_know)
        with st.container(key=f"dl-document-{row['doc']}", horizontal=True, vertical_alignment="top", gap="small"):
            st.html(
                f'<div class="dl-document"><p class="dl-document-title">{safe(row["title"] or row["name"])}</p>'
                f'<p class="dl-meta">{safe(" · ".join(about))} · {counted(row["marks"], "mark")}</p>'
                + (f'<ul class="dl-notices">{notices}</ul>' if notices else "")
                + "</div>",
                width="stretch",
            )
            st.page_link("pages/documents.py", label="Read", query_params=state.link(doc=row["doc"]))


page()
