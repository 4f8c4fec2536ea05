"""What a reader is looking at: dossier, filter and chosen mark. The address is the truth; pages ask for it here.

A copy of its parts rests in the session, because Streamlit drops them on a change of page. They are written all at
once: each write that changes the address is a step of the browser's Back button.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeVar

import streamlit as st

from core.charts.theme import Mode, mode_of
from core.frames.filter import QUERY_NAMES, Filter
from pages.shared import address

_DOSSIER = "dossier"
_MARK = "mark"
_DOCUMENT = "doc"
_POSITION = "at"
_QUERY = "q"
_PAGE = "page"
_FOCUS = "looked_at"
_REST = "address_at_rest"
_CROWD = "chosen_among"
_OPENED = "opened_for"
_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


T = TypeVar("T", bound=str)


class Chosen(NamedTuple):
    """The mark whose sentences the panel shows: its kind (``place``, ``event``, …) and its key."""

    kind: str
    key: str


def dossier_id() -> str:
    """The dossier in the address; pages but the list run with one alone."""
    known = known_dossier()
    if known is None:
        raise LookupError("a page of a dossier was run without one")
    return known


def known_dossier() -> str | None:
    """The dossier in the address; null where it names none."""
    known = address.parts().get(_DOSSIER, "")
    return known if _ID.fullmatch(known) else None


def leave_dossier() -> None:
    """Takes the dossier, and all that is looked at in it, out of the address."""
    address.write({})
    _rest()


def current_filter() -> Filter:
    """The filter in the address."""
    return Filter.from_query(address.parts())


def set_filter(chosen: Filter) -> None:
    """Writes a filter to the address; everything else in it stays."""
    _write(QUERY_NAMES, chosen.to_query())
    _rest()


def chosen() -> Chosen | None:
    """The mark that was clicked, or nothing yet."""
    kind, _, key = address.parts().get(_MARK, "").partition(":")
    return Chosen(kind, key) if kind and key else None


def choose(kind: str, key: str) -> None:
    """Puts a mark into the address, so that the panel shows its sentences and charts point it out."""
    _write((_MARK,), {_MARK: f"{kind}:{key}"})


def choose_among(crowd: str, kind: str, key: str) -> None:
    """Chooses one of the marks of a crowd, a mark itself, to which a reader may want to come back."""
    st.session_state[_CROWD] = crowd
    choose(kind, key)


def crowd_of(key: str) -> str | None:
    """The key of the crowd that a mark was chosen from; null where it was chosen otherwise."""
    crowd = st.session_state.get(_CROWD)
    return str(crowd) if crowd and set(key.split(",")) < set(crowd.split(",")) else None


def is_open(key: str) -> bool:
    """Whether what is folded at first has been opened for a mark."""
    return bool(st.session_state.get(_OPENED) == key)


def turn(key: str) -> None:
    """Opens what is folded for a mark, or folds it again; it is open for one mark at most."""
    st.session_state[_OPENED] = None if is_open(key) else key


def focus(zoom: str) -> str | None:
    """The key of what a chart at a zoom looks at; null where it has not been moved from what it shows at first."""
    at, key = st.session_state.get(_FOCUS, ("", None))
    return str(key) if at == zoom and key else None


def set_focus(zoom: str, key: str) -> str:
    """Moves a chart at a zoom to a mark that it did not show."""
    st.session_state[_FOCUS] = (zoom, key)
    return key


def drop_choice() -> None:
    """Takes the chosen mark out of the address; the panel waits again."""
    _write((_MARK,), {})


def option(name: str, allowed: tuple[T, ...]) -> T:
    """How a page is set, such as its zoom; the first of the allowed ones where the address names none of them."""
    asked = address.parts().get(name)
    return next((one for one in allowed if one == asked), allowed[0])


def set_option(name: str, value: str, usual: str) -> None:
    """Writes how a page is set; the usual setting is left out of the address."""
    _write((name,), {} if value == usual else {name: value})


def turn_to(doc: str, at: int = 0) -> None:
    """Opens a document at a position; what was chosen in another one is dropped."""
    _write((_DOCUMENT, _POSITION, _MARK), {_DOCUMENT: doc, _POSITION: str(at)})


def query() -> str:
    """What is looked for, as it was typed; empty where nothing is."""
    return address.parts().get(_QUERY, "").strip()


def look_for(asked: str) -> None:
    """Puts what is looked for into the address, from its first page on; nothing takes it out."""
    _write((_QUERY, _PAGE), {_QUERY: asked} if asked else {})


def page_of(pages: int) -> int:
    """Which of so many pages of what was found is read, from 1 on; the nearest one where the address names another."""
    asked = address.parts().get(_PAGE, "")
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1


def turn_page(page: int) -> None:
    """Writes which page of what was found is read; the first is left out of the address."""
    _write((_PAGE,), {} if page == 1 else {_PAGE: str(page)})


def link(**parts: str) -> dict[str, str]:
    """The parts of an address that keep dossier and filter, with more parts put in."""
    return {_DOSSIER: dossier_id(), **current_filter().to_query(), **parts}


def carry_over() -> None:
    """Brings the address to a page that was reached without it; to be called before the page runs.

    All of it, not only dossier and filter: what was chosen or read is there again on the way back, and an address that
    stays the same adds no step to the Back button. What another page's part says nothing to a page is passed over.
    A link of the navigation clicked twice asks for the page twice without an address, so that the page counts for
    nothing here: within a session an address without a dossier is never meant.
    """
    address.begin()
    before = st.session_state.get(_REST)
    if before and _DOSSIER not in st.query_params:
        st.query_params.from_dict(before)
    _rest()


def mode() -> Mode:
    """Whether the reader's browser shows the app light or dark."""
    return mode_of(st.context.theme.type)


def _write(names: tuple[str, ...], parts: dict[str, str]) -> None:
    """Gives some parts of the address new values, or takes them away; a step back if anything changed."""
    before = address.parts()
    address.write({name: value for name, value in before.items() if name not in names or name in parts} | parts)


def _rest() -> None:
    """Copies the address into the session."""
    st.session_state[_REST] = address.parts()
