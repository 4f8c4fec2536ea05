"""Passages of a document: paragraphs, long ones cut behind sentences."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.desk.search.normalising import words
from core.desk.search.passages import MOST_CHARACTERS, MOST_WORDS, passages
from core.models import Extraction
from tests.core.records import record

SENTENCE = "The water rose by a metre in the night. "
LONG = (SENTENCE * 60).strip()


def of(text: str) -> Extraction:
    """A document whose sentences end with full stops."""
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    return replace(record(), text=text, sentences=tuple(zip([0, *ends], ends, strict=False)))


CUT = [
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One. Two.", ["One. Two."]),
    ("“One”\n\n* * *\n\n", ["“One”"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "pieces"), CUT)
def test_a_paragraph_is_a_passage(text: str, pieces: list[str]) -> None:
    """One without words is none."""
    assert [text[one.start : one.end] for one in passages(of(text))] == pieces


def test_a_long_paragraph_is_cut_behind_sentences() -> None:
    """Each piece holds as many as there is room for."""
    pieces = [LONG[one.start : one.end] for one in passages(of(LONG))]
    assert len(pieces) == 3
    assert all(piece.startswith("The water") and piece.endswith("night.") for piece in pieces)


def test_a_sentence_without_end_is_cut_behind_a_word() -> None:
    """A record may have no sentences at all."""
    pieces = passages(replace(record(), text="water, " * 700, sentences=()))
    assert [len(one.words) for one in pieces] == [214, 214, 214, 58]


@given(
    st.text(st.sampled_from("ab ½.\n“\u0301é"), max_size=4_000), st.integers(1, 700), st.sampled_from(["", ". ", "x"])
)
def test_no_word_is_lost(text: str, times: int, between: str) -> None:
    """Together they hold all words, in order, each passage within its limits; none overlaps the one before it."""
    document = of((text + between) * min(times, 1 + 20_000 // (len(text) + 1)))
    found = passages(document)
    assert [word for one in found for word in one.words] == list(words(document.text))
    for one in found:
        assert len(one.words) <= MOST_WORDS
        assert one.end - one.start <= MOST_CHARACTERS or len(one.words) == 1
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
