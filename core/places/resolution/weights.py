"""Written by ``python -m tests.calibration --fit``; ``features`` tells what is weighed."""

PROVENANCE = {
    "fitted": "2026-11-23",
    "measured": "2026-12-01",
    "answers": 6486,
    "error": 0.004,
    "cross_validated": 0.012,
    "features": "d3c2f9c8975ee91b",
    "gold": (
        {
            "name": "geovirus",
            "documents": 229,
            "sha256": "ddef5e7ea43e46261cf4bf1ab01c5dc1e1b521c856f570f33ff774752328b18d",
        },
        {
            "name": "lgl",
            "documents": 588,
            "sha256": "96d663973ff0c7b06b4d31627f6061b84162b2977cff19c8d44d8bbd602e469b",
        },
    ),
}
"""What the weights were fitted to and when, and how well they hold: ``tests.calibration.provenance``."""

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
