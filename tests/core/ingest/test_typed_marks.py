"""Doubled apostrophes and accents become quotation marks where they are some, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ingest import from_text
from core.ingest.typed_marks import with_true_marks

CASES = [
    ("''We lost it,'' she said. ''All of it.''", "“We lost it,” she said. “All of it.”"),
    ("``The road is shut,'' police said.", "“The road is shut,” police said."),
    ("He said: ''They told me, 'Go home.'''", "He said: “They told me, 'Go home.'”"),
    ("''One.\n\n''Two,'' he said.", "“One.\n\n“Two,” he said."),
    ("a wave (''the tall one'') broke", "a wave (“the tall one”) broke"),
    ("The boxer stands 6'2'' tall; a board of 12'' broke.", "The boxer stands 6'2'' tall; a board of 12'' broke."),
    ("x = ''; y = '' + z", "x = ''; y = '' + z"),
    ("the soldiers' and the officers' pay", "the soldiers' and the officers' pay"),
]


@pytest.mark.parametrize(("typed", "true"), CASES)
def test_pairs_become_marks(typed: str, true: str) -> None:
    """Only what opens and closes like a quotation is one."""
    assert with_true_marks(typed) == true


@given(st.text(alphabet="'`“” a.6\n", max_size=60))
def test_nothing_else_changes(text: str) -> None:
    """Every other character stays, in order."""

    def bare(value: str) -> str:
        return "".join(c for c in value if c not in "'`“”")

    assert bare(with_true_marks(text)) == bare(text)


def test_text_as_it_stands_keeps_its_offsets() -> None:
    """A text that is pasted gets true marks; one that is taken as it stands moves no character."""
    typed = "''We lost the bridge on Monday,'' she said."
    assert from_text(typed, "a").text == "“We lost the bridge on Monday,” she said."
    assert from_text(typed, "a", as_it_stands=True).text == typed
