"""The sentence panel: the sources' own words behind a mark, with the mention marked."""

from __future__ import annotations

import html
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

import streamlit as st

from core.desk.marks.reading import Marks
from core.frames.kinds import MarkKind
from core.frames.mark import MarkRow
from core.frames.rows import DocumentRow
from core.models import Extraction
from core.text.page_numbers import page_of
from core.wording import counted, day
from pages.shared import state
from pages.shared.safe import safe, source_text
from pages.shared.view import Records

R = TypeVar("R", bound=MarkRow)
SHOWN = 40
"""Sentences of one panel."""


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """Text as safe HTML with spans (start, end, class name) marked; spans may nest and overlap.

    The only way a document's words get into HTML here: everything is escaped.
    """
    opens, closes = defaultdict(list), defaultdict(list)
    for start, end, name in spans:
        if (first := max(start, 0)) < (last := min(end, len(text))):
            opens[first].append(name)
            closes[last].append(name)
    names: Counter[str] = Counter()
    pieces = []
    for start, end in pairwise(sorted({0, len(text), *opens, *closes})):
        names.update(opens[start])
        names.subtract(closes[start])
        pieces.append(_piece(text[start:end], sorted(name for name, times in (+names).items() if times)))
    return "".join(pieces)


def sentence_panel(heading: str, marks: Iterable[MarkRow], records: Records, name: str, of: str = "") -> None:
    """Every sentence of some marks, in their order. ``name`` is that of their kind.

    Where these are but the first, ``of`` says how many there are.
    """
    quoted: dict[tuple[str, int, int], list[MarkRow]] = {}
    for row in marks:
        quoted.setdefault(row.sentence, []).append(row)
    documents = {doc for doc, _, _ in quoted}
    head(heading, of or f"{counted(len(quoted), 'sentence')}, {counted(len(documents), 'document')}")
    shown = list(quoted.items())[:SHOWN]
    known = records.some({doc for (doc, _, _), _ in shown})
    for number, ((doc, start, end), rows) in enumerate(shown):
        spans = [(row.start - start, row.end - start, f"dl-{name}") for row in rows]
        if doc in known:  # it may have been taken out just now
            sentence(known[doc], (start, end), spans, number)
    if of or len(quoted) > SHOWN:
        more = "more" if of else f"{len(quoted) - SHOWN:,} more"
        st.html(f'<p class="dl-quiet">and {more}: narrow the filter to see them</p>')


def chosen_rows(marks: Marks, kind: MarkKind[R]) -> tuple[R, ...]:
    """The rows of the chosen mark, whatever the filter; none where nothing of this kind is chosen.

    A choice may be of several marks, their keys joined by commas.
    """
    chosen = state.chosen()
    return marks.keyed(kind, chosen.key.split(",")) if chosen and chosen.kind == kind.address else ()


def head(heading: str, count: str) -> None:
    """What the panel is about, how much of it there is, and the way out."""
    with st.container(key="dl-panel-top", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(f'<h2 class="dl-panel-head"><bdi>{safe(heading)}</bdi></h2><p class="dl-panel-count">{safe(count)}</p>')
        st.button("Close", key="dl-close", type="tertiary", on_click=state.drop_choice)


def sentence(
    record: Extraction,
    place: tuple[int, int],
    spans: list[tuple[int, int, str]],
    number: int,
    action: Callable[[], object] | None = None,
) -> None:
    """One sentence with its mentions marked, its source and the way to it; ``action`` draws what can be done with it.

    ``spans`` are counted from the beginning of ``place``.
    """
    start, end = place
    with st.container(border=True, key=f"dl-card-{number}", gap=None):
        st.html(f'<blockquote class="dl-quote" dir="auto">{marked(record.text[start:end], spans)}</blockquote>')
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="dl-source"><bdi>{safe(source_line(record, start))}</bdi></p>', width="content")
            open_link(record, start + min(first for first, _, _ in spans), str(number))
        if action:
            action()


def waiting(hint: str) -> None:
    """What the panel says before anything is chosen."""
    st.html(f'<h2 class="dl-panel-head">Sentences</h2><p class="dl-quiet">{html.escape(hint)}</p>')


def source_line(record: Extraction, at: int | None = None) -> str:
    """Outlet or file, publication date and page of a position in a document, as a reader cites it."""
    page = page_of(record.pages, at) if at is not None else None
    return source_of(record) + (f", p. {page}" if page else "")


def source_of(document: Extraction | DocumentRow) -> str:
    """The same of a whole document."""
    published = day(document.published) if document.published else "no publication date"
    return f"{document.outlet or document.title or document.name}, {published}"


def open_link(record: Extraction, start: int, key: str) -> None:
    """A link to the document's page at a position of its text; dossier and filter stay."""
    with st.container(key=f"dl-open-{key}"):
        st.page_link("pages/documents.py", label="Open", query_params=state.link(doc=record.id, at=str(start)))


def _piece(words: str, names: list[str]) -> str:
    escaped = source_text(words)
    return f'<mark class="{html.escape(" ".join(names), quote=True)}">{escaped}</mark>' if names else escaped
