"""Written by ``python -m tests.calibration --fit``; ``signs`` tells what is weighed."""

PLACE = {
    "": -0.1,
    "evidence": 0.6,
    "within a longer name": -0.71,
    "adjective": -0.39,
    "other form of the name": -1.31,
    "area or site": -1.62,
    "text points to it": 0.67,
    "only an obscure place": -0.78,
}
THIS = {
    "": 0.58,
    "chance among the namesakes": 0.59,
    "country or region": 1.1,
    "other form of the name": -1.6,
    "water": -1.18,
    "text points to it": 0.88,
}
LEVELS = (
    (0.0, 0.36),
    (0.55, 0.72),
    (0.8, 0.87),
    (0.88, 0.91),
    (0.94, 0.97),
)
"""Raw score from which on a level counts, and the share of its answers that was right."""
