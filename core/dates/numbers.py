"""Numbers in words and figures, as they stand before units of time."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.dates.lexicon import CARDINALS

LARGEST = 1_000_000
"""More of any unit than this is no length of time a news text speaks of."""


def number(words: Sequence[str]) -> float | None:
    """The value of "12", "2,010", "a", "twenty-five", "two and a half", "2 1/2"; null where no number is said.

    ``words`` are lower case, hyphens left out.
    """
    total, current, said = 0.0, 0.0, False
    for i, word in enumerate(words):
        if word in ("a", "an"):
            current, said = (current + 0.0, said) if i else (1.0, True)
        elif word in ("half", "½"):
            current, said = (current + 0.5 if said or word == "½" else 0.5), True
        elif word == "1/2":
            current, said = current + 0.5, True
        elif word == "couple":
            current, said = 2.0, True
        elif word in ("hundred", "dozen"):
            current, said = (current or 1.0) * CARDINALS[word], True
        elif word == "thousand":
            total, current, said = total + (current or 1.0) * CARDINALS[word], 0.0, True
        elif word in CARDINALS and words[i - 1][0].isdigit() and i:
            return None  # "1967 Six-Day War"
        elif word in CARDINALS:
            current, said = current + CARDINALS[word], True
        elif word[0].isdigit():
            current, said = current + _figure(word), True
    value = total + current
    return value if said and value <= LARGEST else None


def _figure(word: str) -> float:
    try:
        return float(word.replace(",", ""))
    except ValueError:  # digits of other scripts, superscripts
        return math.inf
