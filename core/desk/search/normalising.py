"""What a word is to the search: one normal form, made by us before either database sees it.

Databases part and fold words each in their own way. Both are handed what is made here: a text without apostrophes,
decomposed (NFKD), casefolded, without combining marks and hidden characters, as tokens of letters and digits alone.
Each token knows where it stands in the source, so that a hit can be shown in the source's own words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 64
"""Characters of a token that count: databases refuse endless ones."""

_APOSTROPHES = frozenset("'`´‘’‛′ʹʻʼʽˈ＇՚׳")
_RUN = re.compile(r"[^\x00-\x26\x28-\x2f\x3a-\x40\x5b-\x5f\x7b-\x7f\s]+")
"""Characters without ASCII's separators: what may hold a token, or several where others than ASCII's part them."""


class Token(NamedTuple):
    """A word in its normal form, and the stretch of the source that it stands for."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text in their order; ``text[start:end]`` is the source of each."""
    return [
        Token(word, found.start() + start, found.start() + end)
        for found in _RUN.finditer(text)
        for word, start, end in _run(found[0])
    ]


def words(text: str) -> tuple[str, ...]:
    """The normal forms alone."""
    return tuple(word for found in _RUN.finditer(text) for word, _, _ in _run(found[0]))


@lru_cache(maxsize=65_536)
def _run(run: str) -> tuple[Token, ...]:
    if run.isascii() and run.isalnum():
        return (Token(run.lower()[:LONGEST], 0, len(run)),)
    return tuple(_tokens(run))


def _tokens(run: str) -> Iterator[Token]:
    """A token ends at any character that is neither letter nor digit; what is folded to nothing parts nothing."""
    word, start, end = "", 0, 0
    for at, character in enumerate(run):
        for piece in _folded(character):
            if not piece.isalnum():
                if word:
                    yield Token(word[:LONGEST], start, end)
                word = ""
                continue
            start = start if word else at
            word, end = word + piece, at + 1
    if word:
        yield Token(word[:LONGEST], start, end)


@lru_cache(maxsize=8_192)
def _folded(character: str) -> str:
    """One character's normal form: none, one or several, with a space for what parts words."""
    if character in _APOSTROPHES:
        return ""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = (piece for piece in folded if piece not in _APOSTROPHES and not _unseen(piece))
    return "".join(piece if piece.isalnum() else " " for piece in kept)


def _unseen(character: str) -> bool:
    """Whether it is a combining mark or hidden, such as a soft hyphen."""
    category = unicodedata.category(character)
    return category.startswith("M") or category == "Cf"
