"""Which format a file is in: its content decides, not its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from core.reading.content import Content
from core.reading.encoding import decode
from core.reading.html import read_html
from core.reading.outcome import Unreadable
from core.reading.text import read_text


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read: its name for people, usual extensions, how to know it, how to read it."""

    name: str
    extensions: tuple[str, ...]
    recognise: Callable[[str], bool]
    read: Callable[[str], Content]


_HTML = re.compile(
    r"\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,999}-->\s{0,99}){0,9}"
    r"<(?:!doctype\s{1,9}html|(?:html|head|body|article|main|section|div|p|h[1-6]|title|meta|table|span)[\s>/])",
    re.IGNORECASE,
)
FORMATS = (
    Format("web page", (".html", ".htm", ".xhtml"), lambda text: _HTML.match(text) is not None, read_html),
    Format("plain text", (".txt", ".md", ".text", ".markdown"), lambda text: True, read_text),
)
"""What is read, the most particular first: the page that takes files lists these, and reading tries them in order."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document or an Outlook message"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
_MAIL = re.compile(
    r"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]{0,900}\n(?:[ \t][^\n]{0,900}\n){0,20}){0,40}?"
    r"(?:MIME-Version: ?\d|Received: (?:from|by)\b|(?:Message-ID|Return-Path): ?<|Delivered-To: ?\S{1,99}@)",
    re.IGNORECASE,
)
_MBOX = re.compile(r"From [^\s@]{1,100}@\S{1,200} [A-Z][a-z]{2} [A-Z][a-z]{2} ")
_TABLES = (".csv", ".tsv")


def what_is_read() -> str:
    """The formats in words: "web page (.html, .htm, .xhtml) and plain text (.txt, .md …)"."""
    return " and ".join(f"{known.name} ({', '.join(known.extensions)})" for known in FORMATS)


def read_content(data: bytes, extension: str) -> Content:
    """The text of a file in whichever format it is; ``extension`` counts only where the content leaves it open.

    Raises:
        Unreadable: no text in it, or a format that is not read yet.
    """
    _refuse_signature(data)
    text = decode(data, markup=b"<" in data[:200])
    _refuse_textual(text, extension)
    return next(known for known in FORMATS if known.recognise(text)).read(text)


def _refuse_signature(data: bytes) -> None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        ends = data[:4096] + data[-65_536:]  # a zip lists its members at the end
        raise _not_yet(next((kind for sign, kind in _ZIPPED if sign in ends), "a zip archive"))
    head = data[:1024].lstrip()
    for sign, kind in _SIGNATURES:
        if head.startswith(sign):
            raise _not_yet(kind)


def _refuse_textual(text: str, extension: str) -> None:
    """Formats that are text but not meant for reading as it stands."""
    head = text[:2000].lstrip()
    if _MAIL.match(head) or _MBOX.match(head):
        raise _not_yet("an e-mail")
    if head.startswith("<?xml") and not _HTML.match(head):
        raise _not_yet("an XML file")
    if extension in _TABLES:
        raise _not_yet("a table")
    if head.startswith(("{", "[")) and _is_json(text):
        raise _not_yet("a JSON file")


def _is_json(text: str) -> bool:
    """Whether the whole, or its first line, is a JSON object or list."""
    for part in (text, text.lstrip().split("\n", 1)[0]):
        try:
            return isinstance(msgspec.json.decode(part), dict | list)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
    return False


def _not_yet(kind: str) -> Unreadable:
    return Unreadable("unsupported", f"This file is {kind}, which is not read yet. What is read: {what_is_read()}.")
