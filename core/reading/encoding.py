"""Bytes to characters: byte order mark, then strict UTF-8, then what the file declares, then the detector."""

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
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text: none stand in prose, 10 % in random bytes."""

_LOOK_AT = 100_000


def decode(data: bytes, markup: bool = False) -> str:
    """The characters of a file; where ``markup``, the encoding that an HTML or XML head declares is heeded.

    The order is the one that decoded most of a mixed corpus right: see ``chardet`` for the last step.

    Raises:
        Unreadable: the bytes are no text in any encoding.
    """
    text = _marked(data) or _detected(data, markup)
    if _share_of_controls(text) > _MOST_CONTROLS:
        raise Unreadable("not text", "This file holds no text that can be read; it looks like program data.")
    return tidy(text)


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


def _detected(data: bytes, markup: bool) -> str:
    if b"\x00" not in data[:_LOOK_AT]:
        for encoding in ("utf-8", *(_declared(data) if markup else ())):
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    found = chardet.detect(data, prefer_superset=True)
    if found["encoding"] is None:
        raise Unreadable("not text", "This file holds no text that can be read; it looks like program data.")
    return data.decode(found["encoding"], errors="replace")


def _declared(data: bytes) -> tuple[str, ...]:
    """Codecs that turn bytes into text and that the head of the file names."""
    names = [name.decode("ascii") for name in _DECLARED.findall(data[:4096])]
    return tuple(name for name in names if _is_text_codec(name))


def _is_text_codec(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, AttributeError):
        return False


def _share_of_controls(text: str) -> float:
    sample = text[:_LOOK_AT]
    return len(_CONTROL.findall(sample)) / max(len(sample), 1)
