"""The parts of the address, read and written; a step that the browser has not heard of yet is not lost.

The browser sends its address with each of its requests. One that it sent while a run was writing a new address still
has the old one: taken at its word it would take back, without a trace, what its reader has just chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_STEPS = "steps_of_the_address"
_WRITTEN = "address_written"
_MOST = 8
"""Earlier addresses that a late request may still have."""

Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Steps:
    """What the address of a page was before it was written, and what it is since."""

    page: str
    earlier: tuple[Parts, ...]
    latest: Parts


def parts() -> Parts:
    """The address as its reader last had it."""
    _catch_up()
    return st.query_params.to_dict()


def write(after: Parts) -> None:
    """Gives the address new parts; one that stays as it is adds no step to the Back button."""
    before = parts()
    if after == before:
        return
    steps: _Steps | None = st.session_state.get(_STEPS)
    earlier = (*(steps.earlier if steps else ()), before)[-_MOST:]
    st.session_state[_STEPS] = _Steps(_page(), tuple(one for one in earlier if one != after), after)
    st.session_state[_WRITTEN] = True
    st.query_params.from_dict(after)


def begin() -> None:
    """To be called at the beginning of each run: once the browser has the address, nothing older is late."""
    late = _catch_up()
    written = st.session_state.pop(_WRITTEN, False)  # by what was clicked, which comes before the page
    if not late and not written:
        st.session_state.pop(_STEPS, None)


def _catch_up() -> bool:
    """Puts the latest address in the place of an earlier one; whether there was need to."""
    steps: _Steps | None = st.session_state.get(_STEPS)
    now = st.query_params.to_dict()
    if steps is None or now == steps.latest:
        return False
    if now in steps.earlier and _page() == steps.page and not _stepped_back():
        st.query_params.from_dict(steps.latest)
        return True
    del st.session_state[_STEPS]
    return False


def _page() -> str:
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def _stepped_back() -> bool:
    """Whether the reader went back or forth in the browser's history."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)
