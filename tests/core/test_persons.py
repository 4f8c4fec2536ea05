"""Names of persons: one line that can be shown anywhere and is nobody else's words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording.persons import MOST_PERSON, person_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("A.", "A."),
        ("  Ana   María\tRuiz\n", "Ana María Ruiz"),
        ("Jose\u0301", "José"),
        ("李小龍", "李小龍"),
        ("آنا \u200cکرمی", "آنا \u200cکرمی"),  # a joiner is part of how Persian is written
        ("Ana\u202e zuR", "Ana zuR"),
        ("\u2066Ana\u2069", "Ana"),
        ("A\u200bna", "Ana"),
        ("Ana\x00\x1b[31m", "Ana [31m"),
        ("\ud800Ana", "Ana"),
        ("", ""),
        (" \u202e\u200b ", ""),
        ("—…!", ""),
        ("x" * 500, "x" * MOST_PERSON),
    ],
)
def test_what_is_kept_of_a_name(typed: str, name: str) -> None:
    """Letters of all scripts stay; what hides, turns or breaks the line goes."""
    assert person_name(typed) == name


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_a_name_is_one_short_line_and_stays_as_it_is(typed: str) -> None:
    """Whatever is typed; and a name that was taken is taken again as it is."""
    name = person_name(typed)
    assert len(name) <= MOST_PERSON
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in name)
    assert not any(unicodedata.bidirectional(sign) in {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI"} for sign in name)
    assert person_name(name) == name
