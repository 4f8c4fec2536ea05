"""From a raw score to the share of such answers that is right."""

from __future__ import annotations

from bisect import bisect_right

KNOTS = (
    (0.0, 0.0),
    (0.25, 0.1),
    (0.32, 0.25),
    (0.39, 0.5),
    (0.51, 0.56),
    (0.65, 0.58),
    (0.75, 0.64),
    (0.83, 0.77),
    (0.9, 0.83),
    (0.945, 0.87),
    (0.955, 0.935),
    (0.96, 0.97),
    (1.0, 1.0),
)
"""Raw score and share right, rising in both; straight lines between.

Read off the answers of the development texts by isotonic regression (Zadrozny & Elkan 2002) and thinned to few knots;
``python -m tests.calibration`` prints what holds now.
"""


def calibrated(raw: float) -> float:
    """The probability, to two places, that an answer with this raw score (0 to 1) is right; rises with the score."""
    raw = min(max(raw, 0.0), 1.0)
    upper = min(bisect_right(KNOTS, raw, key=lambda knot: knot[0]), len(KNOTS) - 1)
    (low, from_share), (high, to_share) = KNOTS[upper - 1], KNOTS[upper]
    return round(from_share + (to_share - from_share) * (raw - low) / (high - low), 2)
