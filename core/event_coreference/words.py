"""The words of a telling that can be compared: those that say something, and the names among them."""

from __future__ import annotations

import re
from collections.abc import Container

from spacy.lang.en.stop_words import STOP_WORDS

from core.compare.nouns import noun
from core.lexicon import meaning
from core.lexicon.event_types import KINDS

_WORD = re.compile(r"[^\W\d_]{3,40}")
_EMPTY = (
    STOP_WORDS
    | meaning("time", "month", "weekday", "unit", "units", "part of day")
    | meaning("numbers", "ones")
    | meaning("stopwords", "report", "past form")
)
_BODIES = meaning("people", "everywhere")
"""Who does such things everywhere: that both tell of a court does not make it one ruling."""


_ANYBODY = frozenset("child man person woman".split())


def words_of(text: str) -> frozenset[str]:
    """Words that say something, in small letters and the singular, synonyms as one."""
    return frozenset(noun(word, word).thing for word in plain_words(text))


def plain_words(text: str) -> frozenset[str]:
    """Words that say something, in small letters and the singular."""
    return frozenset(_singular(word) for word in _WORD.findall(text.casefold()) if word not in _EMPTY)


def objects_of(words: frozenset[str], places: Container[str]) -> frozenset[str]:
    """Of some words those that say what it was done to, without places and kinds of doing."""
    return frozenset(
        word
        for word in words
        if not (word in places or word in _BODIES or word in _ANYBODY or any(f in KINDS for f in _forms(word)))
    )


def names_in(text: str, places: Container[str]) -> frozenset[str]:
    """Names that are no places'; the first word of a phrase may be large for no reason, unless a large one follows."""
    words = _WORD.findall(text)
    large = [word[:1].isupper() for word in words]
    chosen = (
        word.casefold()
        for i, word in enumerate(words)
        if large[i] and (i or (len(words) > 1 and large[1])) and not word.isupper()
    )
    return frozenset(w for w in chosen if w not in places and w not in _EMPTY and w not in _BODIES)


def _singular(word: str) -> str:
    if len(word) <= 4 or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _forms(word: str) -> tuple[str, ...]:
    """A word, and the verb it may be a form of: "struck" is none, "killed" and "killing" are."""
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return word, stem, stem + "e", stem[:-1]
    return (word,)
