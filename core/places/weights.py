"""Written by ``python -m tests.calibration --fit``; ``signs`` tells what is weighed."""

PLACE = {
    "": 0.27,
    "evidence": 0.53,
    "within a longer name": -0.65,
    "adjective": -0.55,
    "other form of the name": -1.41,
    "area or site": -1.68,
    "text points to it": 0.59,
    "only an obscure place": -0.5,
}
THIS = {
    "": 0.67,
    "chance among the namesakes": 0.59,
    "country or region": 0.91,
    "other form of the name": -1.19,
    "water": -1.4,
    "text points to it": 0.85,
}
LEVELS = (
    (0.0, 0.36),
    (0.55, 0.73),
    (0.8, 0.86),
    (0.88, 0.91),
    (0.94, 0.97),
)
"""Raw score from which on a level counts, and the share of its answers that was right."""
