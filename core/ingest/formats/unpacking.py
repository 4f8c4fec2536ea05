"""What readers of archives share: bytes in pieces, and files that systems add unasked."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Protocol

from core.ingest.limits import MIB

_UNASKED = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


class Readable(Protocol):
    """A stream of bytes of any library."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes, none at the end."""


def chunks(stream: Readable) -> Iterator[bytes]:
    """The stream in pieces of at most a MiB."""
    while piece := stream.read(MIB):
        yield piece


def inflated(packer: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    """What comes out of the bytes up to the end that they say, at most a MiB at once.

    Raises:
        zlib.error: they are broken.
    """
    while packed and not packer.eof:
        yield packer.decompress(packed, MIB)
        packed = packer.unconsumed_tail


def is_system_file(name: str) -> bool:
    """Whether an operating system put a file into an archive: macOS its forks, Windows its picture caches."""
    path = PurePosixPath(name.replace("\\", "/"))
    return "__MACOSX" in path.parts or path.name.startswith("._") or path.name.lower() in _UNASKED
