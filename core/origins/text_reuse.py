"""Which documents share their wording: copies, rewrites and passages taken over."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.clustering.shingles import shingles
from core.models import Extraction

SIZE = 5
"""Words in a row: two reporters seldom choose the same five."""

COPY = 0.4
"""From this share of a text's wording on it is a copy or a rewrite."""

PASSAGES = 0.12
"""From this share on texts have passages in common, which may come from one source."""

_FEWEST = 25
"""Rows of words below which a text is too short to tell."""

_COMMON = 30
"""A row of words in more documents than this is a phrase, a menu or a notice, and tells nothing."""


@dataclass(frozen=True, slots=True)
class TextReuse:
    """Two documents and the share (0–1) of the shorter one's wording that the longer one has; ``one`` came first."""

    one: str
    other: str
    share: float

    @property
    def copy(self) -> bool:
        """Whether one is a copy or rewrite of the other, or both of a third text."""
        return self.share >= COPY

    def partner(self, doc: str) -> str | None:
        """The other document of the two; null where ``doc`` is none of them."""
        return {self.one: self.other, self.other: self.one}.get(doc)

    def sentence(self, one: str, other: str) -> str:
        """What the two share, under the names that a reader calls them by."""
        share = f"{self.share * 100:.0f} %"
        if self.copy:
            return f"{one} and {other} share {share} of the shorter text’s wording."
        return f"{one} and {other} have passages in common ({share} of the shorter text)."


@dataclass(frozen=True, slots=True)
class Wording:
    """The rows of words of a document, without what no article is (boilerplate)."""

    doc: str
    published: dt.date | None
    rows: frozenset[int]


def wording_of(record: Extraction) -> Wording:
    """The wording of a document."""
    return Wording(record.id, record.published, shingles(_own_text(record), SIZE))


def text_reuses(wordings: Iterable[Wording]) -> tuple[TextReuse, ...]:
    """The pairs of documents with wording in common, most alike first."""
    ordered = sorted(wordings, key=lambda w: (w.published is None, str(w.published), w.doc))
    rows = [wording.rows for wording in ordered]
    found = []
    for (i, j), shared in _shared(rows).items():
        smaller = min(len(rows[i]), len(rows[j]))
        if smaller >= _FEWEST and shared / smaller >= PASSAGES:
            found.append(TextReuse(ordered[i].doc, ordered[j].doc, shared / smaller))
    return tuple(sorted(found, key=lambda kin: (-kin.share, kin.one, kin.other)))


def _shared(rows: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    """Pairs of texts → how many rows of words both have."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(rows):
        for row in own:
            holders[row].append(number)
    together = Counter(tuple(texts) for texts in holders.values() if 1 < len(texts) <= _COMMON)
    shared: Counter[tuple[int, int]] = Counter()
    for texts, times in together.items():
        for pair in combinations(texts, 2):
            shared[pair] += times
    return shared


def _own_text(record: Extraction) -> str:
    """The text without boilerplate."""
    pieces, at = [], 0
    for span in sorted(record.boilerplate, key=lambda s: s.start):
        pieces.append(record.text[at : span.start])
        at = max(at, span.end)
    return " ".join([*pieces, record.text[at:]])
