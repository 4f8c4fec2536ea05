"""The file that a document came in: handed back as it came, or read again by what reads files now."""

from __future__ import annotations

import streamlit as st

from core.desk import Reception, UnknownDocument, desk, intake
from core.ingest import Outcome
from core.ingest.mending import is_garbled, mended, was_mended
from core.models import Extraction
from pages.shared import reader
from pages.shared.original_route import original_url
from pages.shared.safe import safe
from pages.shared.serving import base_path

_HELP = "As it was handed in. Open it with care: it was not changed."
_STATE = "read-again"
_AT_ONCE = 1.5
"""Seconds in which most files are read."""


def offer(dossier: str, record: Extraction) -> None:
    """A link and a button under the head of a document, and what became of the last reading."""
    if record.original is None or not intake().has_original(record.original):
        return
    again: Reception | None = st.session_state.get(_key(record))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="dl-original"):
        label = "Original file" if record.original == record.sha256 else "The file it came in"
        url = original_url(base_path(), dossier, record.id)
        st.html(f'<a class="dl-download" href="{safe(url)}" title="{_HELP}" download>{label}</a>', width="content")
        if st.button("Read the file again", type="tertiary", disabled=again is not None and again.outcome is None):
            reader.signed(_begin, record)
            st.rerun()
    if again is not None:
        st.fragment(_follow, run_every=1.0 if again.outcome is None else None)(dossier, record, again)


def _begin(record: Extraction, by: str) -> None:
    data = intake().original(record.original or "")
    if data is not None:
        reception = intake().hand_in(data, record.original_name or record.name)
        st.session_state[_key(record)] = reception
        st.session_state[f"{_key(record)}-by"] = by
        st.session_state.pop(f"{_key(record)}-said", None)
        reception.wait(_AT_ONCE)


def _follow(dossier: str, record: Extraction, again: Reception) -> None:
    """Says where the reading is, and takes its result over once."""
    if again.outcome is None:
        where = f", {safe(again.progress)}" if again.progress else ""
        st.html(f'<p class="dl-quiet" role="status">The file is being read again{where} …</p>')
        return
    said = f"{_key(record)}-said"
    if said not in st.session_state:
        st.session_state[said] = _taken_over(dossier, record, again.outcome)
        st.rerun()
    st.html(f'<p class="dl-quiet" role="status">{safe(st.session_state[said])}</p>')


def _taken_over(dossier: str, record: Extraction, outcome: Outcome) -> str:
    found = next((document for document in outcome.documents() if document.id == record.id), None)
    if found is None:
        return f"Nothing was changed: this document is not found in the file now. {outcome.sentence}"
    if was_mended(record.warnings) and is_garbled(found):
        found = mended(found)
    if (found.text, found.boilerplate, found.pages) == (record.text, record.boilerplate, record.pages):
        return "The file was read again; its text is the same."
    try:
        desk().replace_text(dossier, found, st.session_state.get(f"{_key(record)}-by", ""))
    except UnknownDocument as gone:
        return str(gone)
    return "The file was read again; its text is another now and is being searched."


def _key(record: Extraction) -> str:
    return f"{_STATE}-{record.id}"
