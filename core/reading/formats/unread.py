"""Formats that are known but not read: a reader learns what the file is instead of seeing its bytes as text."""

from __future__ import annotations

from core.reading.formats.html import is_html
from core.reading.formats.zipped import entry_text
from core.reading.source import Source

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)
_ZIPPED: tuple[tuple[str, str], ...] = (
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("xl/workbook.bin", "a binary Excel workbook"),
    ("Index/Document.iwa", "an Apple Pages, Numbers or Keynote file"),
)


def packed_kind(source: Source) -> str | None:
    """What a file of bytes is, by its first ones; null where they say nothing."""
    packed = next((kind for name, kind in _ZIPPED if name in source.entries), None)
    if packed:
        return packed
    if entry_text(source, "mimetype").startswith("application/vnd.oasis.opendocument"):
        return "an OpenDocument table, drawing or presentation"
    head = source.head[:1024].lstrip()
    return next((kind for sign, kind in _SIGNATURES if head.startswith(sign)), None)


def textual_kind(source: Source) -> str | None:
    """What a text is that is not meant for reading as it stands; null for prose and pages."""
    head = source.text[:2000].lstrip()
    return "an XML file" if head.startswith("<?xml") and not is_html(head) else None
