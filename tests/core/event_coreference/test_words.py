"""Which words of a mention are compared."""

from __future__ import annotations

import pytest

from core.event_coreference.words import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("both did what they should because of that", set()),
        ("both dug where they should because of that", {"dug"}),
        ("officials said on Monday afternoon", set()),
        ("officials swam on Monday afternoon", {"swam"}),
        ("eleven people went there", set()),
        ("eleven bakers went there", {"baker"}),
    ],
)
def test_words_of_any_text_and_any_report_say_nothing(text: str, words: set[str]) -> None:
    """Two mentions that share them alone are not told alike."""
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("many", "one"), [("bombs", "bomb"), ("cars", "cars"), ("spies", "spy"), ("pies", "pies"), ("buses", "buse")]
)
def test_the_plural_of_a_word_is_the_word(many: str, one: str) -> None:
    """From five letters on: of a shorter word too little would be left to be sure."""
    assert plain_words(many) == {one}
