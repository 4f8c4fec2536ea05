"""How much a row of letters is like words of some language: exchanged letters make pairs that no language has.

The pairs are counted in the names that Unicode's locale data (CLDR) have in languages of the Latin, Cyrillic and Greek
alphabets; a name, a month or a unit in a table is like them, whatever its language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import islice, pairwise

from babel import Locale

from core.lexicon.languages import NEIGHBOURS

_LANGUAGES = (
    *NEIGHBOURS,
    *("en", "nb", "da", "is", "fi", "et", "lv", "lt", "sl", "hr", "sq", "az", "uz", "id", "ms", "vi", "sw", "so"),
    *("eu", "ca", "cy", "ga", "mt", "mk", "kk", "ky", "el"),
)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_LOOK_AT = 2_000
_SMOOTHING, _ALPHABET = 0.5, 40


def likeness(text: str) -> float:
    """Mean logarithm of how likely a letter is behind the one before it; words in capitals count as in small ones."""
    words = [found[0].casefold() for found in islice(_WORD.finditer(text), _LOOK_AT)]
    pairs = [pair for word in dict.fromkeys(words) for pair in pairwise(f" {word} ")]
    return sum(map(_log, pairs)) / len(pairs) if pairs else -math.inf


def _log(pair: tuple[str, str]) -> float:
    counted, firsts = _model()
    return math.log((counted[pair] + _SMOOTHING) / (firsts[pair[0]] + _SMOOTHING * _ALPHABET))


@lru_cache(maxsize=1)
def _model() -> tuple[Counter[tuple[str, str]], Counter[str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        names = " ".join([*locale.territories.values(), *locale.languages.values(), *locale.currencies.values()])
        counted.update(pair for word in _WORD.findall(names) for pair in pairwise(f" {word.casefold()} "))
    firsts: Counter[str] = Counter()
    for (first, _), times in counted.items():
        firsts[first] += times
    return counted, firsts
