"""A key under which the usual ways of writing Arabic and Hebrew names in Latin letters meet.

Levelled are the article (al-, el-, ash-), the final -a, -ah, -eh, long vowels and diphthongs (Deir, Dayr; Hodeidah,
Hudaydah), the English and the French way (Shebaa, Chebaa) and doubled letters. For search alone, as ``skeleton`` is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from core.places.gazetteer.folding import fold

COUNTRIES = frozenset("AE BH DJ DZ EG EH IL IQ JO KW LB LY MA MR OM PS QA SA SD SY TD TN YE".split())
SHORTEST = 4
"""Letters of a key; shorter ones meet too many others."""

_ARTICLES = frozenset("al el ad adh ar as ash at ath az an ed er es esh et ez en il ul".split())
_LETTERS = (
    (re.compile(r"sh|ch"), "s"),
    (re.compile(r"kh"), "x"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"q"), "k"),
    (re.compile(r"[ae]w(?![aeiou])|[ao]u|oo?"), "u"),
    (re.compile(r"[iy]|[ae][iy]|ee"), "i"),
    (re.compile(r"(?<=.)(?:ah|eh|e)$"), "a"),
    (re.compile(r"e"), "a"),
)


@lru_cache(maxsize=16_384)
def arabic_key(form: str) -> str:
    """The key of a form; empty where it is too short to tell anything or not in Latin letters."""
    words = fold(form).split()
    kept = [word for word in words if word not in _ARTICLES] or words
    key = " ".join(map(_word, kept))
    return key if len(key) >= SHORTEST and key.isascii() else ""


def _word(word: str) -> str:
    for pattern, level in _LETTERS:
        word = pattern.sub(level, word)
    return "".join(letter for letter, _ in groupby(word))  # one for two
