"""Cards: what is known of a mark in small parts, a headline figure, and ways to the sentence behind."""

from __future__ import annotations

import streamlit as st

from core.frames.kinds import FigureRow
from core.frames.mark import MarkRow
from pages.shared import state
from pages.shared.safe import safe


def heading(text: str) -> None:
    """The heading over a group of cards."""
    st.html(f'<h2 class="dl-day">{safe(text)}</h2>')


def figure_card(row: FigureRow, page: str | None = None, compared: str = "") -> None:
    """One headline figure: the value large with its bound, what it counts, who says so and where.

    Its sentence opens in the panel of this page, or of ``page`` where this one has none. ``compared`` tells how far
    other sources differ.
    """
    said = row.speaker or "speaker unclear"
    via = f", via {row.via}" if row.via else ""
    with st.container(key=f"dl-headline-{row.key}", gap=None):
        st.html(
            f'<div class="dl-headline"><p class="dl-value">{safe(row.amount)}</p>'
            f'<p class="dl-counted">{safe(row.counted or "")}</p>'
            f'<p class="dl-meta">{part("speaker", said + via)}{part("place", row.place_name or "")}'
            f"{part('page', page_of(row))}"
            f"{part('hedge', ', '.join(row.hedges))}{part('compared', compared)}</p></div>"
        )
        if page:
            sentence_link("figure", row.key, page)
        else:
            sentence_button("figure", row.key, row.key)


def sentence_link(kind: str, key: str, page: str) -> None:
    """The way to a sentence on another page."""
    st.page_link(page, label="Sentence", query_params=state.link(mark=f"{kind}:{key}"))


def sentence_button(kind: str, name: str, keys: str, sentences: int = 1) -> None:
    """The way to the sentences of some marks in the panel of this page."""
    label = "Sentence" if sentences == 1 else f"{sentences} sentences"
    st.button(label, key=f"open-{kind}-{name}", type="tertiary", on_click=state.choose, args=(kind, keys))


def page_of(row: MarkRow) -> str:
    """The page of the document it stands on, where it has pages."""
    return f"p. {row.page}" if row.page else ""


def part(name: str, text: str) -> str:
    """A small part of a card as HTML; nothing where nothing is known."""
    return f'<span class="dl-part-{name}">{safe(text)}</span>' if text else ""
