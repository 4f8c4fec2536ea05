"""Which unknown names may leave the house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from core.places import find_places
from core.places.gazetteer import Gazetteer
from core.places.mention import Mention
from core.places.outside.askable import asked_as, may_be_asked

MENTION = Mention(0, 2, "Novyi Kutok", (), False, 2.0, "GPE")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"label": "LOC"}, True),
        ({"text": "Krásná  Hora\nnad Vltavou"}, True),
        ({"text": "Sant'Elia-by-Sea"}, True),
        ({"text": "Новий Куток"}, True),
        ({"label": "FAC", "text": "Brodek Bridge"}, True),
        ({"label": "PERSON", "kind": "settlement"}, True),  # "the village of …"
        ({"label": "PERSON"}, False),
        ({"label": "PERSON", "kind": "region"}, False),
        ({"label": "ORG"}, False),
        ({"label": "NORP"}, False),
        ({"label": ""}, False),
        ({"label": "FAC", "text": "Brodek Street"}, False),
        ({"label": "FAC", "text": "Brodek"}, False),
        ({"text": "Brodek Avenue"}, False),
        ({"text": "12 Brodek"}, False),
        ({"text": "Brodek 7"}, False),
        ({"text": "X@example.org"}, False),
        ({"text": "www.example.org/path"}, False),
        ({"text": "Ab"}, False),
        ({"text": "B" * 81}, False),
        ({"text": "One Two Three Four Five Six Seven"}, False),
        ({"part_of_name": True}, False),
        ({"adjective": True}, False),
    ],
)
def test_may_be_asked(changes: dict[str, object], expected: bool) -> None:
    """Names that are shown to be of places; nothing that may be a person, a firm, an address or a number."""
    assert may_be_asked(replace(MENTION, **changes)) is expected  # type: ignore[arg-type]


def test_asked_as_it_stands() -> None:
    """On one line, with nothing added."""
    assert asked_as("Krásná  Hora\nnad Vltavou") == "Krásná Hora nad Vltavou"


def test_known_names_stay_in_the_house(parse_one: Callable[[str], Doc]) -> None:
    """Of a text with known places, adjectives, people and one unknown village, the village alone may be asked for."""
    text = (
        "Shells fell on the village of Brodkivtsinove near Kharkiv on Monday, the Ukrainian army said. "
        "Oleh Hrytsenko, a farmer, left for Poland. Mr Hrytsenko lost his house."
    )
    places = find_places(parse_one(text), Gazetteer.open())
    assert [place.text for place in places if place.outside] == ["Brodkivtsinove"]
    assert {place.outside for place in places} == {None, "askable"}
