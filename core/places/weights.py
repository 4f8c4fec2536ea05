"""Written by ``python -m tests.calibration --fit``; ``signs`` tells what is weighed."""

PLACE = {
    "": -0.05,
    "evidence": 0.59,
    "within a longer name": -0.72,
    "adjective": -0.42,
    "other form of the name": -1.42,
    "area or site": -1.64,
    "text points to it": 0.66,
    "only an obscure place": -0.78,
}
THIS = {
    "": 0.69,
    "chance among the namesakes": 0.59,
    "country or region": 0.94,
    "other form of the name": -1.95,
    "water": -1.15,
    "text points to it": 1.06,
}
LEVELS = (
    (0.0, 0.26),
    (0.5, 0.66),
    (0.7, 0.76),
    (0.8, 0.88),
    (0.88, 0.91),
    (0.94, 0.97),
)
"""Raw score from which on a level counts, and the share of its answers that was right."""
