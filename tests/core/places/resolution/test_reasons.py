"""What a reader is told about a choice: the ground that decided it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.places import find_places
from core.places.gazetteer import Gazetteer
from core.text.view import TextView


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built first where it is missing."""
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("A tornado hit Odessa, Texas, on Tuesday.", "Odessa", "The text names “Texas” beside it."),
        ("Lubbock is cold. A fire in Odessa spread to Midland.", "Odessa", "Near Midland, which the text names too"),
        ("Fires burned in Oregon, Idaho and Washington.", "Washington", "Stands in a list of regions."),
        ("New York's attorney general sued the bank.", "New York", "The text speaks of its “attorney general”."),
        ("The Georgian army withdrew.", "Georgian", "A form of the name Georgia."),
        ("It rained in London.", "London", "The best known of"),
        ("It rained in Wolverhampton and Ljubljana.", "Ljubljana", "The best known of"),
        ("They met in Holyhead.", "Holyhead", "The only place of this name in the gazetteer."),
    ],
)
def test_reason(text: str, name: str, reason: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Each ground is named only where it is the one that counted."""
    (place,) = (place for place in find_places(TextView(parse_one(text)), gazetteer) if place.text == name)
    assert place.reason.startswith(reason)


def test_what_the_text_rules_out_is_no_likely_runner_up(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Lebanon in Pennsylvania is surer than the country, however well known that is."""
    places = find_places(TextView(parse_one("A man from Lebanon, Pennsylvania, won the lottery.")), gazetteer)
    (lebanon,) = (place for place in places if place.text == "Lebanon")
    assert lebanon.country == "US"
    assert all(other.confidence < lebanon.confidence for other in lebanon.alternatives)
