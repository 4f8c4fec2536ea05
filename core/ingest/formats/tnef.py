"""What Outlook wraps into ``winmail.dat`` (TNEF): the text of a mail as Rich Text or a page, and its attachments.

After MS-OXTNEF: a row of attributes, each with its length; properties of the mail lie in one of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.ingest.budget import Budget
from core.ingest.content import Content, Member, Part
from core.ingest.encoding import decode, tidy
from core.ingest.formats import rich_text
from core.ingest.formats.compressed_rtf import unpacked
from core.ingest.formats.format import Format
from core.ingest.markup import all_text
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_MARK = b"\x78\x9f\x3e\x22"
_HEAD = struct.Struct("<BII")
_SUBJECT, _BODY, _PROPERTIES = 0x00018004, 0x0002800C, 0x00069003
_RENDERING, _TITLE, _DATA, _OF_ATTACHMENT = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_WORDS, _WIDE, _BYTES, _OBJECT = 0x1E, 0x1F, 0x102, 0x0D
_MANY = 0x1000
_PLAIN, _RICH, _PAGE, _LONG_NAME = 0x1000, 0x1009, 0x1013, 0x3707
_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
"""Bytes of the kinds of values that have one size, with what fills them up to four."""

_MOST_VALUES = 10_000


@dataclass(slots=True)
class _File:
    name: str = ""
    data: bytes = b""


@dataclass(slots=True)
class _Letter:
    subject: str = ""
    text: str = ""
    files: list[_File] = field(default_factory=list)


def read_tnef(source: SourceFile) -> Iterator[Part]:
    """The text of the mail, then what is attached."""
    letter = _Letter()
    whole = _fill(letter, source.data, source.budget)
    text = f"{letter.subject}\n\n{letter.text}" if letter.subject and letter.text else letter.text or letter.subject
    yield Content(
        text=text,
        title=letter.subject or None,
        lacks=() if whole else ("It breaks off; what follows is missing.",),
    )
    for number, file in enumerate(letter.files, start=1):
        if file.data:
            yield Member(file.name or f"attachment {number}", file.data)


def _fill(letter: _Letter, data: bytes, budget: Budget) -> bool:
    """Take the attributes one by one; whether they reach to the end."""
    at = 6
    while at + _HEAD.size <= len(data):
        budget.refuse_late()
        _, kind, size = _HEAD.unpack_from(data, at)
        value = data[at + _HEAD.size :][:size]
        if len(value) < size:
            return False
        _take(letter, kind, value, budget)
        at += _HEAD.size + size + 2
    return True


def _take(letter: _Letter, kind: int, value: bytes, budget: Budget) -> None:
    if kind == _SUBJECT:
        letter.subject = letter.subject or _words(value)
    elif kind == _BODY:
        letter.text = letter.text or _words(value)
    elif kind == _PROPERTIES:
        found = _values(value)
        letter.text = letter.text or _text(found, budget)
    elif kind == _RENDERING and len(letter.files) < budget.limits.members:
        letter.files.append(_File())
    elif kind in (_TITLE, _DATA, _OF_ATTACHMENT) and letter.files:
        file = letter.files[-1]
        if kind == _TITLE:
            file.name = file.name or _words(value)
        elif kind == _DATA:
            file.data = value
        else:
            file.name = _words(_values(value).get(_LONG_NAME, b"")) or file.name


def _text(found: dict[int, bytes], budget: Budget) -> str:
    if plain := _words(found.get(_PLAIN, b"")):
        return plain
    if page := found.get(_PAGE, b"").strip():
        return all_text(decode(page, markup=True))
    markup = unpacked(found.get(_RICH, b""), budget.limits.characters)
    return rich_text.text_of(markup) if markup else ""


def _values(data: bytes) -> dict[int, bytes]:
    """Properties with words or bytes by their number, up to the first that is of an unknown kind."""
    found: dict[int, bytes] = {}
    at = 4
    try:
        for _ in range(min(struct.unpack_from("<I", data)[0], _MOST_VALUES)):
            (tag,) = struct.unpack_from("<I", data, at)
            at = _after_name(data, at + 4) if tag >> 16 >= 0x8000 else at + 4
            kind = tag & 0xFFFF & ~_MANY
            count = 1
            if tag & _MANY or kind in (_WORDS, _WIDE, _BYTES, _OBJECT):
                (count,) = struct.unpack_from("<I", data, at)
                at += 4
            for _ in range(min(count, _MOST_VALUES)):
                size, start, at = _extent(data, at, kind)
                value = data[start : start + size]
                found.setdefault(tag >> 16, value.decode("utf-16-le", "replace").encode() if kind == _WIDE else value)
    except (struct.error, KeyError):
        pass
    return found


def _extent(data: bytes, at: int, kind: int) -> tuple[int, int, int]:
    """Length and place of a value, and where the next begins."""
    if kind not in (_WORDS, _WIDE, _BYTES, _OBJECT):
        return _SIZES[kind], at, at + _SIZES[kind]
    (size,) = struct.unpack_from("<I", data, at)
    return size, at + 4, at + 4 + size + -size % 4


def _after_name(data: bytes, at: int) -> int:
    """Where a property goes on behind its set and its name."""
    kind, size = struct.unpack_from("<16xII", data, at)
    return at + 24 + (size + -size % 4 if kind else 0)


def _words(value: bytes) -> str:
    """The characters of a value, which ends with a zero."""
    plain = value.rstrip(b"\0")
    try:
        return tidy(decode(plain)).strip() if plain.strip() else ""
    except Unreadable:
        return ""


FORMAT = Format("winmail.dat of Outlook", (".dat",), lambda source: source.data.startswith(_MARK), read_tnef)
