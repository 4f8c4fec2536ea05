"""Texts of any length become one parse, and their language is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.text.language_identification import language_of
from core.text.pipeline import LONGEST_SENTENCE, parse, split_long, tokenised

PIECES = st.lists(st.sampled_from(["word ", "end. ", "\n\n", "x" * 1500, " ", "“No.” "]), max_size=80).map("".join)


@given(PIECES, st.integers(10, 400))
def test_pieces_join_to_the_text(text: str, limit: int) -> None:
    """Nothing is lost where a text is cut, and no piece is longer than asked."""
    pieces = split_long(text, limit)
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= limit


def test_cuts_fall_where_a_reader_pauses() -> None:
    """After a paragraph rather than inside a sentence."""
    assert split_long("One two three.\n\nFour five six seven.", 24) == ["One two three.\n\n", "Four five six seven."]


@pytest.mark.parametrize(
    "text", ["", " ", "A town.\n\nA river.", "z" * 2500 + " end", "A \ud800 sign", "One. " * 12_000]
)
def test_a_parse_holds_the_whole_text(text: str) -> None:
    """Offsets of the parse are offsets of the text, also where it was read in pieces."""
    (doc,) = parse([text])
    assert doc.text == text.replace("\ud800", "\ufffd")
    assert "".join(token.text_with_ws for token in doc) == doc.text


def test_texts_keep_their_order() -> None:
    """Long and short texts come back as they were given."""
    texts = ["Short one.", "Long. " * 10_000, "", "Short two."]
    assert [doc.text for doc in parse(texts)] == texts


def test_no_sentence_runs_across_an_empty_line(parse_one: Callable[[str], Doc]) -> None:
    """A headline without a full stop does not swallow the first sentence."""
    sentences = [sent.text.strip() for sent in parse_one("Graves found in wood\n\nThe mayor said so.").sents]
    assert "The mayor said so." in sentences


@pytest.mark.parametrize("text", ["bread and " * 2_000, "Lviv, " * 2_000, "One fish, two fish. " * 800, "\n" * 3_000])
def test_no_sentence_is_endless(text: str, parse_one: Callable[[str], Doc]) -> None:
    """A text without ends of sentences is cut, after a comma or a full stop where there is one."""
    doc = parse_one(text)
    assert max(len(sent) for sent in doc.sents) <= LONGEST_SENTENCE
    if "." in text:
        assert all(sent.text.strip().endswith(".") for sent in doc.sents)


LANGUAGES = [
    ("The mayor of the town said on Monday that two people were hurt.", "en"),
    ("Міська рада повідомила у понеділок, що двоє людей постраждали.", "uk"),
    ("Городской совет сообщил в понедельник, что пострадали два человека.", "ru"),
    ("Der Bürgermeister sagte am Montag, dass zwei Menschen verletzt wurden. " * 6, "de"),
    ("440", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_language(text: str, expected: str | None) -> None:
    """The language of a text, or nothing where there is too little of it."""
    assert language_of(text) == expected


def test_words_and_sentences_without_a_model() -> None:
    """Every character stays, sentences end where a reader ends them, and the time grows with the text alone."""
    text = "Вибухи чули у Харкові. Другий раз!\n\nТретій \ud800 рядок"
    doc = tokenised(text)
    assert doc.text == text.replace("\ud800", "\ufffd")
    assert [sentence.text.strip() for sentence in doc.sents][:2] == ["Вибухи чули у Харкові.", "Другий раз!"]
    assert len(list(doc.sents)) == 3
    assert not list(tokenised("").sents)
