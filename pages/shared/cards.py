"""Cards: an event or a figure in the source's words, with what is known about it and a way to its sentence."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.wording import amount, days, listing
from pages.shared import marks, state

_STATUS = {"said": "as said", "planned": "planned", "denied": "denied", "possible": "possible"}


def day_heading(text: str) -> None:
    """The days over a group of events."""
    st.html(f'<h2 class="dl-day">{html.escape(text)}</h2>')


def section(title: str, page: str, link: str) -> None:
    """The heading of a part of the overview, with the way to its page."""
    with st.container(key=f"dl-section-{title.lower()}", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h2 class="dl-day">{html.escape(title)}</h2>', width="stretch")
        st.page_link(page, label=link, query_params=state.link())


def event_line(row: Mapping[Any, Any]) -> None:
    """One event on two lines: its days and place, then its words, which lead to its sentence on the timeline."""
    about = " · ".join(part for part in (days(row["earliest"], row["latest"]), listing(row["place_names"])) if part)
    with st.container(key=f"dl-line-{marks.key_of(row)}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-event-card"><p class="dl-meta"><span>{html.escape(about)}</span></p>'
            f"<p>{html.escape(str(row['text']))}</p></div>",
            width="stretch",
        )
        _sentence_link("event", marks.key_of(row), "pages/events.py")


def event_card(row: Mapping[Any, Any], reason: str = "") -> None:
    """One event: its clause, then status, scene, speaker and figures; a button opens its sentence."""
    parts = [
        _part("status", _STATUS.get(row["status"], "")),
        _part("place", listing(row["place_names"])),
        _part("speaker", f"says {row['speaker']}" if row["speaker"] else ""),
        _part("figure", listing(row["figure_texts"])),
        _part("reason", reason),
    ]
    with st.container(key=f"dl-event-{marks.key_of(row)}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-event-card dl-{html.escape(row["status"])}"><p>{html.escape(str(row["text"]))}</p>'
            f'<p class="dl-meta">{"".join(parts)}</p></div>',
            width="stretch",
        )
        _sentence_button("event", marks.key_of(row))


def figure_card(row: Mapping[Any, Any], page: str | None = None) -> None:
    """One headline figure: the value large with its bound, what it counts, who says so and where.

    Its sentence opens in the panel of this page, or of ``page`` where this one has none.
    """
    said = f"{row['speaker']}" if row["speaker"] else "speaker unclear"
    via = f", via {row['via']}" if row["via"] else ""
    with st.container(key=f"dl-headline-{marks.key_of(row)}", gap=None):
        st.html(
            f'<div class="dl-headline"><p class="dl-value">'
            f"{html.escape(amount(row['low'], row['high'], row['bound'], row['unit']))}</p>"
            f'<p class="dl-counted">{html.escape(row["counted"] or "")}</p>'
            f'<p class="dl-meta">{_part("speaker", said + via)}{_part("place", row["place_name"] or "")}'
            f"{_part('hedge', ', '.join(row['hedges']))}</p></div>"
        )
        if page:
            _sentence_link("figure", marks.key_of(row), page)
        else:
            _sentence_button("figure", marks.key_of(row))


def _sentence_link(kind: str, key: str, page: str) -> None:
    st.page_link(page, label="Sentence", query_params=state.link(mark=f"{kind}:{key}"))


def _sentence_button(kind: str, key: str) -> None:
    st.button("Sentence", key=f"open-{kind}-{key}", type="tertiary", on_click=state.choose, args=(kind, key))


def _part(name: str, text: str) -> str:
    return f'<span class="dl-part-{name}">{html.escape(text)}</span>' if text else ""
