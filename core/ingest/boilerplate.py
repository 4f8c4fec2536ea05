"""Passages of an article that are not the article: pleas, pointers, cookie notices, credits.

They are found by how they begin, a line or a sentence at a time, and only marked: pages show them grey and extraction
passes them over. A rule that might take a sentence of reporting is no rule: what is in doubt is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.ingest.phrases import FIRST_SENTENCES, SENTENCES, WHOLE_LINES
from core.ingest.phrases_abroad import ABROAD_FIRST, ABROAD_LINES, ABROAD_SENTENCES
from core.ingest.phrases_controls import CONTROL_LINES, CONTROL_SENTENCES
from core.models import Span

_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|St|No|Lt))[.!?][”’\"')]{0,2}\s+(?=[A-ZÄÖÜÀÉÊА-ЯІЇЄҐ“‘„«\"])"
)
_LONGEST = 600
"""Characters of a line or sentence that a rule looks at."""


def _any(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms after a bullet or the like, but never inside a quotation."""
    return re.compile(rf"[^\w“\"‘'„«]{{0,6}}(?:{'|'.join(forms)})", re.IGNORECASE)


_WHOLE_LINE = re.compile(
    _any((*WHOLE_LINES, *CONTROL_LINES, *ABROAD_LINES)).pattern + r"[\s.!:…»›>→▸|]{0,6}", re.IGNORECASE
)
_ANYWHERE = (*SENTENCES, *CONTROL_SENTENCES, *ABROAD_SENTENCES)
_FIRST_SENTENCE = _any((*FIRST_SENTENCES, *ABROAD_FIRST, *_ANYWHERE))
_SENTENCE = _any(_ANYWHERE)


def boilerplate(text: str) -> tuple[Span, ...]:
    """The passages that are not reporting, in order, never overlapping."""
    return tuple(span for start, end in _lines(text) for span in _in_line(text, start, end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines without the white space around them."""
    for match in re.finditer(r"[^\n]{4,}", text):  # no rule is shorter; a table of millions of numbers is soon passed
        line = match[0]
        if words := line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(words)


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    if end - start <= _LONGEST and _WHOLE_LINE.fullmatch(text, start, end):
        yield Span(start, end)
        return
    for first, last in _sentences(text, start, end):
        pattern = _FIRST_SENTENCE if first == start else _SENTENCE
        if pattern.match(text, first, min(last, first + _LONGEST)):
            yield Span(first, last)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of a line, roughly: a full stop, then a capital, but not after an initial or a title."""
    for match in _SENTENCE_END.finditer(text, start, end):
        yield start, match.start() + len(match[0].rstrip())
        start = match.end()
    yield start, end
