"""Documents that a reader has handed in and not yet added, and what was said about those that could not be read.

They rest in the session: nobody else sees a document before it is added.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from core.desk import desk
from core.models import Document
from core.reading import Unreadable, from_text, read

_STATE = "drafts"
_PASTED = "Pasted text"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a file: its name, and what became of it."""

    name: str
    sentence: str


@dataclass(slots=True)
class _Drafts:
    documents: dict[str, Document] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    round: int = 0


def waiting() -> tuple[Document, ...]:
    """The drafts in the order they were handed in."""
    return tuple(_state().documents.values())


def remarks() -> tuple[Remark, ...]:
    """What was said about files since the last hand-in."""
    return tuple(_state().remarks)


def remark(name: str, sentence: str) -> None:
    """Say something about a file."""
    _state().remarks.append(Remark(name, sentence))


def begin_hand_in() -> None:
    """Forget what was said before, and give the uploader a new key, so that it lets go of the bytes it holds."""
    state = _state()
    state.remarks.clear()
    state.round += 1


def uploader_key() -> str:
    """The key of the uploader, another one after each hand-in."""
    return f"files-{_state().round}"


def take_file(dossier: str, data: bytes, name: str) -> None:
    """A file becomes a draft, or a remark says why not."""
    try:
        _lay_out(dossier, read(data, name))
    except Unreadable as refusal:
        remark(name, refusal.message)


def take_text(dossier: str, text: str) -> None:
    """Pasted text becomes a draft, or a remark says why not."""
    try:
        _lay_out(dossier, from_text(text, _PASTED))
    except Unreadable:
        remark(_PASTED, "There is no text in it; paste the whole article.")


def take_away(document_id: str) -> None:
    """Drop a draft."""
    _state().documents.pop(document_id, None)


def _lay_out(dossier: str, document: Document) -> None:
    known = {held.sha256 for held in desk().dossier(dossier).documents}
    if document.sha256 in known:
        remark(document.name, "This is in the dossier already; it was not added twice.")
    elif document.id in _state().documents:
        remark(document.name, "The same file was handed in twice; it is listed once.")
    else:
        _state().documents[document.id] = document


def _state() -> _Drafts:
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _Drafts()
    drafts: _Drafts = st.session_state[_STATE]
    return drafts
