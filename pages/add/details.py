"""The three fields that describe a document: headline, outlet, publication date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

import streamlit as st

from core.ingest import with_details
from core.models import Document

_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_GUESSED = {
    "metadata": "Found in the file’s own data; please check it.",
    "text": "Found in the first lines of the text; please check it.",
}
Keep = tuple[Callable[..., None], Any, Any]
"""What is called with two arguments of its own, the name of the field and its key, when something was given."""


def is_guess(document: Document) -> bool:
    """Whether the publication date was found by the program and not given by people."""
    return document.published_from in _GUESSED


def details(document: Document, where: str, given: Collection[str] = (), keep: Keep | None = None) -> Document:
    """The three fields every document has, prefilled with what was found and marked as guesses.

    Args:
        document: whose fields they are.
        where: a prefix of the fields' keys.
        given: names of fields that people have filled already.
        keep: who keeps what is given, at once; without it the fields stand in a form.

    Returns:
        The document as the fields describe it.
    """
    title_at, outlet_at, date_at = st.columns([5, 3, 2]) if keep else (st, st, st)
    title = title_at.text_input(
        label("Headline", document.title and "title" not in given),
        document.title or "",
        max_chars=300,
        **_kept(f"{where}-title", "title", keep),
    )
    outlet = outlet_at.text_input(
        label("Outlet", document.outlet and "outlet" not in given),
        document.outlet or "",
        max_chars=100,
        **_kept(f"{where}-outlet", "outlet", keep),
    )
    published = date_at.date_input(
        label("Published", is_guess(document)),
        document.published,
        min_value=_EARLIEST,
        max_value=_LATEST,
        format="YYYY-MM-DD",
        help=_GUESSED.get(document.published_from or ""),
        **_kept(f"{where}-published", "published", keep),
    )
    day = published if isinstance(published, dt.date) else None
    return with_details(document, title.strip(), outlet.strip(), day)


def label(name: str, guessed: object) -> str:
    """A field's label, marked where its content was found by the program."""
    return f"{name} (guess)" if guessed else name


def _kept(key: str, name: str, keep: Keep | None) -> dict[str, Any]:
    """The key of a field, and what is called when something is given in it."""
    if keep is None:
        return {"key": key}
    call, *arguments = keep
    return {"key": key, "on_change": call, "args": (*arguments, name, key)}
