"""Whether "he" or "she" fits, from given names, titles and kinship."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal

from core.lexicon import meaning

_FEMALE_WORDS = meaning("people", "female")
_MALE_WORDS = meaning("people", "male")


Gender = Literal["male", "female"]
_FEMALE_ENDINGS = ("ova", "eva", "ska", "skaya", "ivna", "ovna", "evna")


def gender_of_name(names: Iterable[str]) -> Gender | None:
    """From the given name where it is common and clear, else from a Slavic feminine ending."""
    words = [n.lower() for n in names]
    known = _given_names().get(words[0]) or _given_names().get(words[0].partition("-")[0])
    if known is None and len(words) > 1 and words[-1].endswith(_FEMALE_ENDINGS):
        return "female"
    return known


def gender_of_words(lower: Iterable[str]) -> Gender | None:
    """From titles, offices and kinship in lower case: the first that tells."""
    for word in lower:
        if word in _MALE_WORDS:
            return "male"
        if word in _FEMALE_WORDS:
            return "female"
    return None


@lru_cache(maxsize=1)
def _given_names() -> dict[str, Gender]:
    with Path(__file__).with_name("given_names.csv").open(encoding="utf-8", newline="") as rows:
        return {row["name"]: "male" if row["gender"] == "male" else "female" for row in csv.DictReader(rows)}
