"""``winmail.dat``: a mail as Outlook wraps it for itself (TNEF)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from tests.corpus.sample import STORY, TITLE, Sample

_RICH_TEXT = 0x10090102


def wrapped(attributes: Sequence[tuple[int, bytes]]) -> bytes:
    """A file of these attributes, each with its checksum."""
    made = struct.pack("<IH", 0x223E9F78, 1)
    for kind, data in attributes:
        made += struct.pack("<BII", 1, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
    return made


def properties(values: Sequence[tuple[int, bytes]]) -> bytes:
    """Properties of a mail, all of them bytes of some length."""
    made = struct.pack("<I", len(values))
    for tag, data in values:
        made += struct.pack("<III", tag, 1, len(data)) + data + b"\0" * (-len(data) % 4)
    return made


def rich_text(words: str) -> bytes:
    """Rich Text that calls itself compressed and is not."""
    markup = f"{{\\rtf1\\ansi\\ansicpg1252 {words}}}".encode()
    return struct.pack("<IIII", len(markup) + 12, len(markup), 0x414C454D, 0) + markup


def letter() -> bytes:
    """A mail with a subject, its text as Rich Text, and two files."""
    files = (((0x00069002, bytes(14)), (0x00018010, b"%d.txt\0" % n), (0x0006800F, STORY[n].encode())) for n in (1, 2))
    text = properties([(_RICH_TEXT, rich_text(STORY[0]))])
    subject = (0x00018004, TITLE.encode() + b"\0")
    return wrapped(
        [(0x00089006, struct.pack("<I", 0x10000)), subject, (0x00069003, text), *(a for f in files for a in f)]
    )


def samples() -> Iterator[Sample]:
    """All of this kind."""
    yield Sample("winmail.dat", letter(), documents=3)
