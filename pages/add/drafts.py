"""Files that a reader has handed in: those being read, documents not yet added, and what was said about the others.

They rest in the session: nobody else sees a document before it is added.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from core.desk import Reception, desk, intake
from core.ingest import Outcome, Unreadable, from_text
from core.ingest.mending import mended
from core.models import Document
from core.origins.near_duplicates import likeness, most_alike
from pages.add.receipts import Receipt, receipt, short

_STATE = "drafts"
_PASTED = "Pasted text"
_AT_ONCE = 1.5
"""Seconds in which most files are read: so long the page waits, so that it need not be drawn twice."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a file: its name, and what became of it."""

    name: str
    sentence: str


@dataclass(slots=True)
class _Drafts:
    reading: list[Reception] = field(default_factory=list)
    questions: list[Reception] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    round: int = 0


def waiting() -> tuple[Document, ...]:
    """The drafts in the order they were handed in."""
    return tuple(_state().documents.values())


def remarks() -> tuple[Remark, ...]:
    """What was said about files since the last hand-in."""
    return tuple(_state().remarks)


def receipts() -> tuple[Receipt, ...]:
    """What became of files that hold others, since the last hand-in."""
    return tuple(_state().receipts)


def remark(name: str, sentence: str) -> None:
    """Say something about a file."""
    _state().remarks.append(Remark(name, sentence))


def begin_hand_in() -> None:
    """Forget what was said before, and give the uploader a new key, so that it lets go of the bytes it holds."""
    state = _state()
    state.remarks.clear()
    state.receipts.clear()
    state.round += 1


def uploader_key() -> str:
    """The key of the uploader, another one after each hand-in."""
    return f"files-{_state().round}"


def being_read() -> tuple[Reception, ...]:
    """Files whose reading goes on."""
    return tuple(_state().reading)


def questions() -> tuple[Reception, ...]:
    """Tables of which someone must say which column holds the texts."""
    return tuple(_state().questions)


def hand_in(data: bytes, name: str) -> None:
    """Have a file read."""
    _state().reading.append(intake().hand_in(data, name))


def answer(question: Reception, column: str | None) -> None:
    """Read a table again with the column that was named; with none, let it go."""
    _state().questions.remove(question)
    if column is not None:
        _state().reading.append(intake().hand_in(question.data, question.name, column))


def wait() -> None:
    """Give files that are quickly read the time for it."""
    until = time.monotonic() + _AT_ONCE
    for reception in _state().reading:
        reception.wait(until - time.monotonic())


def collect(dossier: str) -> bool:
    """Documents of files that have been read become drafts, and remarks say what did not; whether any was there."""
    state = _state()
    done = [reception for reception in state.reading if reception.outcome is not None]
    state.reading[:] = [reception for reception in state.reading if reception.outcome is None]
    for reception in done:
        if reception.outcome is not None:
            _take(dossier, reception, reception.outcome)
    return bool(done)


def _take(dossier: str, reception: Reception, outcome: Outcome) -> None:
    if outcome.columns:
        _state().questions.append(reception)
        return
    for document in outcome.documents():
        _lay_out(dossier, document)
    if outcome.members:
        _state().receipts.append(receipt(outcome))
    elif outcome.code != "read":
        remark(outcome.name, short(outcome.sentence))


def take_text(dossier: str, text: str) -> None:
    """Pasted text becomes a draft, or a remark says why not."""
    try:
        _lay_out(dossier, from_text(text, _PASTED))
    except Unreadable:
        remark(_PASTED, "There is no text in it; paste the whole article.")


def take_away(document_id: str) -> None:
    """Drop a draft."""
    _state().documents.pop(document_id, None)


def put_back(document: Document) -> None:
    """A document that was taken out of the dossier is a draft again."""
    _state().documents[document.id] = document


def mend(document_id: str) -> None:
    """Make the repairs that a draft's warnings offer."""
    documents = _state().documents
    documents[document_id] = mended(documents[document_id])


def _lay_out(dossier: str, document: Document) -> None:
    held = desk().perhaps_alike(dossier, document)
    if document.sha256 in {other.sha256 for other in held}:
        remark(document.name, "This is in the dossier already; it was not added twice.")
    elif document.id in _state().documents:
        remark(document.name, "The same file was handed in twice; it is listed once.")
    else:
        _say_alike(document, [*held, *_state().documents.values()])
        _state().documents[document.id] = document


def _say_alike(document: Document, others: Sequence[Document]) -> None:
    found = most_alike(document, others)
    if found:
        other, share = found
        name = other.title or other.name
        remark(document.name, f"This is {likeness(share)} “{name}”. Add it only if both are wanted.")


def _state() -> _Drafts:
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _Drafts()
    drafts: _Drafts = st.session_state[_STATE]
    return drafts
