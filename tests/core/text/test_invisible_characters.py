"""Characters that nobody sees are shown as signs and never reorder a page; names and headlines have none."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from core.ingest import from_text
from core.text.invisible_characters import HIDDEN, visible, without
from core.text.page_numbers import page_of
from pages.shared.labels import literally
from pages.shared.safe import safe, source_text

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_every_turning_mark_is_a_sign() -> None:
    """None of them reaches a page, in text, in a label or in an attribute."""
    for mark in TURNING:
        for show in (visible, safe, source_text, literally):
            shown = show(f"exe{mark}txt <b>")
            assert mark not in shown
            assert "⟨" in shown
        assert "<b>" not in safe(f"{mark}<b>") + source_text(f"{mark}<b>")


def test_what_belongs_to_a_script_stays() -> None:
    """Joiners in Persian, Hindi and pictures, and direction marks beside Hebrew, are part of the writing."""
    for text in (
        "می\u200cخواهم",
        "क्\u200dष",
        "👨\u200d👩\u200d👧",
        "שלום\u200f!",
        "co\u00adoperate",
        "São Paulo",
        "a\tb\nc",
    ):
        assert visible(text) == text


@given(st.text(alphabet="ab<&\u200b\u202e\u200fש\x00\x9f\n", max_size=60))
def test_nothing_else_changes(text: str) -> None:
    """Without the signs it is the text without what is hidden."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", source_text(text)))
    assert bare == visible(text)
    assert re.sub(r"⟨[^⟩]*⟩", "", visible(text)) == HIDDEN.sub("", text)


def test_names_and_headlines_hold_nothing_hidden() -> None:
    """They stand on buttons and in lists, where no sign would be understood."""
    document = from_text("Bridge \u202efalls\u202c near the\u200b mill\n\nTwo people were hurt.", "a\u202etxt.exe")
    assert document.title == "Bridge falls near the mill"
    assert document.name == "atxt.exe"
    assert without("a\u200bb") == "ab"


def test_pages_are_counted_from_one() -> None:
    """A position before the first page's text is on it; a document without pages, or of one, names none."""
    assert [page_of((0, 10, 20), at) for at in (0, 9, 10, 25)] == [1, 1, 2, 3]
    assert page_of((3, 10), 0) == 1
    assert page_of((), 5) is None
    assert page_of((0,), 5) is None
