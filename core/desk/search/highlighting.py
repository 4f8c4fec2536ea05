"""Where in a passage stands what was looked for, in the source's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.desk.search.conditions import is_at
from core.desk.search.normalising import tokens
from core.desk.search.query import Phrase, Query

Stretch = tuple[int, int]
MOST_SHOWN = 480
"""Characters of a passage that a list of hits shows."""


def stretches(passage: str, query: Query, marks: Iterable[Stretch] = ()) -> tuple[Stretch, ...]:
    """The stretches of a passage to be highlighted: in order, apart from each other.

    Args:
        passage: its own text.
        query: what was looked for; here by its words.
        marks: stretches that satisfy the other parts of it.
    """
    found = tokens(passage)
    plain = [token.text for token in found]
    spans = [
        (found[place].start, found[place + len(part.words) - 1].end)
        for part in query.parts
        if type(part) is Phrase
        for place in range(len(found))
        if is_at(plain, place, part)
    ]
    within = [(max(start, 0), min(end, len(passage))) for start, end in marks]
    return _joined(sorted(span for span in (*spans, *within) if span[0] < span[1]))


def excerpt(passage: str, highlights: Sequence[Stretch], most: int = MOST_SHOWN) -> Stretch:
    """The stretch of a long passage that is shown: from a little before the first highlight on, between words."""
    if len(passage) <= most:
        return 0, len(passage)
    first = highlights[0][0] if highlights else 0
    start = max(0, min(first - most // 4, len(passage) - most))
    end = min(start + most, len(passage))
    if start:
        start = min(passage.find(" ", start) + 1 or start, first)
    if end < len(passage):
        cut = passage.rfind(" ", start, end)
        end = cut if cut > first else end
    return start, end


def _joined(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)
