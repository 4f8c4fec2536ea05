"""Which unknown names may leave the house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from core.places import find_places
from core.places.gazetteer import Gazetteer
from core.places.geocoder import askable
from core.places.mention import Mention
from core.text.view import TextView

MENTION = Mention(0, 2, "Novyi Kutok", (), False, 2.0, "GPE")
SHOWN, UNSHOWN = 2.0, 0.4
"""What the words beside say: "in X", "from X"."""


@pytest.fixture
def no_text(parse_one: Callable[[str], Doc]) -> TextView:
    """An empty text."""
    return TextView(parse_one(""))


@pytest.mark.parametrize(
    ("changes", "beside", "expected"),
    [
        ({}, SHOWN, True),
        ({}, UNSHOWN, False),  # the model alone takes people for places too often
        ({"label": "LOC"}, SHOWN, True),
        ({"text": "Brodek River"}, UNSHOWN, True),
        ({"text": "Krásná  Hora\nnad Vltavou"}, SHOWN, True),
        ({"text": "Sant'Elia-by-Sea"}, SHOWN, True),
        ({"text": "Новий Куток"}, SHOWN, True),
        ({"label": "FAC", "text": "Brodek Bridge"}, UNSHOWN, True),
        ({"label": "PERSON", "kind": "settlement"}, SHOWN, True),  # "the village of …"
        ({"label": "PERSON"}, SHOWN, False),
        ({"label": "PERSON", "kind": "region"}, SHOWN, False),
        ({"label": "ORG"}, SHOWN, False),
        ({"label": "NORP"}, SHOWN, False),
        ({"label": ""}, SHOWN, False),
        ({"label": "FAC", "text": "Brodek Street"}, SHOWN, False),
        ({"label": "FAC", "text": "Brodek"}, SHOWN, False),
        ({"text": "Brodek Avenue"}, SHOWN, False),
        ({"text": "12 Brodek"}, SHOWN, False),
        ({"text": "Brodek 7"}, SHOWN, False),
        ({"text": "X@example.org"}, SHOWN, False),
        ({"text": "www.example.org/path"}, SHOWN, False),
        ({"text": "Town Hall"}, SHOWN, False),
        ({"text": "Northern District"}, SHOWN, False),
        ({"text": "Ab"}, SHOWN, False),
        ({"text": "B" * 81}, SHOWN, False),
        ({"text": "One Two Three Four Five Six Seven"}, SHOWN, False),
        ({"part_of_name": True}, SHOWN, False),
        ({"adjective": True}, SHOWN, False),
    ],
)
def test_may_be_asked(
    changes: dict[str, object], beside: float, expected: bool, no_text: TextView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that are shown to be of places; nothing that may be a person, a firm, an address or a number."""
    monkeypatch.setattr(askable, "by_words_beside", lambda *_: beside)
    mention = replace(MENTION, **changes)  # type: ignore[arg-type]
    assert askable.may_be_asked(no_text, mention) is expected


def test_asked_as_it_stands() -> None:
    """On one line, with nothing added."""
    assert askable.asked_as("Krásná  Hora\nnad Vltavou") == "Krásná Hora nad Vltavou"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells fell on the village of Brodkivtsinove near Kharkiv on Monday, the Ukrainian army said. "
            "Oleh Hrytsenko, a farmer, left for Poland. Mr Hrytsenko lost his house.",
            ["Brodkivtsinove"],
        ),
        ("Walter Tremblington was arrested in Paris. Tremblington said he was innocent.", []),
        ("The firm Dravotex said on Monday that Dravotex had paid.", []),
        ("Residents of Paris, London and New York were asked on Tuesday.", []),
    ],
)
def test_what_leaves_of_a_text(text: str, expected: list[str], parse_one: Callable[[str], Doc]) -> None:
    """Unknown villages alone: no known place, no adjective, no person, no firm."""
    places = find_places(TextView(parse_one(text)), Gazetteer.open())
    assert [place.text for place in places if place.outside] == expected
    assert {place.outside for place in places} <= {None, "askable"}
