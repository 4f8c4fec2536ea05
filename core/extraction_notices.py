"""What a reader must know about a record, beside what reading the file told; finders that failed are named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from core.models import DateMention, Document, Notice, Quote
from core.shelter import attempted

READ_LANGUAGES = ("en", None)
PLACES_ONLY = ("uk", "ru")
"""Languages without a model at hand, in which the gazetteer alone finds places."""

_Mention = TypeVar("_Mention")
_LISTS = {
    "places": "The places",
    "quotes": "The quotations",
    "dates": "The dates",
    "figures": "The figures",
    "events": "The events",
}
_APART_FROM_CALENDAR = ("places", "quotes")


class Finders:
    """Runs the finders of one document: one that fails costs its own list, and which ones failed is kept."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def run(self, finds: str, work: Callable[[], Sequence[_Mention]]) -> Sequence[_Mention]:
        """What a finder gives; nothing where it fails. ``finds`` is the name of its list in the record."""
        found = attempted(f"finding {finds}", lambda: list(work()), None)
        if found is None:
            self.failed.append(finds)
        return found or ()


def notices_of(
    document: Document,
    language: str | None,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    failed: Collection[str],
) -> tuple[Notice, ...]:
    """The document's own warnings, then those that extraction gives reason for."""
    found = list(document.warnings)
    codes = {notice.code for notice in found}
    if document.published is None and "published" not in codes:
        waiting = sum(d.earliest is None and d.latest is None and d.anchor is None for d in dates)
        message = "No publication date: words such as “last week” cannot be placed in the calendar."
        found.append(Notice("published", f"{message} {waiting} wait for it." if waiting else message))
    if language not in READ_LANGUAGES and "language" not in codes:
        found.append(Notice("language", _unread(language)))
    found += [_lost(finds) for finds in _LISTS if finds in failed]
    for quote in quotes:
        if not quote.closed:
            found.append(Notice("quotation", "A quotation is opened and never closed.", quote.start, quote.end))
    return tuple(found)


def kept_failures(warnings: Sequence[Notice]) -> list[str]:
    """The lists that a record lacks and that another publication date does not bring."""
    return [finds for finds in _APART_FROM_CALENDAR if _lost(finds) in warnings]


def _lost(finds: str) -> Notice:
    return Notice(
        "unread", f"{_LISTS[finds]} of this text could not be read, by a fault of Dateline; look them up in it."
    )


def _unread(language: str | None) -> str:
    if language in PLACES_ONLY:
        return "This text is not in English: only its places are read, by the names that the gazetteer knows."
    return "This text is not in English; only English is read so far."
