"""One spelling for all ways to write the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "a"}
)
_DROPPED = re.compile(r"[.'’‘`´ʼʹʻʽʾʿ′″ʺ\u00b4\u200b-\u200f\u00ad]")
_SPACES = re.compile(r"[\s_\-\u2010-\u2015\u2212,/]+")
_SHORT_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=65_536)
def fold(form: str) -> str:
    """The key under which a form is stored and searched.

    Compatibility forms, accents and case are levelled; apostrophes and dots go; hyphens, commas and slashes become
    spaces; "St." is "saint", "Mt." "mount", "Ft." "fort" before another word; a leading "the" goes. Idempotent.
    """
    folded = form.casefold() if form.isascii() else _plain(form)
    words = _SPACES.sub(" ", _DROPPED.sub("", folded)).split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    last = len(words) - 1
    return " ".join(_SHORT_WORDS.get(word, word) if i < last else word for i, word in enumerate(words))


def _plain(form: str) -> str:
    """Letters without case, accents and compatibility forms; done twice, as casefolding may bring new marks."""
    for _ in range(2):
        letters = (c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
        form = "".join(letters).casefold().translate(_LETTERS)
    return form
