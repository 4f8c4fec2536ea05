"""Written by ``python -m tests.calibration --fit``; ``signs`` tells what is weighed."""

PLACE = {
    "": 0.51,
    "evidence": 0.5,
    "within a longer name": -0.7,
    "adjective": -0.7,
    "other form of the name": -1.71,
    "area": -1.46,
    "text points to it": 0.62,
    "far from the other towns": -2.3,
    "only an obscure place": -0.3,
}
THIS = {
    "": 0.7,
    "chance among the namesakes": 0.59,
    "country or region": 0.94,
    "other form of the name": -1.49,
    "water": -1.34,
    "far from the other towns": -1.82,
    "text points to it": 0.83,
}
LEVELS = (
    (0.0, 0.34),
    (0.55, 0.73),
    (0.8, 0.87),
    (0.88, 0.9),
    (0.94, 0.97),
)
"""Raw score from which on a level counts, and the share of its answers that was right."""
