"""The sentence around a quotation, read from the text where the parse breaks at quotation marks."""

from __future__ import annotations

from core.quotes.layout import OUTSIDE, Layout
from core.quotes.pairing import Quoted

FULL_STOPS = frozenset(".?!…")
_FAR = 60
"""Tokens looked at on either side of a quotation."""


def tail(layout: Layout, quoted: Quoted, level: int) -> tuple[int, int]:
    """The rest of the sentence behind the closing mark, up to the next quotation or the paragraph's end at most."""
    first = layout.first_token_from(quoted.outer_end)
    _, end = layout.paragraph_tokens(layout.paragraph_at(quoted.outer))
    end = min(end, first + _FAR)
    i = first
    while i < end:
        if layout.inside[i] != level and not _nickname(layout, i):
            return first, i
        if ends_sentence(layout, i, end):
            return first, i
        i += 1
    return first, max(first, end)


def head(layout: Layout, quoted: Quoted, level: int) -> tuple[int, int]:
    """The sentence up to the opening mark; earlier quotations in it are stepped over."""
    end = layout.first_token_from(quoted.outer)
    first, _ = layout.paragraph_tokens(layout.paragraph_at(quoted.outer))
    first = max(first, end - _FAR)
    i = end - 1
    while i >= first:
        inner = layout.inside[i]
        if inner != level and inner != OUTSIDE and layout.around[inner] == level:
            earlier = layout.quoted[inner]
            if layout.text[earlier.end - 1] in FULL_STOPS:
                return i + 1, end
            i = min(i, layout.first_token_from(earlier.outer))
        elif ends_sentence(layout, i, end):
            return i + 1, end
        i -= 1
    return min(first, end), end


def ends_sentence(layout: Layout, i: int, end: int) -> bool:
    """Whether token ``i`` is a full stop with a new sentence, or nothing, behind it."""
    doc = layout.doc
    if doc[i].text[-1:] not in FULL_STOPS or not doc[i].is_punct:
        return False
    return (
        i + 1 >= end
        or doc[i + 1].is_space
        or doc[i + 1].is_sent_start is True
        or layout.inside[i + 1] != layout.inside[i]
    )


def _nickname(layout: Layout, i: int) -> bool:
    """One or two words in marks between names: Marcia "Cia" Price."""
    inner = layout.quoted[layout.inside[i]] if layout.inside[i] != OUTSIDE else None
    if inner is None or len(layout.text[inner.start : inner.end].split()) > 2:
        return False
    before = layout.text[max(0, inner.outer - 2) : inner.outer].strip()
    behind = layout.text[inner.outer_end : inner.outer_end + 2].strip()
    return bool(before) and before[-1:].isalpha() and behind[:1].isupper()
