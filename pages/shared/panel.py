"""The sentence panel: the sources' own words behind a mark, with the mention marked."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Literal

import pandas as pd
import streamlit as st

from core.models import Extraction
from pages.shared import state

Kind = Literal["place", "date", "figure", "quote", "event"]
_SHOWN = 40


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """Text as safe HTML with spans (start, end, class name) marked; spans may nest and overlap.

    The only way document text gets into HTML: everything is escaped here.
    """
    kept = [(max(start, 0), min(end, len(text)), name) for start, end, name in spans]
    kept = [span for span in kept if span[0] < span[1]]
    cuts = sorted({0, len(text), *(s for s, _, _ in kept), *(e for _, e, _ in kept)})
    return "".join(_piece(text, start, end, kept) for start, end in zip(cuts, cuts[1:], strict=False))


def sentence_panel(heading: str, marks: pd.DataFrame, records: Mapping[str, Extraction], kind: Kind = "place") -> None:
    """Every sentence of some marks (columns of ``frames.COMMON``), sources in order of the documents."""
    groups = list(marks.groupby(["doc", "sent_start", "sent_end"], sort=False))
    documents = marks["doc"].nunique()
    st.html(
        f'<h2 class="dl-panel-head">{html.escape(heading)}</h2>'
        f'<p class="dl-panel-count">{counted(len(groups), "sentence")}, {counted(documents, "document")}</p>'
    )
    for number, ((doc, start, end), rows) in enumerate(groups[:_SHOWN]):
        spans = [(int(r.start) - start, int(r.end) - start, f"dl-{kind}") for r in rows.itertuples()]
        _sentence(records[doc], start, end, spans, int(rows["start"].iloc[0]), number)
    if len(groups) > _SHOWN:
        st.html(f'<p class="dl-quiet">and {len(groups) - _SHOWN:,} more: narrow the filter to see them</p>')


def waiting(hint: str) -> None:
    """What the panel says before anything is chosen."""
    st.html(f'<h2 class="dl-panel-head">Sentences</h2><p class="dl-quiet">{html.escape(hint)}</p>')


def counted(number: int, noun: str) -> str:
    """``1 sentence``, ``7 sentences``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def source_line(record: Extraction) -> str:
    """Outlet or file and publication date of a document, as a reader cites it."""
    day = f"{record.published.day} {record.published:%b %Y}" if record.published else "no publication date"
    return f"{record.outlet or record.title or record.name}, {day}"


def open_link(record: Extraction, start: int, key: str) -> None:
    """A link to the document's page at a position of its text; dossier and filter stay."""
    with st.container(key=f"dl-open-{key}"):
        st.page_link("pages/reader.py", label="open", query_params=state.link(doc=record.id, at=str(start)))


def _sentence(
    record: Extraction, start: int, end: int, spans: list[tuple[int, int, str]], at: int, number: int
) -> None:
    with st.container(border=True, key=f"dl-card-{number}", gap=None):
        st.html(
            f'<blockquote class="dl-quote">{marked(record.text[start:end], spans)}</blockquote>'
            f'<p class="dl-source">{html.escape(source_line(record))}</p>'
        )
        open_link(record, at, str(number))


def _piece(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> str:
    classes = sorted({html.escape(name, quote=True) for s, e, name in spans if s <= start and end <= e})
    piece = html.escape(text[start:end])
    return f'<mark class="{" ".join(classes)}">{piece}</mark>' if classes else piece
