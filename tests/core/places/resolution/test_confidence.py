"""How sure a place is hangs on two chances: that the words name a place, and that it is this one of its namesakes."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from core.places.gazetteer import Entry, Name
from core.places.mention import Mention
from core.places.resolution.calibration import confidence, logistic
from core.places.resolution.features import Answer
from core.places.resolution.groups import NameGroup
from core.places.resolution.weights import LEVELS

ASH = Entry("x:1", "Ash", "settlement", 1.0, 1.0, "GB", None, 900_000, 2.0)
OTHER = replace(ASH, source="x:2", country="US", latitude=40.0)


def answer(evidence: float, chances: tuple[float, ...], relation: str = "name") -> Answer:
    """The first of some namesakes, found with so much evidence for a place and such chances."""
    names = tuple(Name(entry, "Ash", relation) for entry in (ASH, OTHER)[: len(chances)])  # type: ignore[arg-type]
    mention = Mention(0, 1, "Ash", names, False, evidence)
    return Answer(mention, 0, NameGroup("ash", "Ash", None, "", names), 0, list(chances))


def test_doubt_which_of_two_namesakes_lowers_confidence() -> None:
    """The same words, surely a place: the less this one stands out, the less sure."""
    sure, likely, unsure = (confidence(answer(7.0, (chance, 1 - chance))) for chance in (0.99, 0.7, 0.03))
    assert sure > likely > unsure


def test_doubt_whether_it_is_a_place_lowers_confidence() -> None:
    """The same namesakes, the same chances: the less speaks for a place, the less sure."""
    sure, likely, unsure = (confidence(answer(evidence, (0.99, 0.01))) for evidence in (7.0, 3.0, 0.0))
    assert sure >= likely > unsure
    assert sure > unsure


def test_both_doubts_together_are_more_than_either() -> None:
    """Two chances are multiplied: two fair ones do not make a good one."""
    both = confidence(answer(2.0, (0.6, 0.4)))
    assert both <= min(confidence(answer(2.0, (0.99, 0.01))), confidence(answer(7.0, (0.6, 0.4))))
    assert both < confidence(answer(7.0, (0.99, 0.01)))


def test_what_may_be_a_typing_error_has_the_least() -> None:
    """However much speaks for it."""
    assert confidence(answer(7.0, (0.99, 0.01), "misspelling")) == LEVELS[0][1]
    assert confidence(answer(7.0, (0.99, 0.01))) > LEVELS[0][1]


@pytest.mark.parametrize(
    ("weights", "signs", "expected"),
    [
        ({"": 0.0}, {}, 0.5),
        ({"": math.log(3.0)}, {}, 0.75),
        ({"": 0.0, "a": 2.0}, {"a": math.log(3.0) / 2.0}, 0.75),
        ({"": math.log(3.0), "a": -1.0}, {"a": 2 * math.log(3.0)}, 0.25),
        ({"": 0.0, "a": 1.0}, {"b": 5.0}, 0.5),
    ],
)
def test_logistic(weights: dict[str, float], signs: dict[str, float], expected: float) -> None:
    """By hand: the odds are e to the weighted sum, and a sign without weight counts nothing."""
    assert logistic(weights, signs) == pytest.approx(expected)
