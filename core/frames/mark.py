"""What every row of a mark has: the columns that one filter, one panel and one tray need of any kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict

Days = tuple[dt.date | None, dt.date | None]
"""First and last day, both inclusive; null where open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One mark of a document, as a query over all documents would return it.

    Attributes:
        doc: id of its document.
        i: index in the record's own list.
        start: where the mention begins in the document's text.
        end: where it ends.
        text: the mention, or what a reader is told of it.
        sent_start: where its sentence begins.
        sent_end: where its sentence ends.
        place_keys: keys of the places that it is about, each once.
        spans: days that it is about, each once.
        speaker: who says so; null where the text does not tell.
        speaker_role: what the speaker is.
        page: number of the page it is on; null where the document has none.
    """

    doc: str
    i: int
    start: int
    end: int
    text: str
    sent_start: int
    sent_end: int
    place_keys: tuple[str, ...]
    spans: tuple[Days, ...]
    speaker: str | None
    speaker_role: str | None
    page: int | None

    @property
    def key(self) -> str:
        """What names this mark in the whole dossier, and in addresses."""
        return f"{self.doc}:{self.i}"

    @property
    def sentence(self) -> tuple[str, int, int]:
        """Its document, and where its sentence begins and ends."""
        return self.doc, self.sent_start, self.sent_end


class Common(TypedDict):
    """The columns of :class:`MarkRow`, to make a row of a kind from."""

    doc: str
    i: int
    start: int
    end: int
    text: str
    sent_start: int
    sent_end: int
    place_keys: tuple[str, ...]
    spans: tuple[Days, ...]
    speaker: str | None
    speaker_role: str | None
    page: int | None


def span_of(earliest: dt.date | None, latest: dt.date | None) -> tuple[Days, ...]:
    """The days as ``spans`` has them: none where neither is known."""
    return ((earliest, latest),) if earliest or latest else ()
