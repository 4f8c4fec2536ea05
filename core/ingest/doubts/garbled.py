"""Characters that were decoded wrongly before they came to us ("â€™" for ’), with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import ftfy

from core.ingest.cyrillic import cyrillic
from core.models import Notice

_STRANGE = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f\n]| (?=[^\x00-\x7f])){0,300}")
"""Characters outside of ASCII in a row, with the spaces between such words."""

_ACCENTS = re.compile(r"(?:[\u00a8\u00b8\u00aa\u00af\u00ba\u00bf\u00c0-\u00ff]{2,}[ ,.–-]{0,3}){1,40}")
"""Cyrillic letters taken for accented ones: "Ìîñò" for Мост."""

_FEWEST_ACCENTS = 5
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Repair:
    """A garbled stretch and what it probably stands for."""

    start: int
    end: int
    mended: str


def repairs(text: str) -> Iterator[Repair]:
    """Every stretch that can be mended, in order, never overlapping."""
    for found in _STRANGE.finditer(text):
        words = found[0]
        mended = _as_cyrillic(words) or ftfy.fix_encoding(words)
        if mended != words and "\ufffd" not in mended:
            yield _trimmed(found.start(), words, mended)


def garbled(text: str) -> Iterator[Notice]:
    """A notice a stretch, with the repair."""
    for repair in repairs(text):
        words = text[repair.start : repair.end]
        message = f"Garbled characters: “{_short(words)}” probably stands for “{_short(repair.mended)}”."
        yield Notice("mojibake", message, repair.start, repair.end)


def _as_cyrillic(words: str) -> str | None:
    """Where accented letters alone make up words: what the same bytes are in a Cyrillic encoding."""
    if len(words) < _FEWEST_ACCENTS or not _ACCENTS.fullmatch(words):
        return None
    data = words.encode("cp1252")
    encoding = cyrillic(data)
    return data.decode(encoding, "replace") if encoding else None


def _trimmed(start: int, words: str, mended: str) -> Repair:
    """The repair without what is the same at either side."""
    same = next(
        (i for i, (a, b) in enumerate(zip(words, mended, strict=False)) if a != b), min(len(words), len(mended))
    )
    ours, theirs = words[same:], mended[same:]
    alike = next(
        (i for i, (a, b) in enumerate(zip(reversed(ours), reversed(theirs), strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    return Repair(start + same, start + len(words) - alike, theirs[: len(theirs) - alike])


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"
