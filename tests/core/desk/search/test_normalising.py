"""Words in their normal form, and the way back to the source."""

from __future__ import annotations

import itertools
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.desk.search.normalising import LONGEST, tokens, words

FORMS = [
    ("Don’t stop", ["dont", "stop"]),
    ("Mar'inka Марʼїнка", ["marinka", "марінка"]),
    ("Zürich—Straße", ["zurich", "strasse"]),
    ("ΣΊΣΥΦΟΣ σίσυφος", ["σισυφοσ", "σισυφοσ"]),
    ("new\u00adline a\u200bb", ["newline", "ab"]),
    ("½ ㎏ ﬁne", ["1", "2", "kg", "fine"]),
    ("5,300 C++ 50% h2o a_b", ["5", "300", "c", "50", "h2o", "a", "b"]),
    ("— … “”", []),
    ("\ud800a\x00b", ["a", "b"]),
    ("x" * 100, ["x" * LONGEST]),
]


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_words_have_one_form(text: str, forms: list[str]) -> None:
    """Without apostrophes, marks, hidden characters and signs."""
    assert list(words(text)) == forms


def test_tokens_know_their_source() -> None:
    """In the source's own characters."""
    text = "“Don’t” go to Zürich: ½"
    assert [text[t.start : t.end] for t in tokens(text)] == ["Don’t", "go", "to", "Zürich", "½", "½"]


@given(st.text())
def test_a_normal_form_is_its_own(text: str) -> None:
    """Of letters and digits alone, whatever the text; and in the order of the source."""
    found = tokens(text)
    assert all(token.text.isalnum() and words(token.text) == (token.text,) for token in found)
    assert all(0 <= a.start < a.end <= len(text) and a.start <= b.start for a, b in itertools.pairwise(found))


def test_every_character_has_one_form() -> None:
    """Folding again changes nothing, so that text and query meet."""
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [one for one in every if words(" ".join(words(one))) != words(one)] == []
