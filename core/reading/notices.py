"""What a reader must know about a text before trusting what was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from babel import Locale, UnknownLocaleError

from core.models import Document, Notice
from core.reading.limits import LONG_CHARACTERS

_READ = "en"
_PLACES_ONLY = frozenset({"uk", "ru"})
_MOST_PASSAGES = 20
"""Warnings of one kind that are worth a reader's time; a text garbled throughout says so once more often than not."""

_GARBLED = re.compile(
    r"(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}){1,40}"
)
"""What UTF-8 looks like when it was taken for Windows-1252: "â€™" for ’, "Ã©" for é."""


def notices(document: Document) -> tuple[Notice, ...]:
    """Warnings about a document, those about the whole first; they follow from its other fields alone."""
    return (*_whole(document), *_passages(document.text))


def _whole(document: Document) -> Iterator[Notice]:
    for sentence in document.lacks:
        yield Notice("part", sentence)
    if document.published is None:
        message = "No publication date is known, so that “yesterday” or “last week” cannot be turned into dates."
        yield Notice("published", message)
    if document.language not in (_READ, None):
        read = "places alone are read" if document.language in _PLACES_ONLY else "only English is read"
        message = f"This text is in {_language(document.language)}; {read} so far, so lists may be empty."
        yield Notice("language", message)
    if len(document.text) > LONG_CHARACTERS:
        yield Notice("long", f"This text is long ({len(document.text):,} characters); reading it takes a while.")


def _language(code: str | None) -> str:
    """The English name of a language, the code itself where it has none."""
    try:
        return Locale.parse("en").languages.get(code or "") or str(code)
    except UnknownLocaleError:
        return str(code)


def _passages(text: str) -> Iterator[Notice]:
    replaced = text.count("\ufffd")
    if replaced:
        where = text.index("\ufffd")
        message = f"{replaced:,} character{'s' * (replaced > 1)} could not be read and stand as “\ufffd”."
        yield Notice("unreadable-characters", message, where, where + 1)
    garbled = (found for found in _GARBLED.finditer(text) if _mended(found[0]))
    for found in islice(garbled, _MOST_PASSAGES):
        message = f"Garbled characters: “{found[0]}” probably stands for “{_mended(found[0])}”."
        yield Notice("mojibake", message, found.start(), found.end())


def _mended(garbled: str) -> str | None:
    """What the characters were before they were decoded wrongly, or null where they were not."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return garbled.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return None
