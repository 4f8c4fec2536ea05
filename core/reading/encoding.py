"""Bytes to characters: byte order mark, strict UTF-8, what the file declares, the detector, in this order."""

from __future__ import annotations

import codecs
import re

import chardet

from core.reading.outcome import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "gb2312": "gb18030",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
}
"""Encodings that hold another as a part, because the detector looks at the first bytes alone.

The detector's own list has Windows-1251 for ISO-8859-5, which it does not hold.
"""

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_FEW_CONTROLS = 2
_MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text: none stand in prose, 10 % in random bytes."""

_LOOK_AT = 100_000


def decode(data: bytes, markup: bool = False) -> str:
    """The characters of a file; where ``markup``, the encoding that an HTML or XML head declares is heeded.

    UTF-8 comes before what a page declares: bytes that are valid UTF-8 by accident hardly occur in prose.

    Raises:
        Unreadable: the bytes are no text in any encoding.
    """
    text = _marked(data)
    if text is None:
        text = _strict(data, ("utf-8", *(_declared(data) if markup else ())))
    if text is None:
        text = _detected(data)
    if text is None or not _is_prose(text):
        raise Unreadable("unsupported", "This file holds no text that can be read; it looks like program data.")
    return tidy(text)


def decode_as(data: bytes, encoding: str) -> str | None:
    """The characters in the encoding that was declared; null where it is unknown or does not fit."""
    if not _is_text_codec(encoding):
        return None
    return _strict(data, (_WIDER.get(encoding.lower(), encoding),))


def tidy(text: str) -> str:
    """The text as it is stored: line ends are single newlines, and what no store takes stands as U+FFFD."""
    return storable(text.replace("\r\n", "\n").replace("\r", "\n"))


def storable(text: str) -> str:
    """NUL and lone surrogates as U+FFFD, one for one, so that offsets stay."""
    return _UNSTORABLE.sub("\ufffd", text)


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return None


def _strict(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The first of the encodings that fits without control characters: UTF-16 is valid UTF-8 full of NUL."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_prose(text):
            return text
    return None


def _detected(data: bytes) -> str | None:
    encoding = chardet.detect(data)["encoding"]
    return None if encoding is None else data.decode(_WIDER.get(encoding.lower(), encoding), errors="replace")


def _declared(data: bytes) -> tuple[str, ...]:
    """Codecs that turn bytes into text and that the head of the file names."""
    names = [name.decode("ascii") for name in _DECLARED.findall(data[:4096])]
    return tuple(name for name in names if _is_text_codec(name))


def _is_text_codec(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, AttributeError):
        return False


def _is_prose(text: str) -> bool:
    sample = text[:_LOOK_AT]
    return len(_CONTROL.findall(sample)) <= _FEW_CONTROLS + _MOST_CONTROLS * len(sample)
