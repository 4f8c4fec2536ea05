"""An event as a card of the timeline's list, under the days it happened on."""

from __future__ import annotations

import streamlit as st

from core.frames.kinds import ClusterRow
from core.wording import listing
from pages.shared import cards, state
from pages.shared.safe import safe

_STATUS = {"said": "as said", "planned": "planned", "denied": "denied", "possible": "possible"}


def days_heading(text: str, label: str, kind: str, keys: str) -> None:
    """The days over many events, with a button that opens all of them."""
    with st.container(key=f"dl-days-{text}", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h2 class="dl-day">{safe(text)}</h2>', width="stretch")
        st.button(label, key=f"all-of-{text}", type="tertiary", on_click=state.choose, args=(kind, keys))


def event_card(row: ClusterRow, reason: str = "") -> None:
    """One event: its clause, then status, scene, speaker and figures; a button opens the sentences that tell it."""
    parts = [
        cards.part("status", _status(row)),
        cards.part("place", _where(row)),
        cards.part("speaker", f"says {row.speaker}" if row.speaker else ""),
        cards.part("page", cards.page_of(row)),
        cards.part("figure", listing(row.figure_texts)),
        cards.part("reason", reason),
        cards.part("told", " · ".join(part for part in (row.why, row.by_hand) if part)),
    ]
    with st.container(key=f"dl-event-{row.key}", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(
            f'<div class="dl-event-card dl-{safe(row.status)}"><p>{safe(row.text)}</p>'
            f'<p class="dl-meta">{"".join(parts)}</p></div>',
            width="stretch",
        )
        cards.sentence_button("event", row.key, row.keys, row.mentions)


def _status(row: ClusterRow) -> str:
    """What is not plainly told, with the word that shows it."""
    status = _STATUS.get(row.status, "")
    return f"{status}: “{row.cue}”" if status and row.cue else status


def _where(row: ClusterRow) -> str:
    """The scenes; what is taken from above the sentence says so."""
    names = listing(row.place_names)
    return f"{names} ({row.places_from})" if row.places_from in ("heading", "dateline") else names
