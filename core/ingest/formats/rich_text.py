"""Rich Text (RTF)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from core.ingest.content import Content
from core.ingest.encoding import tidy
from core.ingest.formats.format import Format
from core.ingest.formats.rich_text_fonts import in_own_encoding
from core.ingest.formats.rich_text_groups import told_apart
from core.ingest.formats.xml_parts import HIDDEN, STRUCK
from core.ingest.source import SourceFile

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_AUTHOR = re.compile(r"\{\\author ([^{}\\]{1,300})\}")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_RAW = re.compile(rb"\\bin(\d{1,9}) ?")
_PICTURE = re.compile(rb"(?=[0-9a-fA-F]{32})[0-9a-fA-F\s]{128,}+")
"""No word has 128 letters from A to F and digits alone."""

_NO_CHARACTER = re.compile(rb"\\u-?\d{6,30}\??")
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII = 128
_HEAD = 20_000
_EDGES = "What stands at the top or foot of its pages was left out of the text."
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def read_rich_text(source: SourceFile) -> Iterator[Content]:
    """The text, a paragraph a block, with title, author and day of making where the head has them."""
    head = source.data[:_HEAD].decode("ascii", "replace")
    groups = told_apart(source.data)
    yield Content(
        text=_plain(groups.markup),
        title=_words(_TITLE.search(head)),
        author=_words(_AUTHOR.search(head)),
        published=_day(_CREATED.search(head)),
        dated_by="from the day on which the file was made",
        lacks=(STRUCK,) if groups.has_struck else (),
        remarks=(*((HIDDEN,) if groups.hides else ()), *((_EDGES,) if groups.has_edges else ())),
    )


def text_of(data: bytes) -> str:
    """The text of Rich Text, an empty line between paragraphs."""
    return _plain(told_apart(data).markup)


def _plain(data: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    code_page = _CODE_PAGE.search(data[:_HEAD])
    encoding = _known(f"cp{int(code_page[1])}" if code_page and code_page[1] != b"65001" else "cp1252")
    markup = _in_seven_bits(in_own_encoding(_without_pictures(data.lstrip()), encoding))
    plain = rtf_to_text(markup, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    text = tidy(_whole(plain)).strip()
    return _BLANK_LINES.sub("\n\n", text.replace("\n", "\n\n"))


def _whole(text: str) -> str:
    """Rich Text writes characters beyond the first 65,536 in two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_pictures(data: bytes) -> bytes:
    """The markup without raw bytes and without digits of pictures: they are most of many files, and slow to skip."""
    pieces, at = [], 0
    while found := _RAW.search(data, at):
        pieces.append(data[at : found.start()])
        size = int(found[1])
        at = found.end() + (size if found.end() + size <= len(data) else 0)  # a false length swallows no words
    return _PICTURE.sub(b"", b"".join((*pieces, data[at:])))


def _in_seven_bits(markup: bytes) -> str:
    """The markup with each character beyond ASCII as the escape that it should be, and escapes of none left out."""
    markup = _NO_CHARACTER.sub(b"", markup)
    if markup.isascii():
        return markup.decode("ascii")
    try:
        characters = markup.decode("utf-8").encode("utf-16-le")
    except UnicodeDecodeError:
        return _HIGH.sub(lambda byte: b"\\'%02x" % byte[0][0], markup).decode("ascii")
    units = memoryview(characters).cast("H")
    return "".join(chr(unit) if unit < _ASCII else f"\\u{unit}?" for unit in units)


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding


def _words(found: re.Match[str] | None) -> str | None:
    return " ".join(found[1].split()) or None if found else None


def _day(found: re.Match[str] | None) -> dt.date | None:
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


FORMAT = Format("Rich Text", (".rtf",), lambda source: source.head.lstrip().startswith(b"{\\rtf"), read_rich_text)
