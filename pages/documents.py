"""Documents: the text itself, with everything that was found in it."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import streamlit as st

from core.desk import desk
from core.frames.kinds import KINDS
from core.models import Extraction
from core.origins.near_duplicates import likeness, most_alike_known
from core.wording import day
from pages.documents import article, original, position, setting, text_marks
from pages.shared import collated, facts, frame, panel, state
from pages.shared.view import DossierView

HEADING = 80
"""Characters of a mark over its sentence."""

OFFERED = 1_000
"""Documents that the list offers; the others are reached from where they are named."""


def page() -> None:
    """One document set for reading; what is chosen in it stands at the right."""
    view = frame.opening("Documents", "The source’s own text, with every mark in it")
    record = position.document(view)
    main, side = frame.two_columns()
    with main:
        _choice(view, record)
        _head(view, record)
        _text(view, record)
    with side:
        _panel(view, record)
    frame.tray(view, "document")


def _choice(view: DossierView, record: Extraction) -> None:
    """Which of several documents is read."""
    if view.whole.read < 2:
        return
    names = {row.doc: row.title or row.name for row in view.whole.first[:OFFERED]}
    names.setdefault(record.id, record.title or record.name)
    st.session_state["document-choice"] = record.id
    st.selectbox(
        "Document",
        list(names),
        format_func=lambda doc: names.get(doc, doc),
        key="document-choice",
        label_visibility="collapsed",
        on_change=lambda: state.turn_to(st.session_state["document-choice"]),
    )


def _head(view: DossierView, record: Extraction) -> None:
    """Headline, outlet and day of publication, then what a reader must know about the text."""
    published = f"published {day(record.published)}" if record.published else "no publication date"
    guess = f" (a guess, {record.dated_by})" if record.dated_by else ""
    guess = guess or (" (a guess)" if record.published_from in ("metadata", "text") else "")
    who = desk().dossiers.signatures(view.dossier).added.get(record.id)
    added = [f"added by {who}"] if who else []
    setting.head(record.title or record.name, [record.outlet or record.name, published + guess, *added])
    original.offer(view.dossier, record)
    found = most_alike_known(record.id, collated.text_reuses(view, (record.id,)))
    if found and found[0] in view.records:
        setting.alike(view.records[found[0]], likeness(found[1]), state.link(doc=found[0]))
    setting.notices(record, state.link(doc=record.id))


def _text(view: DossierView, record: Extraction) -> None:
    at = position.position(record) or 0
    part = article.window(record.text, at)
    seen = view.marks.under(replace(view.chosen, documents=(record.id,), roles="all")).frames()
    marks = text_marks.text_marks(seen, record)
    setting.show(record, state.link(doc=record.id), position.target(record), part, marks)
    if part != (0, len(record.text)):
        _parts(record, part)


def _parts(record: Extraction, part: tuple[int, int]) -> None:
    """Ways to the parts before and after."""
    with st.container(horizontal=True):
        for label, at, there in (
            ("Earlier part", part[0] - article.PART, part[0] > 0),
            ("Later part", part[1] + 1, part[1] < len(record.text)),
        ):
            if there:
                st.button(label, on_click=state.turn_to, args=(record.id, max(at, 0)))


def _panel(view: DossierView, record: Extraction) -> None:
    """The chosen mark with its sentence and all that is known of it."""
    for kind in KINDS:
        rows = [row for row in panel.chosen_rows(view.marks, kind) if row.doc == record.id]
        if kind.in_text and rows:
            heading = textwrap.shorten(rows[0].text, HEADING, placeholder=" …")
            panel.sentence_panel(heading, rows, view.records, kind.name)
            facts.facts(facts.known(kind, rows[0]), "What is known")
            return
    panel.waiting("Choose any mark in the text to see what Dateline made of it, and why.")
    setting.key()


page()
