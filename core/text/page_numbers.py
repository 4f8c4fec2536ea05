"""Pages of a document: which one a position of its text is on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def page_of(pages: Sequence[int], position: int) -> int | None:
    """The number of the page, from 1; null where the document has no pages, or one alone.

    Args:
        pages: the offsets at which pages begin, in order.
        position: an offset into the text.
    """
    return max(bisect_right(pages, position), 1) if len(pages) > 1 else None
