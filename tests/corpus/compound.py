"""A minimal writer of compound files (MS-CFB, version 3): what Outlook keeps a message in, and old or locked Office."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTOR, _SMALL_SECTOR = 512, 64
_CUTOFF = 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5

Tree = Mapping[str, "bytes | Tree"]
"""Names of streams and storages."""


@dataclass
class _Entry:
    """One line of the directory; siblings form a list to the right, which readers take as a tree."""

    name: str
    kind: int
    data: bytes = b""
    right: int = _NONE
    child: int = _NONE
    start: int = _END

    def line(self) -> bytes:
        name = self.name.encode("utf-16-le")
        head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2 if name else 0, self.kind, 1)
        links = struct.pack("<III", _NONE, self.right, self.child)
        return head + links + bytes(36) + struct.pack("<IQ", self.start, len(self.data))


@dataclass
class _Sectors:
    """Data in pieces of one size, with the table that chains them."""

    size: int
    data: bytes = b""
    chains: list[int] = field(default_factory=list)

    def add(self, data: bytes) -> int:
        """Append a chain and give its first sector."""
        first = len(self.chains)
        count = -(-len(data) // self.size)
        self.data += data.ljust(count * self.size, b"\0")
        self.chains += [*range(first + 1, first + count), _END]
        return first


def compound(tree: Tree) -> bytes:
    """The compound file that holds these streams."""
    root = _Entry("Root Entry", _ROOT)
    entries = [root]
    _fill(entries, root, tree)
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR)
    for entry in entries:
        if entry.data:
            entry.start = (large if len(entry.data) >= _CUTOFF else small).add(entry.data)
    root.data = small.data
    root.start = large.add(small.data) if small.data else _END
    small_table = struct.pack(f"<{len(small.chains)}I", *small.chains)
    small_start = large.add(_padded(small_table, b"\xff")) if small_table else _END
    directory = large.add(_padded(b"".join(entry.line() for entry in entries), b"\0"))
    return _file(large, directory, small_start, -(-len(small_table) // _SECTOR))


def _padded(data: bytes, filling: bytes) -> bytes:
    return data + filling * (-len(data) % _SECTOR)


def _fill(entries: list[_Entry], parent: _Entry, tree: Tree) -> None:
    before: _Entry | None = None
    for name in sorted(tree, key=lambda name: (len(name), name.upper())):
        inner = tree[name]
        entry = _Entry(name, _STREAM, inner) if isinstance(inner, bytes) else _Entry(name, _STORAGE)
        if before is None:
            parent.child = len(entries)
        else:
            before.right = len(entries)
        entries.append(entry)
        before = entry
        if not isinstance(inner, bytes):
            _fill(entries, entry, inner)


def _file(sectors: _Sectors, directory: int, small_start: int, small_count: int) -> bytes:
    """Header, sectors, and the table of their chains in at most 109 sectors of its own."""
    used = len(sectors.chains)
    count = 1
    while count * (_SECTOR // 4) < used + count:
        count += 1
    table = [*sectors.chains, *[_TABLE] * count]
    table += [_FREE] * (count * (_SECTOR // 4) - len(table))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, count, directory, 0, _CUTOFF, small_start, small_count, _END, 0)
    header += struct.pack("<109I", *range(used, used + count), *[_FREE] * (109 - count))
    return header + sectors.data + struct.pack(f"<{len(table)}I", *table)
