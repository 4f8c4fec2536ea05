"""The three fields that describe a document: headline, outlet, publication date."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from core.ingest import with_details
from core.models import Document

_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_GUESSED = {
    "metadata": "Found in the file’s own data; please check it.",
    "text": "Found in the first lines of the text; please check it.",
}


def is_guess(document: Document) -> bool:
    """Whether the publication date was found by the program and not given by people."""
    return document.published_from in _GUESSED


def details(document: Document, where: str) -> Document:
    """The three fields every document has, prefilled with what was found and marked as guesses."""
    title_at, outlet_at, date_at = st.columns([5, 3, 2]) if where == "draft" else (st, st, st)
    title = title_at.text_input(
        label("Headline", document.title), document.title or "", key=f"{where}-title-{document.id}", max_chars=300
    )
    outlet = outlet_at.text_input(
        label("Outlet", document.outlet), document.outlet or "", key=f"{where}-outlet-{document.id}", max_chars=100
    )
    published = date_at.date_input(
        label("Published", is_guess(document)),
        document.published,
        key=f"{where}-published-{document.id}",
        min_value=_EARLIEST,
        max_value=_LATEST,
        format="YYYY-MM-DD",
        help=_GUESSED.get(document.published_from or ""),
    )
    given = published if isinstance(published, dt.date) else None
    return with_details(document, title.strip(), outlet.strip(), given)


def label(name: str, guessed: object) -> str:
    """A field's label, marked where its content was found by the program."""
    return f"{name} (guess)" if guessed else name
