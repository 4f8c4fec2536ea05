"""Quotation marks of several languages: which characters they are and which way they look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from core.models import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚']")
_OPENS_BEFORE = frozenset("([{—–-/:…“„‟«‹‘‚\"'`*_>")
TYPED = frozenset({"``", "''"})
"""Two characters that stand for one mark; in other texts feet and inches, or nothing at all."""

CLOSES_AFTER = frozenset(".,;:!?)]}…")
_ELIDED = frozenset("em til tis twas cause round bout n cos im er".split())
_LONGEST_ELIDED = max(map(len, _ELIDED))


@dataclass(frozen=True, slots=True)
class QuotationMark:
    """One quotation mark with the characters beside it; a space stands for the paragraph's edge."""

    text: str
    start: int
    end: int
    left: str
    right: str

    @property
    def looks_opening(self) -> bool:
        """Space or a bracket before, a word behind."""
        return (self.left.isspace() or self.left in _OPENS_BEFORE) and not self.right.isspace()

    @property
    def looks_closing(self) -> bool:
        """A word or a full stop before, none behind."""
        return not self.left.isspace() and (not self.right.isalnum())


def marks_of(text: str, paragraph: Span) -> Iterator[QuotationMark]:
    """Every character of a paragraph that may be a quotation mark, apostrophes among them."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        left = text[start - 1] if start > paragraph.start else " "
        right = text[end] if end < paragraph.end else " "
        yield QuotationMark(match.group(), start, end, left, right)


def opens_single(text: str, mark: QuotationMark) -> bool:
    """Whether a single mark opens a quotation, as apostrophes ("'em", "'90s") do not."""
    return mark.text != "’" and mark.looks_opening and not _is_elision(text, mark.end)


def _is_elision(text: str, start: int) -> bool:
    """Whether a shortened word or year begins here: "em", "90s"."""
    word = "".join(takewhile(str.isalpha, text[start : start + _LONGEST_ELIDED + 1]))
    return text[start : start + 1].isdigit() or word.lower() in _ELIDED
