"""How a page is set, in the address, and a way through its marks one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from core.wording import counted
from pages.shared import state

T = TypeVar("T", bound=str)


def switch(name: str, label: str, allowed: tuple[T, ...], words: Mapping[str, str]) -> T:
    """A row of buttons of which one is on; the address carries it."""
    now = state.option(name, allowed)
    key = f"option-{name}"
    st.session_state[key] = now
    st.segmented_control(
        label,
        list(allowed),
        format_func=lambda one: words.get(one, one),
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_switched,
        args=(name, key, allowed[0]),
        width="content",
    )
    return now


def steps(keys: Sequence[str], kind: str) -> None:
    """Previous and Next through marks in their order; the address carries where one is."""
    at = _at(keys, kind)
    before = None if at is None else at - 1
    after = 0 if at is None else at + 1
    with st.container(key="dl-steps", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        _step("Previous", "Shift+Left", keys, before, kind)
        where = counted(len(keys), kind) if at is None else f"{at + 1:,} of {len(keys):,}"
        st.html(f'<p class="dl-step" role="status">{where}</p>', width="content")
        _step("Next", "Shift+Right", keys, after, kind)


def _step(label: str, shortcut: str, keys: Sequence[str], to: int | None, kind: str) -> None:
    there = to is not None and 0 <= to < len(keys)
    st.button(
        label,
        key=f"step-{label.lower()}",
        disabled=not there,
        on_click=state.choose,
        args=(kind, keys[to] if there and to is not None else ""),
        shortcut=shortcut,
        width="content",
    )


def _at(keys: Sequence[str], kind: str) -> int | None:
    """Where the chosen mark stands; the first of its events where it has several."""
    chosen = state.chosen()
    if chosen is None or chosen.kind != kind:
        return None
    wanted = set(chosen.key.split(","))
    return next((number for number, key in enumerate(keys) if wanted & set(key.split(","))), None)


def _switched(name: str, key: str, usual: str) -> None:
    state.set_option(name, st.session_state[key], usual)
