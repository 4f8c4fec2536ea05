"""The file that a document came in: handed back as it came, or read again by what reads files now."""

from __future__ import annotations

import streamlit as st

from core.desk import Arrival, NotKept, desk
from core.models import Extraction
from pages.shared import reader
from pages.shared.original_route import original_url
from pages.shared.safe import safe
from pages.shared.serving import base_path

_HELP = "As it was handed in. Open it with care: it was not changed."
_STATE = "read-again"


def offer(dossier: str, record: Extraction) -> None:
    """A link and a button under the head of a document, and what became of the last reading."""
    if record.original is None or not desk().originals.has(record.original):
        return
    again = _again(dossier, record)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="dl-original"):
        label = "Original file" if record.original == record.sha256 else "The file it came in"
        url = original_url(base_path(), dossier, record.id)
        st.html(f'<a class="dl-download" href="{safe(url)}" title="{_HELP}" download>{label}</a>', width="content")
        if st.button("Read the file again", type="tertiary", disabled=again is not None and again.running):
            reader.signed(_begin, dossier, record)
            st.rerun()
    polls = again is not None and again.running
    st.fragment(_follow, run_every=1.0 if polls else None)(dossier, record, polls)


def _begin(dossier: str, record: Extraction, by: str) -> None:
    st.session_state.pop(_key(record), None)
    try:
        desk().arrivals.read_again(dossier, reader.owner(), record.id, by)
    except NotKept as refusal:
        st.session_state[_key(record)] = str(refusal)


def _follow(dossier: str, record: Extraction, polls: bool) -> None:
    """Says where the reading is; what came of it is told once, and stays as long as the page is open."""
    again = _again(dossier, record)
    if again is not None and again.running:
        where = f", {safe(again.progress)}" if again.progress else ""
        st.html(f'<p class="dl-quiet" role="status">The file is being read again{where} …</p>')
        return
    if again is not None:
        st.session_state[_key(record)] = " ".join(again.said.sentences)
        desk().arrivals.discard(dossier, reader.owner(), (again.number,))
    if polls:
        st.rerun()
    if said := st.session_state.get(_key(record)):
        st.html(f'<p class="dl-quiet" role="status">{safe(said)}</p>')


def _again(dossier: str, record: Extraction) -> Arrival | None:
    """How far the document's file is read again for this reader; null where it is not."""
    return next(iter(desk().arrivals.of(dossier, reader.owner(), record.id)), None)


def _key(record: Extraction) -> str:
    return f"{_STATE}-{record.id}"
