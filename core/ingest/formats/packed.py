"""Single files packed with gzip, bzip2 or xz, and TAR archives, packed or not."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, Self, cast

from core.ingest.budget import Budget
from core.ingest.content import Member, Part, Refused
from core.ingest.formats.format import Format
from core.ingest.formats.unpacking import Readable, chunks, is_system_file
from core.ingest.limits import MIB
from core.ingest.names import name_of
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_PACKERS: tuple[tuple[bytes, Callable[[io.BytesIO], io.BufferedIOBase]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
_ENDINGS = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".gz": "", ".bz2": "", ".xz": ""}
_FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, ValueError)
_BLOCK = 512
_MOST_ENDS = 4
_HEADERS = 64 * MIB
"""Of a TAR archive, beside what its files hold."""


def is_packed(source: SourceFile) -> bool:
    """Whether the bytes begin like gzip, bzip2 or xz."""
    return _packer(source) is not None


def is_tar(source: SourceFile) -> bool:
    """Whether the bytes begin with the header of a TAR archive, whose checksum fits."""
    return _is_tar_header(source.data[:_BLOCK])


def read_packed(source: SourceFile) -> Iterator[Part]:
    """The entries of a packed TAR archive, else the one file that is packed."""
    if _is_tar_header(_first_block(source)):
        yield from _entries(source, _Counted(_unpacked(source), source.budget))
        return
    pieces: list[bytes] = []
    fault: Unreadable | None = None
    try:
        pieces.extend(source.budget.counted(chunks(_Pieces(_unpacked(source))), len(source.data)))
    except _FAULTS:
        fault = Unreadable("damaged", "This file is damaged: it cannot be unpacked to its end.")
    if pieces or not fault:
        yield Member(_inner_name(source.name), b"".join(pieces))
    if fault:
        raise fault


def read_tar(source: SourceFile) -> Iterator[Part]:
    """The entries of a TAR archive."""
    yield from _entries(source, _Counted(io.BytesIO(source.data), source.budget))


class _Pieces:
    """A stream that gives what it has before it looks further: what comes before a fault is not lost with the rest."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """So many bytes at most."""
        return self._stream.read1(size)


class _Counted:
    """A stream that ends where more comes out of it than is unpacked: headers and gaps may be of any size, too.

    Who goes on reading at its end is looking for what a header claims and the archive does not hold.
    """

    def __init__(self, stream: io.BufferedIOBase, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._left = budget.limits.unpacked + _HEADERS
        self._ends = 0

    def read(self, size: int) -> bytes:
        """So many bytes, fewer at the end."""
        self._budget.refuse_late()
        self._left -= size
        if self._left < 0:
            raise Unreadable("too large", "Unpacked, it is larger than is read; the rest was not opened.")
        data = self._stream.read(size)
        self._ends += not data
        if self._ends > _MOST_ENDS:
            raise EOFError
        return data


class _Header(tarfile.TarInfo):
    """A header that says it where it is broken: the library takes one after the first for the end of the archive."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.InvalidHeaderError as error:  # type: ignore[attr-defined]
            raise tarfile.SubsequentHeaderError(str(error)) from None  # type: ignore[attr-defined]


def _entries(source: SourceFile, stream: Readable) -> Iterator[Part]:
    """Regular files in the order of the archive; links and devices hold nothing to read."""
    try:
        with tarfile.open(fileobj=cast(Any, stream), mode="r|", tarinfo=_Header) as archive:
            for info in archive:
                if info.isreg() and not is_system_file(info.name):
                    yield _entry(archive, info, source)
                    source.budget.refuse_more()
    except _FAULTS:
        raise Unreadable("damaged", "This archive is damaged; what follows was not read.") from None


def _entry(archive: tarfile.TarFile, info: tarfile.TarInfo, source: SourceFile) -> Part:
    name = info.name if info.name.isprintable() else _written(info.name)
    try:
        stream = archive.extractfile(info)
        data = source.budget.unpack(chunks(stream), len(source.data)) if stream else b""
    except Unreadable as trouble:
        return Refused(name, trouble)
    return Member(name, data)


def _written(name: str) -> str:
    """The library keeps bytes that are no UTF-8 as halves of characters."""
    return name_of(name.encode("utf-8", "surrogateescape")) or name


def _packer(source: SourceFile) -> Callable[[io.BytesIO], io.BufferedIOBase] | None:
    return next((opened for mark, opened in _PACKERS if source.data.startswith(mark)), None)


def _unpacked(source: SourceFile) -> io.BufferedIOBase:
    packer = _packer(source)
    return packer(io.BytesIO(source.data)) if packer else io.BytesIO(source.data)


def _first_block(source: SourceFile) -> bytes:
    try:
        return _unpacked(source).read(_BLOCK)
    except _FAULTS:
        return b""


def _is_tar_header(block: bytes) -> bool:
    try:
        return bool(tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape").name)
    except tarfile.HeaderError:
        return False


def _inner_name(name: str) -> str:
    """ "letters.csv" for "letters.csv.gz"."""
    path = PurePosixPath(name.replace("\\", "/"))
    ending = path.suffix.lower()
    return path.stem + _ENDINGS[ending] if ending in _ENDINGS else path.name


PACKED = Format("packed file", (".gz", ".bz2", ".xz", ".tgz"), is_packed, read_packed)
TAR = Format("TAR archive", (".tar",), is_tar, read_tar)
