"""ZIP archives whose list is gone, as in a download that was cut off: what lies whole before the break is put together.

Each entry is preceded by a header of its own (APPNOTE.TXT 4.3.7), which archives that are whole leave unread.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from core.ingest.budget import Budget
from core.ingest.formats.unpacking import inflated
from core.ingest.source import SourceFile

_MARK = b"PK\x03\x04"
_HEAD = struct.Struct("<4s5H3L2H")
_LOCKED = 0x1
_NAME_IS_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8


def salvaged(source: SourceFile) -> bytes | None:
    """A sound archive of the entries that can be unpacked whole; null where there are none.

    Raises:
        Unreadable: they are larger than is read.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in _entries(source.data, source.budget):
            source.budget.open_member()
            if name not in archive.NameToInfo:
                archive.writestr(zipfile.ZipInfo(name), data)
        found = bool(archive.NameToInfo)
    return made.getvalue() if found else None


def _entries(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    at = data.find(_MARK)
    while 0 <= at <= len(data) - _HEAD.size:
        _, _, flags, method, _, _, checksum, packed, _, name_size, extra_size = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size + name_size + extra_size
        name = data[at + _HEAD.size : at + _HEAD.size + name_size]
        end = start
        if not flags & _LOCKED and method in (_STORED, _DEFLATED):
            content, end = _stored(data, start, packed) if method == _STORED else _inflated(data, start, budget)
            if content is not None and checksum in (zlib.crc32(content), 0):  # 0: it follows what it is of
                yield name.decode("utf-8" if flags & _NAME_IS_UTF8 else "cp437", "replace"), content
        at = data.find(_MARK, max(end, at + 4))


def _stored(data: bytes, start: int, size: int) -> tuple[bytes | None, int]:
    content = data[start : start + size]
    return (content, start + size) if len(content) == size else (None, start)


def _inflated(data: bytes, start: int, budget: Budget) -> tuple[bytes | None, int]:
    """The content and where it ends; null where it is broken or breaks off."""
    packer = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = budget.unpack(inflated(packer, data[start:]), len(data) - start)
    except zlib.error:
        return None, start
    return (content, len(data) - len(packer.unused_data)) if packer.eof else (None, start)
