"""Words of a text as they are compared: lower case, inflection taken off, small words left out."""

from __future__ import annotations

import re

from spacy.lang.en.stop_words import STOP_WORDS

from core.lexicon import meaning

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 400
"""Characters on either side of a figure that are looked at, where a sentence has no end."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; numbers and signs are none."""
    return [found.group().lower() for found in _WORD.finditer(text)]


def stem(word: str) -> str:
    """A word without its commonest English endings: enough to tell that two sentences use the same word."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return (word[: -len(ending)] + instead).removesuffix("e")
    return word.removesuffix("e")


_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("sses", "ss"), ("es", ""), ("s", ""))


_REPORTING = frozenset(map(stem, meaning("time", "month", "weekday") | meaning("stopwords", "beside a figure")))
"""Stems of words of any report: that two sentences share them says nothing."""


def content(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    stems = frozenset(stem(word) for word in words_of(text) if len(word) > 2 and word not in STOP_WORDS)
    return stems - _REPORTING


def before_and_after(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> tuple[str, str]:
    """What stands in the sentence before and after a span; at most some hundred characters of each."""
    start, end = span
    first, last = max(sentence[0], start - _MOST, 0), min(sentence[1], end + _MOST)
    return text[first:start], text[end:last]
