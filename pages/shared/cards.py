"""Cards: an event or a figure in the source's words, with what is known about it and a way to its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.wording import amount, days, listing
from pages.shared import marks, state
from pages.shared.safe import safe

_STATUS = {"said": "as said", "planned": "planned", "denied": "denied", "possible": "possible"}


def day_heading(text: str) -> None:
    """The days over a group of events."""
    st.html(f'<h2 class="dl-day">{safe(text)}</h2>')


def days_heading(text: str, label: str, kind: str, keys: str) -> None:
    """The same for many events, with a button that opens all of them."""
    with st.container(key=f"dl-days-{text}", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h2 class="dl-day">{safe(text)}</h2>', width="stretch")
        st.button(label, key=f"all-of-{text}", type="tertiary", on_click=state.choose, args=(kind, keys))


def section(title: str, page: str, link: str) -> None:
    """The heading of a part of the overview, with the way to its page."""
    with st.container(key=f"dl-section-{title.lower()}", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h2 class="dl-day">{safe(title)}</h2>', width="stretch")
        st.page_link(page, label=link, query_params=state.link())


def event_line(row: Mapping[Any, Any]) -> None:
    """One event on two lines: its days and place, then its words, which lead to its sentence on the timeline."""
    when, told = days(row["earliest"], row["latest"]), row["told_in"]
    documents = f"in {told} documents" if told > 1 else ""
    about = " · ".join(part for part in (when, listing(row["place_names"]), documents) if part)
    with st.container(key=f"dl-line-{marks.key_of(row)}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-event-card"><p class="dl-meta"><span>{safe(about)}</span></p>'
            f"<p>{safe(str(row['text']))}</p></div>",
            width="stretch",
        )
        _sentence_link("event", row["keys"], "pages/timeline.py")


def event_card(row: Mapping[Any, Any], reason: str = "") -> None:
    """One event: its clause, then status, scene, speaker and figures; a button opens the sentences that tell it.

    ``row`` comes from :func:`core.event_coreference.gathered`.
    """
    keys = row["keys"]
    parts = [
        _part("status", _status(row)),
        _part("place", _where(row)),
        _part("speaker", f"says {row['speaker']}" if row["speaker"] else ""),
        _part("page", _page(row)),
        _part("figure", listing(row["figure_texts"])),
        _part("reason", reason),
        _part("told", " · ".join(part for part in (row["why"], row["by_hand"]) if part)),
    ]
    with st.container(key=f"dl-event-{marks.key_of(row)}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-event-card dl-{safe(row["status"])}"><p>{safe(str(row["text"]))}</p>'
            f'<p class="dl-meta">{"".join(parts)}</p></div>',
            width="stretch",
        )
        _sentence_button("event", marks.key_of(row), keys, row["tellings"])


def figure_card(row: Mapping[Any, Any], page: str | None = None, compared: str = "") -> None:
    """One headline figure: the value large with its bound, what it counts, who says so and where.

    Its sentence opens in the panel of this page, or of ``page`` where this one has none. ``compared`` tells how far
    other sources differ.
    """
    said = f"{row['speaker']}" if row["speaker"] else "speaker unclear"
    via = f", via {row['via']}" if row["via"] else ""
    with st.container(key=f"dl-headline-{marks.key_of(row)}", gap=None):
        st.html(
            f'<div class="dl-headline"><p class="dl-value">'
            f"{safe(amount(row['low'], row['high'], row['bound'], row['unit']))}</p>"
            f'<p class="dl-counted">{safe(row["counted"] or "")}</p>'
            f'<p class="dl-meta">{_part("speaker", said + via)}{_part("place", row["place_name"] or "")}'
            f"{_part('page', _page(row))}"
            f"{_part('hedge', ', '.join(row['hedges']))}{_part('compared', compared)}</p></div>"
        )
        if page:
            _sentence_link("figure", marks.key_of(row), page)
        else:
            _sentence_button("figure", marks.key_of(row), marks.key_of(row))


def _sentence_link(kind: str, key: str, page: str) -> None:
    st.page_link(page, label="Sentence", query_params=state.link(mark=f"{kind}:{key}"))


def _sentence_button(kind: str, name: str, keys: str, sentences: int = 1) -> None:
    label = "Sentence" if sentences == 1 else f"{sentences} sentences"
    st.button(label, key=f"open-{kind}-{name}", type="tertiary", on_click=state.choose, args=(kind, keys))


def _status(row: Mapping[Any, Any]) -> str:
    """What is not plainly told, with the word that shows it."""
    status = _STATUS.get(row["status"], "")
    return f"{status}: “{row['cue']}”" if status and row["cue"] else status


def _where(row: Mapping[Any, Any]) -> str:
    """The scenes; what is taken from above the sentence says so."""
    names = listing(row["place_names"])
    return f"{names} ({row['places_from']})" if row["places_from"] in ("heading", "dateline") else names


def _page(row: Mapping[Any, Any]) -> str:
    return f"p. {row['page']}" if row.get("page") else ""


def _part(name: str, text: str) -> str:
    return f'<span class="dl-part-{name}">{safe(text)}</span>' if text else ""
