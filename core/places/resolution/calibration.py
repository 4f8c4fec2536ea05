"""From the signs of an answer to the share of such answers that is right."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping

from core.places.resolution.features import Answer, Signs
from core.places.resolution.weights import LEVELS, PLACE, THIS


def confidence(answer: Answer) -> float:
    """The probability that an answer is right: one of a few levels, each as high as the share of such answers that was.

    A finer scale would promise more than some thousands of answers can show. What may be a typing error is never
    given more than the least.
    """
    if answer.name.relation == "misspelling":
        return LEVELS[0][1]
    raw = logistic(PLACE, answer.of_a_place()) * logistic(THIS, answer.of_this_place())
    return LEVELS[bisect_right(LEVELS, raw, key=lambda level: level[0]) - 1][1]


def logistic(weights: Mapping[str, float], signs: Signs) -> float:
    """The chance that a logistic model gives; the constant has the empty name, a sign without weight counts nothing."""
    total = weights[""] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1.0 / (1.0 + math.exp(-total))
