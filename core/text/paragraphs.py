"""Paragraphs of a plain text, whether an empty line or a single line break ends them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.models import Span

_SENTENCE_ENDS_LINE = re.compile(r"[.!?…:][\"'”’“»)\]]{0,4}\Z")
_UNWRAPPED = 0.6
"""Share of line breaks behind a full stop from which on a break is taken for a paragraph's end, not for wrapping."""


def paragraphs(text: str) -> list[Span]:
    """Paragraphs in order, without the white space around them; together they hold every visible character."""
    lines = list(_lines(text))
    breaks = [_ends_sentence(text, line) for line, below in pairwise(lines) if _filled(line, below)]
    each_line = bool(breaks) and sum(breaks) >= _UNWRAPPED * len(breaks)
    found: list[Span] = []
    start: int | None = None
    for line in lines:
        if line.start == line.end:
            start = None
            continue
        if start is None:
            found.append(line)
        else:
            found[-1] = Span(start, line.end)
        start = found[-1].start
        if each_line and _ends_sentence(text, line):
            start = None
    return found


def _lines(text: str) -> Iterator[Span]:
    """Each line without the white space around it; an empty one is a span of no length."""
    position = 0
    for line in text.splitlines(keepends=True):
        left = position + len(line) - len(line.lstrip())
        right = position + len(line.rstrip())
        yield Span(min(left, right), right)
        position += len(line)


def _filled(line: Span, below: Span) -> bool:
    return line.start < line.end and below.start < below.end


def _ends_sentence(text: str, line: Span) -> bool:
    return _SENTENCE_ENDS_LINE.search(text, line.start, line.end) is not None
