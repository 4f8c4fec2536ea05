"""Archives that grow, lie about their sizes, overlap, or want to be unpacked somewhere else."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import zipfile
from collections.abc import Iterator

from tests.corpus.office import zipped
from tests.corpus.sample import STORY
from tests.traps.trap import Trap

MIB = 2**20
STORY_BYTES = STORY[0].encode()


def zeros_zipped(size: int) -> bytes:
    """One entry of so many zeros beside a story."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("story.txt", STORY_BYTES)
        with archive.open("zeros.txt", "w", force_zip64=True) as entry:
            for _ in range(size // MIB):
                entry.write(bytes(MIB))
    return data.getvalue()


def zeros_packed(size: int) -> bytes:
    """So many zeros, packed with gzip."""
    data = io.BytesIO()
    with gzip.GzipFile(fileobj=data, mode="wb") as packed:
        for _ in range(size // MIB):
            packed.write(bytes(MIB))
    return data.getvalue()


def nested(levels: int, width: int) -> bytes:
    """Archives in archives, each holding so many copies of the next; at the bottom zeros below the limit of growth."""
    inner = zipped({"zeros.txt": bytes(9 * MIB)})
    for _ in range(levels):
        inner = zipped({f"{n}.zip": inner for n in range(width)})
    return inner


def overlapping(count: int) -> bytes:
    """A list of many entries that all name the same packed bytes."""
    data = bytearray(zipped({"a.txt": bytes(9 * MIB)}))
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    line = bytes(data[at:end])
    finish = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, count * len(line), at, 0)
    return bytes(data[:at]) + line * count + finish


def lying(claimed: int, size: int = 50 * MIB) -> bytes:
    """One entry of zeros whose list and header claim another size."""
    data = bytearray(zipped({"a.txt": bytes(size)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<L", claimed)
    return bytes(data)


def with_names(*names: str) -> bytes:
    """An archive whose entries want to lie elsewhere."""
    return zipped({name: f"{STORY[n % 3]} {n}" for n, name in enumerate(names)})


def many_entries(count: int) -> bytes:
    """More files than are opened, each with a word of its own."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", f"Paper number {number} of the archive.")
    return data.getvalue()


def large_dictionary() -> bytes:
    """A small file that asks its unpacker for a gigabyte and a half."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 3 << 29}]
    head = lzma.compress(STORY_BYTES, filters=[{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 20}])
    del filters
    at = head.index(b"\x21\x01", 12) + 2
    data = bytearray(head)
    data[at] = 39  # three gigabytes
    size = (data[12] + 1) * 4
    data[12 + size - 4 : 12 + size] = struct.pack("<L", __import__("zlib").crc32(data[12 : 12 + size - 4]))
    return bytes(data)


def locked() -> bytes:
    """An entry locked with AES as WinZip writes it."""
    data = bytearray(zipped({"story.txt": STORY_BYTES}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + flags
        data[at] |= 1
        data[at + 2 : at + 4] = struct.pack("<H", 99)
    return bytes(data)


ODD_NAMES = (
    "../../../../dateline-trap-1.txt",
    "/dateline-trap-2.txt",
    "C:\\Windows\\dateline-trap-3.txt",
    "..\\..\\dateline-trap-4.txt",
    "a/" * 500 + "deep.txt",
    "x" * 60_000,
    "\u202etxt.exe",
    "CON",
    "~/.ssh/authorized_keys",
)


def traps() -> Iterator[Trap]:
    """All of this kind."""
    yield Trap("zeros.zip", lambda: zeros_zipped(150 * MIB), "read in part", STORY[0])
    yield Trap("four-gigabytes.zip", lambda: zeros_zipped(4200 * MIB), "read in part", STORY[0], slow=True)
    yield Trap("gigabyte.gz", lambda: zeros_packed(1024 * MIB), "too large", slow=True)
    yield Trap("zeros.txt.gz", lambda: zeros_packed(100 * MIB), "too large")
    yield Trap("zeros.bz2", lambda: bz2.compress(bytes(100 * MIB)), "too large", slow=True)
    yield Trap("zeros.xz", lambda: lzma.compress(bytes(100 * MIB), preset=0), "too large")
    yield Trap("many-streams.gz", lambda: gzip.compress(bytes(8 * MIB)) * 40, "too large")
    yield Trap("nested.zip", lambda: nested(3, 6), "too large|unsupported", slow=True)
    yield Trap("deep.zip", lambda: nested(9, 1), "too large")
    yield Trap("overlapping.zip", lambda: overlapping(3000), "too large|unsupported|damaged", slow=True)
    yield Trap("claims-little.zip", lambda: lying(10), "damaged|unsupported")
    yield Trap("claims-much.zip", lambda: lying(2**32 - 2, 5 * MIB), "damaged|empty|too large")
    yield Trap("elsewhere.zip", lambda: with_names(*ODD_NAMES), "read", "council said. 0")
    yield Trap("many.zip", lambda: many_entries(10_050), "read in part", "Paper number 7 ", slow=True)
    yield Trap("dictionary.xz", large_dictionary, "out of memory|damaged|too large")
    yield Trap("locked.zip", locked, "needs password")
    yield Trap("nothing.zip", lambda: b"PK\x05\x06" + bytes(18), "empty")
    yield Trap("list-cut-off.zip", lambda: zipped({"a.txt": STORY_BYTES})[:-30], "damaged|read in part")
