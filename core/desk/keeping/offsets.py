"""Whether marks lie in the text that they are of, and at the words that they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from core.models import Document, Extraction

_QUOTED = ("places", "dates", "figures", "quotes")
"""Marks whose ``text`` is what stands at their offsets."""


def outside(found: Document | Extraction) -> list[str]:
    """What of a document, or of what was found in one, does not fit its text; a sentence a kind of mark."""
    wrong = []
    for field in fields(found):
        value = getattr(found, field.name)
        marks = value if isinstance(value, tuple) else ()
        count = sum(not _fits(mark, found.text, field.name in _QUOTED) for mark in marks)
        if count:
            wrong.append(f"{count} of its {field.name} do not fit its text.")
    return wrong


def _fits(mark: Any, text: str, quoted: bool) -> bool:
    """Whether all offsets of a mark lie in the text, in order; and its words are there, where they must be."""
    if quoted and text[mark.start : mark.end] != mark.text:
        return False
    return all(0 <= start <= end <= len(text) for start, end in _stretches(mark))


def _stretches(mark: Any) -> Iterator[tuple[int, int]]:
    """The offsets of a mark and of all that is inside it; the numbers of other marks are none."""
    if isinstance(mark, int):  # where a page begins
        yield mark, mark
    elif isinstance(mark, tuple) and len(mark) == 2 and all(isinstance(end, int) for end in mark):
        yield mark[0], mark[1]
    elif isinstance(mark, tuple):
        for inner in mark:
            yield from _stretches(inner)
    elif is_dataclass(mark):
        start, end = getattr(mark, "start", None), getattr(mark, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            yield start, end
        for field in fields(mark):
            value = getattr(mark, field.name)
            first = value[0] if isinstance(value, tuple) and value else value
            if is_dataclass(first) or field.name == "sentence":
                yield from _stretches(value)
