"""What the page says of the last click, and the key of its uploader: all that it keeps in the session.

What was handed in, and what came of it, lies on the desk.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

_STATE = "add-moment"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a file or a document: its name, and what became of it."""

    name: str
    sentence: str


@dataclass(slots=True)
class _Moment:
    remarks: list[Remark] = field(default_factory=list)
    round: int = 0


def begin() -> None:
    """Forget what was said of the click before."""
    _state().remarks.clear()


def remark(name: str, sentence: str) -> None:
    """Say something about a file or a document."""
    _state().remarks.append(Remark(name, sentence))


def remarks() -> tuple[Remark, ...]:
    """What the last click came to."""
    return tuple(_state().remarks)


def uploader_key() -> str:
    """The key of the uploader."""
    return f"files-{_state().round}"


def next_uploader() -> None:
    """Another uploader, empty: what the one before held has been handed in."""
    _state().round += 1


def _state() -> _Moment:
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _Moment()
    moment: _Moment = st.session_state[_STATE]
    return moment
