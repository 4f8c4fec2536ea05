"""What a reader must know about a text before trusting what was found in it."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from core.ingest.doubts import doubts
from core.ingest.limits import LONG_CHARACTERS
from core.models import Document, Notice

_READ = "en"
_PLACES_ONLY = frozenset({"uk", "ru"})
_OF_THE_WHOLE = ("part", "published", "language", "long")


def notices(document: Document) -> tuple[Notice, ...]:
    """Warnings about a document, those about the whole first; they follow from its other fields alone."""
    return (*_whole(document), *doubts(document.text))


def renewed(document: Document) -> tuple[Notice, ...]:
    """The same after its details changed: what its text gave reason for stays, and is not looked for again."""
    return (*_whole(document), *(notice for notice in document.warnings if notice.code not in _OF_THE_WHOLE))


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
