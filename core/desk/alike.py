"""A text that is in the dossier already, word for word or almost.

After Broder (1997), "On the resemblance and containment of documents": texts are compared by their rows of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from core.models import Document

ALMOST = 0.8
"""Share of the shorter text's rows of words from which on it is called almost the same."""

_ROW = 5
_FEWEST = 15
_MOST_WORDS = 5_000
_WORD = re.compile(r"\w+")


def most_alike(document: Document, others: Iterable[Document]) -> tuple[Document, float] | None:
    """The other document that shares most of the shorter one's wording (0.8 to 1), and the share; null where none does.

    A document of the same bytes is the same, and none of the others.
    """
    own = _rows(document.text)
    found = [(other, _share(own, _rows(other.text))) for other in others if other.id != document.id]
    best = max(found, key=lambda pair: pair[1], default=None)
    return best if best and best[1] >= ALMOST else None


@lru_cache(maxsize=1024)
def _rows(text: str) -> frozenset[int]:
    words = [word[0].casefold() for word in islice(_WORD.finditer(text), _MOST_WORDS)]
    return frozenset(hash(tuple(words[i : i + _ROW])) for i in range(len(words) - _ROW + 1))


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= _FEWEST else 0.0
