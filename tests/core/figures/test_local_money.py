"""Names of money that several countries share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.figures import find_figures
from core.models import Place
from core.text.view import TextView


def _places(text: str, names: dict[str, str]) -> list[Place]:
    found = []
    for name, country in names.items():
        start = text.index(name)
        place = Place(
            *(start, start + len(name), name, name, "country", 0.0, 0.0, country, None, 5.0),
            role="actor",
            adjective=False,
            confidence=0.9,
            reason="",
        )
        found.append(place)
    return found


@pytest.mark.parametrize(
    ("text", "names", "units"),
    [
        ("Mexico fined the firm 3.5 million pesos.", {"Mexico": "MX"}, ["MXN"]),
        ("Karachi police seized goods worth Rs 40 million.", {"Karachi": "PK"}, ["PKR"]),
        ("Delhi police seized goods worth Rs 40 million.", {"Delhi": "IN"}, ["INR"]),
        ("Egypt lent the bank 3 billion pounds.", {"Egypt": "EG"}, ["EGP"]),
        ("Egypt lent the bank £3 billion.", {"Egypt": "EG"}, ["GBP"]),
        ("Kenya pays 9,000 shillings. Uganda pays 8,000 shillings.", {"Kenya": "KE", "Uganda": "UG"}, ["KES", "UGX"]),
        ("Cameroon borrowed 20 billion CFA francs.", {"Cameroon": "CM"}, ["XAF"]),
        ("Ontario spent $5 Canadian, or US$4, on each.", {"Ontario": "AU"}, ["CAD", "USD"]),
    ],
)
def test_shared_name_is_the_money_of_the_country_beside_it(
    parse_one: Callable[[str], Doc], text: str, names: dict[str, str], units: list[str]
) -> None:
    """A country of the sentence tells whose pesos they are; a sign or a word that tells by itself is kept."""
    found = find_figures(TextView(parse_one(text)), (), _places(text, names), ())
    assert [figure.unit for figure in found] == units
