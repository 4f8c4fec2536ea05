"""Letters of one alphabet inside a word of another that look the same: a search misses such a word.

The lookalikes are the single letters of the Unicode Consortium's confusables (UTS #39) for Latin, Cyrillic and Greek.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from core.models import Notice

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝ", "ABESIJKMHOPCTYXaesijopcyxdhqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυ", "ABEZHIKMNOPTYXovpu", strict=True))
_TO = {"Latin": {**_CYRILLIC, **_GREEK}, "Cyrillic": {latin: cyrillic for cyrillic, latin in _CYRILLIC.items()}}
"""Alphabet → letters of the others that look like its own → its own."""

_MEETING = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]|[\u0370-\u03ff][\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 40
"""Letters to either side of the meeting that are looked at."""


def mixed(text: str) -> Iterator[Notice]:
    """A notice a word; words that are joined on purpose of two alphabets, whose letters do not look alike, are none."""
    last = 0
    for meeting in _MEETING.finditer(text):
        if meeting.start() < last:
            continue
        near = max(meeting.start() - _REACH, last)
        words = _WORD.finditer(text, near, meeting.end() + _REACH)
        word = next((w for w in words if w.end() > meeting.start()), None)
        if word is None:  # two signs that stand among the letters of an alphabet
            continue
        last = word.end()
        if plain := _plain(word[0]):
            name, whole = plain
            message = f"“{word[0]}” has {name} letters in it that look like its own; it would read “{whole}”."
            yield Notice("mixed-alphabets", message, *word.span())


def _plain(word: str) -> tuple[str, str] | None:
    """The intruders' alphabet and the word in one alphabet; null where no alphabet has lookalikes of all the others.

    Null too where there is no intruder: U+037E, the Greek question mark, stands among the letters and is none.

    Where two alphabets would do, the one that has more letters in the word is its own.
    """
    for host, _ in Counter(map(_script, word)).most_common():
        strange = [c for c in word if _script(c) != host]
        table = _TO.get(host, {})
        if strange and all(c in table for c in strange):
            return _script(strange[0]), "".join(c if _script(c) == host else table[c] for c in word)
    return None


def _script(character: str) -> str:
    return "Latin" if character < "\u0370" else "Greek" if character < "\u0400" else "Cyrillic"
