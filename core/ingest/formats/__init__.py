"""Which format a file is in: its content decides, not its name."""

from __future__ import annotations

from core.ingest.formats import (
    book,
    html,
    mail,
    mailbox,
    opendocument,
    outlook,
    packed,
    pdf,
    records,
    rich_text,
    table,
    text,
    tnef,
    web_archive,
    word,
    workbook,
    zipped,
)
from core.ingest.formats.format import Format
from core.ingest.formats.unread import packed_kind, textual_kind
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

__all__ = ["FORMATS", "Format", "format_of", "what_is_read"]

PACKED: tuple[Format, ...] = (
    pdf.FORMAT,
    word.FORMAT,
    opendocument.FORMAT,
    rich_text.FORMAT,
    book.FORMAT,
    workbook.FORMAT,
    outlook.FORMAT,
    tnef.FORMAT,
    web_archive.FORMAT,
    mailbox.FORMAT,
    mail.FORMAT,
)
"""Formats known by their bytes, the most particular first."""

ARCHIVES = (zipped.FORMAT, packed.PACKED, packed.TAR)
"""What holds other files; many documents are ZIP archives inside, so these come after them."""

TEXTUAL: tuple[Format, ...] = (html.FORMAT, records.FORMAT, table.FORMAT)
"""Formats known by their characters, the most particular first; what is none of these is plain text."""

FORMATS = (text.FORMAT, *TEXTUAL, *PACKED, *ARCHIVES)
"""What is read: the page that takes files lists these."""


def what_is_read() -> str:
    """The formats in words: "plain text (.txt, .md …), web page (.html, .htm, .xhtml) and ZIP archive (.zip)"."""
    *first, last = (f"{known.name} ({', '.join(known.extensions)})" for known in FORMATS)
    return f"{', '.join(first)} and {last}" if first else last


def format_of(source: SourceFile) -> Format:
    """The format that a file is in.

    Raises:
        Unreadable: a format that is not read, or no text in any encoding.
    """
    for known in PACKED:
        if known.recognise(source):
            return known
    _refuse(packed_kind(source))
    for known in (*ARCHIVES, *TEXTUAL):
        if known.recognise(source):
            return known
    _refuse(textual_kind(source))
    return text.FORMAT


def _refuse(kind: str | None) -> None:
    if kind:
        raise Unreadable("unsupported", f"This file is {kind}, which is not read. What is read: {what_is_read()}.")
