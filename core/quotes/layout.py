"""Which tokens stand inside which quotation marks, and the sentence around a quotation.

That sentence is read from the text: the parse breaks at quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from core.quotes.pairing import Quoted, quoted_stretches
from core.text.view import TextView

OUTSIDE = -1
FULL_STOPS = frozenset(".?!…")
_LONGEST_NICKNAME = 2  # words
_FAR = 60
"""Tokens looked at on either side of a quotation."""


class Layout:
    """The stretches in quotation marks of a text, and the innermost of them around each token.

    ``inside[i]`` is an index into ``quoted``; ``OUTSIDE`` means none. ``around[q]`` is the stretch in whose marks the
    stretch ``q`` stands, ``within`` the other way round.
    """

    def __init__(self, view: TextView) -> None:
        self.view = view
        self.quoted = quoted_stretches(view.text, view.paragraphs)
        self.around, self.within = _nesting(self.quoted)
        self._outers = {level: [self.quoted[q].outer for q in inner] for level, inner in self.within.items()}
        self.inside = self._innermost_marks()

    def inner(self, level: int, start: int, end: int) -> list[Quoted]:
        """Stretches directly inside ``level`` that share characters, marks included, with ``start``–``end``."""
        outers = self._outers.get(level, [])
        first = max(0, bisect_right(outers, start) - 1)
        last = bisect_left(outers, end)
        touching = [self.quoted[q] for q in self.within.get(level, [])[first:last]]
        return [q for q in touching if q.outer_end > start]

    def _innermost_marks(self) -> list[int]:
        inside = [OUTSIDE] * len(self.view)
        for number, quoted in enumerate(self.quoted):
            first, last = self.view.token_at(quoted.start), self.view.first_token_from(quoted.end)
            inside[first:last] = [number] * (last - first)
        return inside


def _nesting(quoted: Sequence[Quoted]) -> tuple[list[int], dict[int, list[int]]]:
    """For each stretch the one around it, and for each the ones directly inside it."""
    around: list[int] = []
    within: dict[int, list[int]] = {}
    stack: list[int] = []
    for number, stretch in enumerate(quoted):
        del stack[stretch.depth :]
        around.append(stack[-1] if stack else OUTSIDE)
        within.setdefault(around[-1], []).append(number)
        stack.append(number)
    return around, within


def tail(layout: Layout, quoted: Quoted, level: int) -> tuple[int, int]:
    """The rest of the sentence behind the closing mark, up to the next quotation or the paragraph's end at most."""
    view = layout.view
    first = view.first_token_from(quoted.outer_end)
    _, end = view.paragraph_tokens(view.paragraph_at(quoted.outer))
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
    view = layout.view
    end = view.first_token_from(quoted.outer)
    first, _ = view.paragraph_tokens(view.paragraph_at(quoted.outer))
    first = max(first, end - _FAR)
    i = end - 1
    while i >= first:
        inner = layout.inside[i]
        if inner != level and inner != OUTSIDE and layout.around[inner] == level:
            earlier = layout.quoted[inner]
            if view.text[earlier.end - 1] in FULL_STOPS:
                return i + 1, end
            i = min(i, view.first_token_from(earlier.outer))
        elif ends_sentence(layout, i, end):
            return i + 1, end
        i -= 1
    return min(first, end), end


def ends_sentence(layout: Layout, i: int, end: int) -> bool:
    """Whether token ``i`` is a full stop with a new sentence, or nothing, behind it."""
    doc = layout.view.doc
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
    view = layout.view
    inner = layout.quoted[layout.inside[i]] if layout.inside[i] != OUTSIDE else None
    if inner is None or len(view.text[inner.start : inner.end].split()) > _LONGEST_NICKNAME:
        return False
    before = view.text[max(0, inner.outer - 2) : inner.outer].strip()
    behind = view.text[inner.outer_end : inner.outer_end + 2].strip()
    return bool(before) and before[-1:].isalpha() and behind[:1].isupper()
