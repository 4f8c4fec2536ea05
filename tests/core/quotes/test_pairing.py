"""Quotation marks are paired within paragraphs and never cross."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quotes.pairing import Quoted, quoted_stretches
from core.text.paragraphs import paragraphs

CASES = [
    ("“A b,” he said. “C.”", ["A b,", "C."]),
    ("“A b.\n\n“C d,” he said.", ["A b.", "C d,"]),
    ("all goods ” to sell soon”.\n\n“Next,” he said.", ["to sell soon", "Next,"]),
    ('She said "no," "yes" and " maybe ".', ["no,", "yes", "maybe"]),
    ("„Ja, ‚gut‘, oder“", ["Ja, ‚gut‘, oder", "gut"]),
    ("« Oui, c’est bon. »", ["Oui, c’est bon."]),
    ("»Ja«, sagte er", ["Ja"]),
    ("”Vi kommer,” sade han", ["Vi kommer,"]),
    ("“He said “no” to it,” she said", ["He said “no” to it,", "no"]),
    ("“People say, ‘It doesn’t matter,’” he said", ["People say, ‘It doesn’t matter,’", "It doesn’t matter,"]),
    ("the soldiers' morale and the officers' pay", []),
    ("'em all, and the '90s", []),
    ("rock ’n’ roll and ’tis", []),
    ("“”, “ ” and “…”", []),
]


def _found(text: str) -> list[Quoted]:
    return quoted_stretches(text, paragraphs(text))


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_pairs(text: str, inside: list[str]) -> None:
    """Marks of several languages are paired, apostrophes are not taken for marks."""
    assert [text[q.start : q.end] for q in _found(text)] == inside


@pytest.mark.parametrize(("outermost", "depths"), [("", [0, 1, 2, 3, 4, 5]), ("z", [0, 1, 2, 3, 4, 5])])
def test_six_marks_are_open_at_once(outermost: str, depths: list[int]) -> None:
    """Of seven the outermost is given up."""
    letters = f"{outermost}abcdef"
    text = (
        " ".join(f"“{letter}" for letter in letters) + "".join(f"” {letter}" for letter in reversed(letters[:-1])) + "”"
    )
    assert [(q.depth, text[q.start]) for q in _found(text)] == list(zip(depths, "abcdef", strict=True))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.\n\nTwo.", 2),
        ("One.\nTwo.\nThree.", 3),
        ("A line that\nruns on and\nruns on.", 1),
        ("  \n\n \t\n", 0),
        ("", 0),
        ("One\u2028Two.\r\n\r\nThree", 2),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    """An empty line ends a paragraph, a line break only where lines are not wrapped."""
    assert len(paragraphs(text)) == count


@given(st.text(alphabet="“”\"'‘’„«»`ab .,\n", max_size=120))
def test_stretches_never_cross(text: str) -> None:
    """Of two stretches one holds the other or they are apart; depth counts those around."""
    found = _found(text)
    assert found == sorted(found, key=lambda q: (q.outer, -q.outer_end))
    for one, other in pairwise(found):
        assert other.outer >= one.outer_end or other.outer_end <= one.outer_end
        assert other.depth <= one.depth + 1
    for q in found:
        assert q.outer <= q.start < q.end <= q.outer_end
        assert any(p.start <= q.outer and q.outer_end <= p.end for p in paragraphs(text))


@given(st.text(max_size=200))
def test_paragraphs_hold_every_visible_character(text: str) -> None:
    """Paragraphs do not overlap, and what lies between them is white space."""
    found = paragraphs(text)
    edges = [0, *(edge for p in found for edge in (p.start, p.end)), len(text)]
    assert edges == sorted(edges)
    assert all(not text[edges[i] : edges[i + 1]].strip() for i in range(0, len(edges), 2))
