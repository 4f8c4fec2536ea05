"""How much of one text's wording is in another: rows of words that both have.

After Broder (1997), "On the resemblance and containment of documents": a text is the set of its rows of ``size`` words.
Sets are compared exactly; the few hundred documents of a dossier need no sketches.
"""

from __future__ import annotations

import re
from hashlib import blake2b

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_MOST_WORDS = 20_000
"""Words of a text that are looked at: enough to know a copy by."""


def shingles(text: str, size: int) -> frozenset[int]:
    """Every row of ``size`` words, case and signs aside, as 64-bit numbers."""
    words = [found.group().lower() for _, found in zip(range(_MOST_WORDS), _WORD.finditer(text), strict=False)]
    rows = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
    return frozenset(int.from_bytes(blake2b(row.encode(), digest_size=8).digest(), "big") for row in rows)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share (0–1) of the smaller set that is in the larger one; 0 where either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
