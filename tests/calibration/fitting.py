"""Fits the confidence of places: two small logistic models and the levels that their product is reported on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.places.resolution.calibration import logistic
from core.places.resolution.features import Signs

Floats = npt.NDArray[np.float64]

CUTS = (0.0, 0.55, 0.8, 0.88, 0.94)
"""Raw scores where a level begins: each holds some hundreds of answers, so that its share is known to a few points."""

RIDGE = 1.0
"""Keeps the weight of a rare sign small."""


@dataclass(frozen=True, slots=True)
class Case:
    """An answer with its signs: the number of its document, whether there is a name at all, whether it is right."""

    document: int
    place: Signs
    this: Signs
    found: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by the name of the sign, the constant under the empty name; levels from raw score to share right."""

    place: dict[str, float]
    this: dict[str, float]
    levels: tuple[tuple[float, float], ...] = ()

    def raw(self, case: Case) -> float:
        """The product of both chances."""
        return logistic(self.place, case.place) * logistic(self.this, case.this)

    def confidence(self, case: Case) -> float:
        """The share of the level that the raw score belongs to."""
        return [share for start, share in self.levels if start <= self.raw(case)][-1]


def fit(cases: Sequence[Case]) -> Model:
    """The model of the cases; that it is the right place is learnt from those alone where there is a name."""
    named = [case for case in cases if case.found]
    place = _logistic_regression([c.place for c in cases], [c.found for c in cases])
    this = _logistic_regression([c.this for c in named], [c.right for c in named])
    model = Model(place, this)
    return Model(place, this, _levels([model.raw(case) for case in cases], [case.right for case in cases]))


def cross_validated(cases: Sequence[Case], folds: int = 2) -> list[tuple[float, bool]]:
    """Confidence and truth of each case by a model that has not seen its fold of the documents."""
    answers = []
    for fold in range(folds):
        model = fit([case for case in cases if case.document % folds != fold])
        answers += [(model.confidence(c), c.right) for c in cases if c.document % folds == fold]
    return answers


def _logistic_regression(signs: Sequence[Mapping[str, float]], truth: Sequence[bool]) -> dict[str, float]:
    """Weights by Newton's method (iteratively reweighted least squares) with a ridge on all but the constant."""
    names = list(signs[0])
    x = np.array([[1.0, *(row[name] for name in names)] for row in signs])
    y = np.array(truth, dtype=np.float64)
    ridge = np.diag([1e-9, *([RIDGE] * len(names))])
    weights: Floats = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + ridge @ weights
        weights = weights - np.linalg.solve((x * (p * (1.0 - p))[:, None]).T @ x + ridge, slope)
    return dict(zip(["", *names], [round(float(weight), 2) for weight in weights], strict=True))


def _levels(raw: Sequence[float], truth: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """Share right between neighbouring cuts, made to rise by pooling (Zadrozny & Elkan 2002)."""
    number = np.digitize(raw, CUTS) - 1
    pools: list[tuple[float, float, int]] = []
    for index, start in enumerate(CUTS):
        inside = np.array(truth)[number == index]
        if inside.size:
            pools.append((start if pools else 0.0, float(inside.mean()), int(inside.size)))
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            (first, low, few), (_, high, many) = pools[-2:]
            pools[-2:] = [(first, (low * few + high * many) / (few + many), few + many)]
    return tuple((start, round(share, 2)) for start, share, _ in pools)
