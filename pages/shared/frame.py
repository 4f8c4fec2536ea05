"""The frame every page shares: title row, filter bar, two columns, the not-shown tray, empty states."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.desk import desk
from core.desk.marks.unshown import Unshown
from core.frames.kinds import Page
from pages.shared import asked_outside, filters, gazetteer, others, search_field, state
from pages.shared.labels import literally
from pages.shared.safe import safe
from pages.shared.serving import asset_url
from pages.shared.view import DossierView, glance

_THEME = Path(__file__).parents[2] / "assets" / "theme"
_STYLES = ("dateline.css", "kinds.css", "panel.css", "marks.css", "map.css", "search.css", "print.css")
_LISTED = 60
"""Marks of one reason that the tray lists."""

_NOTHING_YET = (
    "Add an article or a document, and Dateline reads it for places, dates and figures. "
    "What you add is kept; whoever has this page’s address can see it."
)
_DELETED = "For a day after that it can be asked back, with all that was in it."
_PREPARING = (
    "The list of the world’s places is put together from open data, once, which takes about a minute. "
    "What you add meanwhile is read as soon as it is there."
)
_LOOK_AGAIN = 1.0
_PHONE_WIDTH, _DESK_WIDTH = 340, 700
"""Pixels that the main column has at least."""


def opening(title: str, subtitle: str = "", filtered: bool = True) -> DossierView:
    """The head of a page: style, title, filter bar. Without any document the run ends with the empty state."""
    style()
    dossier = state.dossier_id()
    asked_outside.take(dossier)
    drawn = glance(dossier)  # before the marks: what comes in between is news
    time = desk().collation(dossier).standing().time
    view = DossierView(dossier, drawn.version, time, state.current_filter())
    standing = desk().dossiers.standing(dossier)
    with st.container(key="dl-head", horizontal=True, vertical_alignment="center", gap="small"):
        heading(title, subtitle, standing.name if standing else "")
        search_field.show()
    if standing and standing.deleted is not None:
        empty(f"“{standing.shown_name}” was deleted.", _DELETED, ("Ask it back", "pages/dossiers.py"))
        st.stop()
    if not view.whole.read:
        empty(*(others.waiting(drawn) or ("Nothing here yet.", _NOTHING_YET)))
        others.wait(drawn)
        st.stop()
    if not gazetteer.preparation.ready:
        _wait_for_gazetteer()
        st.stop()
    others.watch(drawn, time)
    if filtered:
        filters.bar(view)
    return view


def say_preparation() -> None:
    """While the list of places is being made: that it is, and how far; nothing once it is there."""
    if not gazetteer.preparation.ready:
        st.fragment(_preparing, run_every=_LOOK_AGAIN)()


def _wait_for_gazetteer() -> None:
    with st.container(key="dl-preparing"):
        say_preparation()


def _preparing() -> None:
    """One line for people; a last run of the whole page ends it."""
    made = gazetteer.preparation
    if made.ready:
        st.rerun()
    if made.fault:
        what, how = "The list of places could not be made.", f"{made.fault} What is added waits until it is there."
    else:
        what, how = "Dateline is being made ready.", f"{_PREPARING} {made.line}"
    st.html(f'<div class="dl-empty" role="status"><p class="dl-empty-what">{safe(what)}</p><p>{safe(how)}</p></div>')


def style() -> None:
    """Our own style sheets, on top of the theme, and our one script; nothing of a document goes into either."""
    st.html(f"<style>{_styles(tuple((_THEME / name).stat().st_mtime_ns for name in _STYLES))}</style>")
    with st.container(key="dl-script"):
        st.html(f'<script src="{asset_url("theme", "tap.js")}"></script>', unsafe_allow_javascript=True)


def heading(title: str, subtitle: str = "", dossier: str = "") -> None:
    """The page's name in one line, with what it answers, and of which dossier."""
    more = f"<p>{safe(subtitle)}</p>" if subtitle else ""
    name = f'<p class="dl-dossier"><bdi>{safe(dossier)}</bdi></p>' if dossier else ""
    st.html(f'<header class="dl-head"><h1>{safe(title)}</h1>{more}{name}</header>')


def two_columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The page's matter and, at its right, the sentences; one below the other on a phone."""
    with st.container(key="dl-columns"):
        main, side = st.columns([68, 32], gap="medium")
    return main, side.container(key="dl-panel")


def main_width() -> int:
    """Pixels that the main column surely has, for what must be fitted on the server: a phone's or a desk's."""
    agent = str(st.context.headers.get("User-Agent", ""))
    return _PHONE_WIDTH if "Mobi" in agent else _DESK_WIDTH


def tray(view: DossierView, page: Page) -> None:
    """The foot of a page: what it does not show, how much of it, and why; the marks themselves once it is opened."""
    items = view.unshown(page)
    if not items:
        return
    label = "Not shown: " + " · ".join(f"{item.reason} ({item.count:,})" for item in items)
    with st.container(key="dl-tray"):
        box = st.expander(literally(label), key="tray", on_change="rerun")
    if box.open:
        with box:
            for item in items:
                st.html(_reason(view, page, item))


def empty(what: str, how: str, link: tuple[str, str] | None = ("Add documents", "pages/add.py")) -> None:
    """Says what would be here and offers the next step: a label with its page, without one the end of the filter."""
    with st.container(key="dl-empty"):
        st.html(f'<div class="dl-empty"><p class="dl-empty-what">{safe(what)}</p><p>{safe(how)}</p></div>')
        if link:
            st.page_link(link[1], label=link[0], query_params=state.link())
        else:
            filters.clear(state.current_filter(), "empty")


@lru_cache(maxsize=2)
def _styles(_changed: tuple[int, ...]) -> str:
    return "\n".join((_THEME / name).read_text(encoding="utf-8") for name in _STYLES)


def _reason(view: DossierView, page: Page, item: Unshown) -> str:
    rows = view.marks.unshown_rows(page, item.reason, _LISTED)
    names = view.whole.names({row.doc for row in rows})
    words = "".join(f"<li>{safe(row.text)} <span>{safe(names[row.doc].name)}</span></li>" for row in rows)
    more = f"<p>… and {item.count - len(rows):,} more</p>" if item.count > len(rows) else ""
    head = f"<h3>{safe(item.reason)} ({item.count:,})</h3>"
    return f'<section class="dl-unshown">{head}<ul>{words}</ul>{more}</section>'
