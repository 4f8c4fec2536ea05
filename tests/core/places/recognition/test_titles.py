"""People who are called as a town is: every title keeps them off the map, and no town off it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.lexicon import meaning
from core.places import find_places
from core.places.gazetteer import Gazetteer
from core.text.view import TextView

TITLES = sorted(meaning("titles", "title"))
PEOPLE = (
    "{} Houston said the ships had left the harbour.",
    "The officers were led by {} Houston, who retired in May.",
)
TOWNS = (
    "In Houston, {} Lee said the ships had left.",
    "Ships left Houston, {} Lee said.",
)
SMALL = (
    "The admiral of Houston said the ships had left.",
    "A major Houston hospital closed.",
    "A chief Houston prosecutor was shot.",
    "Former Houston resident Ann Lee was shot.",
    "The case went to a judge. Houston was calm after the storm.",
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built first where it is missing."""
    return Gazetteer.open()


def _is_pinned(text: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> bool:
    return any(place.text == "Houston" for place in find_places(TextView(parse_one(text)), gazetteer))


@pytest.mark.parametrize("sentence", PEOPLE)
def test_who_has_a_title_is_no_place(sentence: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Whatever the title: an admiral as little as a captain."""
    texts = {title: sentence.format(title.title()) for title in TITLES}
    assert not [title for title, text in texts.items() if _is_pinned(text, parse_one, gazetteer)]


@pytest.mark.parametrize("sentence", TOWNS)
def test_a_title_elsewhere_hides_no_town(sentence: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """The same words with the title before another name."""
    texts = {title: sentence.format(title.title()) for title in TITLES}
    assert not [title for title, text in texts.items() if not _is_pinned(text, parse_one, gazetteer)]


@pytest.mark.parametrize("sentence", SMALL)
def test_other_words_before_a_town_hide_it_not(
    sentence: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer
) -> None:
    """ "Major" and "chief" are adjectives as well; the admiral of a town is not called as it is; a sentence may end."""
    assert _is_pinned(sentence, parse_one, gazetteer)
