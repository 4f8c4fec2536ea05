"""Compressed Rich Text, as Outlook keeps the text of a message beside or instead of plain words (MS-OXRTFCP)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEAD = struct.Struct("<IIII")
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_WINDOW = 4096
_NOTHING = ord(" ")
_KNOWN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What both sides know before the first byte (MS-OXRTFCP 2.1.2.1)."""


def unpacked(data: bytes, most: int) -> bytes:
    """The markup, at most so many bytes of it; empty where the bytes are no compressed Rich Text."""
    if len(data) < _HEAD.size:
        return b""
    _, size, kind, _ = _HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEAD.size :][: min(size, most)]
    return _inflated(data[_HEAD.size :], min(size, most)) if kind == _COMPRESSED else b""


def _inflated(data: bytes, size: int) -> bytes:
    made = bytearray(_KNOWN)
    for start, length in _steps(data):
        if not length:
            made.append(start)
        elif start == len(made) % _WINDOW:  # a reference to the place of writing is the end
            break
        else:
            at = len(made) - (len(made) - start - 1) % _WINDOW - 1
            for _ in range(length):  # one by one: what is copied may be part of what is copied
                made.append(made[at] if at >= 0 else _NOTHING)
                at += 1
        if len(made) >= len(_KNOWN) + size:
            break
    return bytes(made[len(_KNOWN) :][:size])


def _steps(data: bytes) -> Iterator[tuple[int, int]]:
    """A byte and 0, or a place in the window and how much to copy from there; ends where the data do."""
    at = 0
    while at < len(data):
        kinds = data[at]
        at += 1
        for bit in range(8):
            if kinds >> bit & 1:
                if at + 2 > len(data):
                    return
                pair = data[at] << 8 | data[at + 1]
                yield pair >> 4, (pair & 0xF) + 2
                at += 2
            elif at < len(data):
                yield data[at], 0
                at += 1
