"""Written by ``python -m tests.calibration --fit``; ``signs`` tells what is weighed."""

PLACE = {
    "": 0.44,
    "evidence": 0.51,
    "within a longer name": -0.69,
    "adjective": -0.67,
    "other form of the name": -1.72,
    "area": -1.43,
    "text points to it": 0.63,
    "far from the other towns": -2.3,
    "only an obscure place": -0.28,
}
THIS = {
    "": 0.71,
    "chance among the namesakes": 0.58,
    "country or region": 0.95,
    "other form of the name": -1.5,
    "water": -1.33,
    "far from the other towns": -1.82,
    "text points to it": 0.85,
}
LEVELS = (
    (0.0, 0.34),
    (0.55, 0.73),
    (0.8, 0.86),
    (0.88, 0.9),
    (0.94, 0.97),
)
"""Raw score from which on a level counts, and the share of its answers that was right."""
