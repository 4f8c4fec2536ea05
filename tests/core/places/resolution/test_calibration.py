"""The confidence of places: how answers are judged, and how signs become a share that can be believed."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest

from core.places.gazetteer import Entry, Name
from core.places.mention import Mention
from core.places.resolution import calibration, weights
from core.places.resolution.features import Answer
from core.places.resolution.groups import NameGroup
from tests.calibration.__main__ import source, table
from tests.calibration.fitting import Case, cross_validated, fit
from tests.calibration.judging import is_right, judged


def _place(start: int, end: int, latitude: float, longitude: float, **more: Any) -> dict[str, Any]:
    place = {"start": start, "end": end, "latitude": latitude, "longitude": longitude}
    return place | {"kind": "settlement", "country": "UA", "precision_km": 5.0, "adjective": False} | more


@pytest.mark.parametrize(
    ("place", "right"),
    [
        (_place(0, 1, 50.0, 36.3), True),
        (_place(0, 1, 52.0, 36.3), False),
        (_place(0, 1, 52.0, 36.3, kind="region", precision_km=300.0), True),
        (_place(0, 1, 52.0, 36.3, kind="region", precision_km=190.0), False),
        (_place(0, 1, 60.0, 36.3, kind="region", precision_km=5_000.0), False),
        (_place(0, 1, 60.0, 36.3, kind="area", precision_km=5_000.0), True),
        (_place(0, 1, 40.0, 20.0, kind="country"), True),
        (_place(0, 1, 40.0, 20.0, kind="country", country="RO"), False),
    ],
)
def test_what_is_right(place: dict[str, Any], right: bool) -> None:
    """A point by its distance, what is wide by its extent up to a bound, a country by its code."""
    name = {"lat": 50.0, "lon": 36.0, "wikipedia": "https://en.wikipedia.org/wiki/Ukraine"}
    assert is_right(name, place) == right


def test_what_counts() -> None:
    """Spurious places are wrong; adjectives, unlocated places and names without coordinates do not count."""
    gold = [{"start": 0, "end": 4, "lat": 50.0, "lon": 36.0}, {"start": 10, "end": 14}]
    places = [
        _place(0, 4, 50.0, 36.0),
        _place(5, 9, 50.0, 36.0),
        _place(10, 14, 50.0, 36.0),
        _place(20, 24, 50.0, 36.0, adjective=True),
        _place(30, 34, 0.0, 0.0) | {"latitude": None},
    ]
    assert list(judged({"gold": gold, "dataset": "x"}, places)) == [(0, True, True), (1, False, False)]


def _cases(count: int) -> list[Case]:
    chance = random.Random(7)  # noqa: S311 – cases for a test, no secret
    cases = []
    for number in range(count):
        evidence, sure = chance.uniform(0, 7), chance.uniform(-4, 5)
        found = chance.random() < calibration.logistic({"": -2.0, "evidence": 1.0}, {"evidence": evidence})
        right = found and chance.random() < calibration.logistic({"": 0.5, "sure": 0.8}, {"sure": sure})
        cases.append(Case(number, {"evidence": evidence}, {"sure": sure}, found, right))
    return cases


def test_fit_finds_the_weights_that_made_the_cases() -> None:
    """The two models are told apart, and the levels rise."""
    model = fit(_cases(6_000))
    assert model.place == pytest.approx({"": -2.0, "evidence": 1.0}, abs=0.2)
    assert model.this == pytest.approx({"": 0.5, "sure": 0.8}, abs=0.2)
    assert all(low < high for low, high in pairwise(model.levels))
    assert "PLACE" in source(model)


def test_cross_validation_is_calibrated_where_the_model_is_true() -> None:
    """Confidence learnt from one half holds on the other."""
    lines = list(table(cross_validated(_cases(6_000))))
    assert float(lines[-1].rpartition(" ")[2]) < 0.08


def test_weights_and_signs_have_the_same_names() -> None:
    """A sign that nobody fitted would count nothing."""
    entry = Entry("x:1", "Ash", "settlement", 1.0, 1.0, "GB", None, 900, 2.0)
    names = (Name(entry, "Ash", "name"),)
    answer = Answer(Mention(0, 1, "Ash", names, False, 2.0), 0, NameGroup("ash", "Ash", None, "", names), 0, [1.0])
    assert {"", *answer.of_a_place()} == weights.PLACE.keys()
    assert {"", *answer.of_this_place()} == weights.THIS.keys()
    assert calibration.confidence(answer) in {share for _, share in weights.LEVELS}


def test_levels_rise() -> None:
    """More speaks for an answer, never less confidence."""
    assert weights.LEVELS[0][0] == 0.0
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(weights.LEVELS))
