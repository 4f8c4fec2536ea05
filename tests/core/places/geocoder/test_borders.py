"""The answers of a geocoder keep to the borders of our own maps."""

from __future__ import annotations

import pytest

from core.places.geocoder.answer import Answer, Found, Spot, Unavailable, Unknown
from core.places.geocoder.borders import Borders


class Says:
    """A geocoder with one answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def ask(self, _: str) -> Answer:
        """The one answer."""
        return self.answer


@pytest.mark.parametrize(
    ("latitude", "longitude", "country", "expected"),
    [
        (45.03, 34.1, "RU", "UA"),
        (44.6, 33.5, "RU", "UA"),
        (45.04, 38.98, "RU", "RU"),
        (55.75, 37.62, "RU", "RU"),
        (45.03, 34.1, "UA", "UA"),
        (45.03, 34.1, None, None),
    ],
)
def test_crimea_is_ukraine(latitude: float, longitude: float, country: str | None, expected: str | None) -> None:
    """By the outline of the gazetteer's own regions; what is Russia stays Russia."""
    spot = Spot("A village", "settlement", latitude, longitude, country, "photon:osm/node/1", 2.0, True)
    answer = Borders(Says(Found((spot,)))).ask("A village")
    assert isinstance(answer, Found)
    assert answer.spots[0].country == expected


@pytest.mark.parametrize("answer", [Unknown(), Unavailable("it took too long")])
def test_other_answers_pass(answer: Answer) -> None:
    """Unknown stays unknown, and silence silence."""
    assert Borders(Says(answer)).ask("A village") == answer
