"""Paragraphs that read like print which a machine recognised badly: "tlie vvar l1as cnded,".

After Taghva and others, "Automatic removal of garbage strings in OCR text" (2001): words that no writer makes, by
digits inside, signs inside, rows of consonants or capitals in odd places, counted by the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.models import Notice

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_TOKEN = re.compile(r"\S+")
_LONGEST = 40
_TOKENS = 400
"""Words of a paragraph that are looked at."""

_FEWEST = 4
_SHARE = 0.12
_MARKS = "\"'“”‘’„«»()[]{}<>.,;:!?…–—-*/"
_ODD = re.compile(
    r"[A-Za-z]+[0-9|][a-z]+"  # l1as
    r"|[a-z]+[|~^\\={}<>\[\]*_#%$!;:?,\"][a-z]+"  # th;s, ca~e
    r"|[a-z]{2,}[A-Z]+[a-z]+"  # thIs
    r"|[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]{5,}"  # rows of consonants
    r"|[|~^\\=¦¬§¢«»£¥•■]{1,9}|[|~^\\¦¬]\S{1,20}"  # specks
    r"|.*([^\W\d_])\1\1.*",  # eee
    re.DOTALL,
)
_NAMES = re.compile(r"https?:|www\.|[@#/]|\.\w{2,4}$|^[A-Z]{2,}[a-z]?$|^Mc|^Mac|^[a-z][A-Z]")
"""Addresses, handles, file names, abbreviations and names with a capital inside."""


def noisy(text: str) -> Iterator[Notice]:
    """A notice a paragraph of which one word in eight, and at least four, are such words."""
    for paragraph in _PARAGRAPH.finditer(text):
        words = [word[0] for _, word in zip(range(_TOKENS), _TOKEN.finditer(paragraph[0]), strict=False)]
        odd = [word for word in words if _is_odd(word)]
        if len(odd) >= max(_FEWEST, _SHARE * len(words)):
            shown = ", ".join(f"“{word}”" for word in odd[:3])
            message = f"This passage reads like print that a machine recognised badly ({shown}); check it in the file."
            yield Notice("print-noise", message, *paragraph.span())


def _is_odd(word: str) -> bool:
    if len(word) > _LONGEST or _NAMES.search(word):
        return False
    return _ODD.fullmatch(word.strip(_MARKS) or word[:1]) is not None
