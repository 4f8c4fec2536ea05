"""Documents: the text itself, with everything that was found in it."""

from __future__ import annotations

import streamlit as st

from core.desk.unshown import unshown
from core.models import Extraction
from core.wording import day
from pages.shared import article, facts, frame, marks, panel, position, setting, state


def page() -> None:
    """One document set for reading; what is chosen in it stands at the right."""
    view = frame.opening("Documents", "The source’s own text, with every mark in it", filtered=False)
    record = position.document(view.records)
    main, side = frame.two_columns()
    with main:
        _choice(view, record)
        _head(record)
        _text(record)
    with side:
        _panel(view, record)
    frame.tray(unshown(view.whole, view.chosen, "document"), view.records)


def _choice(view: frame.View, record: Extraction) -> None:
    """Which of several documents is read."""
    if len(view.records) < 2:
        return
    names = {doc: r.title or r.name for doc, r in view.records.items()}
    st.session_state["document-choice"] = record.id
    st.selectbox(
        "Document",
        list(names),
        format_func=lambda doc: names.get(doc, doc),
        key="document-choice",
        label_visibility="collapsed",
        on_change=lambda: position.turn_to(st.session_state["document-choice"]),
    )


def _head(record: Extraction) -> None:
    """Headline, outlet and day of publication, then what a reader must know about the text."""
    published = f"published {day(record.published)}" if record.published else "no publication date"
    guess = " (guess)" if record.published_from in ("metadata", "text") else ""
    setting.head(record.title or record.name, [record.outlet or record.name, published + guess])
    setting.notices(record)


def _text(record: Extraction) -> None:
    at = position.position(record) or 0
    part = article.window(record.text, at)
    setting.show(record, state.link(doc=record.id), position.target(record), part)
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
                st.button(label, on_click=position.turn_to, args=(record.id, max(at, 0)))


def _panel(view: frame.View, record: Extraction) -> None:
    """The chosen mark with its sentence and all that is known of it."""
    tables = {"mention": view.whole.places, "date": view.whole.dates, "figure": view.whole.figures}
    tables["quote"] = view.whole.quotes
    for kind, table in tables.items():
        rows = marks.chosen_rows(table, kind)
        rows = rows[rows["doc"] == record.id]
        if not rows.empty:
            look = "place" if kind == "mention" else kind
            panel.sentence_panel(str(rows["text"].iloc[0])[:80], rows, view.records, look)  # type: ignore[arg-type]
            facts.facts(facts.known(kind, rows.to_dict("records")[0]), "What is known")
            return
    panel.waiting("Choose any mark in the text to see what Dateline made of it, and why.")
    st.html(setting.KEY)


page()
