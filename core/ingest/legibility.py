"""Whether characters make words: text layers of PDFs, and what recognition gives, may be noise."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from core.ingest.letters import likeness
from core.lexicon import meaning

_WORD = re.compile(r"[^\W\d_]+")
_GLYPH_CODE = re.compile(r"\(cid:\d+\)|/G\d{1,3}\b|/[a-z]\d{1,3}(?=/)")
_COMMON = meaning("function_words", "commonest") | frozenset(
    "de la le les et des en du un une est que el los y del las por con der die und das den von zu mit ist dem nicht "
    "і в у на з що та не до за як від про це й и с что не по из к для от на за а о его как это".split()
)
"""Words that any page of running text in the languages of our newsrooms has."""

_ENOUGH_WORDS = 60
_ENOUGH = 40
_MOST_ODD = 0.15
_LEAST_LIKE = -4.3
"""Of :func:`likeness`: languages, names and abbreviations have −2.5 to −4, exchanged letters −4 to −5."""

Legibility = Literal["sound", "doubtful", "noise"]


def legibility(text: str) -> Legibility:
    """Whether a text reads like language; a short or empty one gets the benefit of the doubt.

    Layers made of glyph numbers show private or unassigned characters; layers whose letters were exchanged show none
    of the words that all running text has, and pairs of letters that no language has. Without such words but with
    pairs as in any language it is doubtful: a table, or a language that we know no words of.
    """
    marks = [c for c in text if not c.isspace()]
    if len(marks) < _ENOUGH:
        return "sound"
    odd = sum(unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") or c == "\ufffd" for c in marks)
    codes = sum(len(match[0]) for match in _GLYPH_CODE.finditer(text))
    if odd + codes > _MOST_ODD * len(marks):
        return "noise"
    words = [word.casefold() for word in _WORD.findall(text)]
    spaced = [word for word in words if len(word) < 40]
    foreign = sum(c >= "\u0530" for c in marks) > len(marks) / 2  # scripts of which we know no common words
    if foreign or len(spaced) < _ENOUGH_WORDS or any(word in _COMMON for word in spaced):
        return "sound"
    return "doubtful" if likeness(text) >= _LEAST_LIKE else "noise"
