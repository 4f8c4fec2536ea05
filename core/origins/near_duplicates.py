"""A text that is in the dossier already, word for word or almost.

Texts are compared by their rows of words, as for the origins of figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

from core.clustering.shingles import containment, shingles
from core.origins.text_reuse import SIZE, TextReuse

ALMOST = 0.8
"""Share of the shorter text's rows of words from which on it is called almost the same."""

_FEWEST = 15
"""Rows of words below which a text is too short to tell."""


class Text(Protocol):
    """A document, or the record of one."""

    @property
    def id(self) -> str:
        """What tells it from others."""

    @property
    def text(self) -> str:
        """All of it."""


Some = TypeVar("Some", bound=Text)


def likeness(share: float) -> str:
    """How much of one text is in another, in words: "the same text as"."""
    return "the same text as" if share == 1 else f"almost the same text as ({share:.0%} of its wording)"


def most_alike(document: Text, others: Iterable[Some]) -> tuple[Some, float] | None:
    """The other document that shares most of the shorter one's wording (0.8 to 1), and the share; null where none does.

    A document of the same bytes is the same, and none of the others.
    """
    own = _rows(document.text)
    found = [(other, _share(own, _rows(other.text))) for other in others if other.id != document.id]
    best = max(found, key=lambda pair: pair[1], default=None)
    return best if best and best[1] >= ALMOST else None


def most_alike_known(doc: str, reuses: Iterable[TextReuse]) -> tuple[str, float] | None:
    """The same of the id of a document whose shared wording is known: the id of the other one."""
    found = [(partner, reuse.share) for reuse in reuses if (partner := reuse.partner(doc))]
    best = max(found, key=lambda pair: pair[1], default=None)
    return best if best and best[1] >= ALMOST else None


@lru_cache(maxsize=1024)
def _rows(text: str) -> frozenset[int]:
    return shingles(text, SIZE)


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return containment(one, other) if min(len(one), len(other)) >= _FEWEST else 0.0
