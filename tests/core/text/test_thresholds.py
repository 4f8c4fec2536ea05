"""Where a rule of texts stops: rows on either side of the line, with what a reader sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.text.language_identification import language_of
from core.text.paragraphs import paragraphs
from core.text.pipeline import parse, pipeline, split_long

GERMAN = "Der Bürgermeister sagte am Montag, dass zwei Menschen verletzt wurden. " * 6
UKRAINIAN = "Міська рада повідомила у понеділок, що двоє людей постраждали у місті."
NAMES = ("Orvel", "Karsk", "Lodz", "Kosovar", "Brec") * 3


def _of_letters(text: str, count: int) -> str:
    """The beginning of a text that has so many letters."""
    letters = [at for at, character in enumerate(text) if character.isalpha()]
    return text[: letters[count - 1] + 1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ab", None),
        ("abc", "en"),
        (_of_letters(GERMAN, 199), "en"),
        (_of_letters(GERMAN, 200), "de"),
        (" ".join((UKRAINIAN, *NAMES[:11])), "uk"),
        (" ".join((UKRAINIAN, *NAMES[:12])), "en"),
        (("ta ma lo ke de la casa and tree " * 20)[:400], "en"),
        (("ta ma lo ke ta ma lo ke de la casa and tree " * 20)[:400], "es"),
    ],
    ids=["two letters", "three", "a short paragraph", "a longer one", "names fewer than words", "names more than words",
         "hardly Spanish", "rather Spanish"],
)  # fmt: skip
def test_english_is_taken_for_granted_where_little_tells_otherwise(text: str, language: str | None) -> None:
    """Of a line in Latin letters nothing is told, nor of what the detector is not sure of."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.\nTwo.\nThree\nfour\nfive.\nSix", 4),
        ("One.\nTwo.\nThree.\nfour\nfive\nsix\nseven.\nEight", 1),
    ],
)
def test_a_line_is_a_paragraph_where_most_lines_end_a_sentence(text: str, count: int) -> None:
    """Three of five breaks behind a full stop tell of lines that are not wrapped, four of seven do not."""
    assert len(paragraphs(text)) == count


@pytest.mark.parametrize(("text", "pieces"), [("word " * 10_000, 1), ("word " * 10_000 + "x", 2)])
def test_a_long_text_is_read_in_pieces(text: str, pieces: int) -> None:
    """Fifty thousand characters at once: memory grows with the longest piece."""
    assert len(split_long(text)) == pieces


@pytest.mark.parametrize(
    ("text", "first"),
    [("Seven came. They saw it all.", "Seven came. "), ("Seven ran. They saw it all.", "Seven ran. They saw ")],
)
def test_a_full_stop_is_a_place_to_cut_from_the_middle_on(text: str, first: str) -> None:
    """Else a text of short sentences at its head would be cut into crumbs."""
    assert split_long(text, 20)[0] == first


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        (["bread"] * 1000, []),
        (["bread"] * 1001, [1000]),
        (["bread"] * 499 + [","] + ["bread"] * 501, [500]),
        (["bread"] * 498 + [","] + ["bread"] * 502, [1000]),
    ],
    ids=["a thousand words", "one more", "a comma in the second half", "a comma in the first half"],
)
def test_an_endless_sentence_is_cut(words: list[str], begun: list[int]) -> None:
    """After a thousand words, or at a comma in their second half."""
    doc = pipeline().make_doc(" ".join(words))
    pipeline().get_pipe("paragraph_starts")(doc)
    assert [token.i for token in doc if token.i and token.is_sent_start] == begun


def test_few_texts_wait_while_one_is_read() -> None:
    """However many there are, only a handful is in memory at once."""
    taken: list[str] = []

    def texts() -> Iterator[str]:
        for number in range(50):
            taken.append(f"Town {number}.")
            yield taken[-1]

    next(parse(texts()))
    assert len(taken) <= 4
