"""A word of doubt reaches the figures of its own clause and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.figures import find_figures
from core.text.view import TextView

HEDGED = [
    ("Twelve people died and possibly 30 people were injured.", [(), ("possibly",)]),
    ("Reportedly 12 people died.", [("reportedly",)]),
    ("Forty houses burned, and 90 people may have died.", [(), ("may have",)]),
    ("Police found 12 bodies. Perhaps 30 people fled.", [(), ("perhaps",)]),
    ("The army lost 30 tanks, while an alleged 45 soldiers deserted.", [(), ("alleged",)]),
    ("Rescuers who pulled out 12 people said 30 people were probably dead.", [(), ("probably",)]),
    ("An estimated 300 people live near the 12 wells.", [("estimated",), ()]),
    ("Preliminary data show 12 dead and 30 wounded.", [("preliminary",), ("preliminary",)]),
    ("The reported leak hit 12 houses.", [()]),
    ("Twelve people died.", [()]),
]


@pytest.mark.parametrize(("text", "expected"), HEDGED, ids=[row[0] for row in HEDGED])
def test_a_hedge_reaches_its_clause_alone(
    parse_one: Callable[[str], Doc], text: str, expected: list[tuple[str, ...]]
) -> None:
    """The hedges of each figure, in the order of the text."""
    found = find_figures(TextView(parse_one(text)), (), (), ())
    assert [figure.hedges for figure in found] == expected
