"""ZIP archives: each entry is a file of its own, read in memory and never written anywhere."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from core.ingest.content import Member, Part, Refused
from core.ingest.formats.format import Format
from core.ingest.formats.salvage import salvaged
from core.ingest.formats.unpacking import chunks, is_system_file
from core.ingest.names import name_of
from core.ingest.outcome import Unreadable
from core.ingest.parts import opened
from core.ingest.source import SourceFile

_ENCRYPTED, _UTF8 = 0x1, 0x800
_LOCKED = "It is locked with a password; please unlock it and send it again."
_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")
_END, _LONGEST_END = b"PK\x05\x06", 65_600
_FAULTS = (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError)


def open_zip(source: SourceFile) -> zipfile.ZipFile:
    """The archive, whose list of entries has been read.

    Raises:
        Unreadable: the list is missing or broken, as in a download that was cut off.
    """
    try:
        return opened(source.data)
    except _FAULTS:
        raise Unreadable("damaged", "This file is damaged: the list of its parts is missing or broken.") from None


def open_document(source: SourceFile) -> zipfile.ZipFile:
    """The archive that a document is inside, of which any part may be needed.

    Raises:
        Unreadable: it is broken, or a part of it is locked.
    """
    archive = open_zip(source)
    if any(info.flag_bits & _ENCRYPTED for info in archive.infolist()):
        raise Unreadable("needs password", _LOCKED)
    return archive


def entry_text(source: SourceFile, name: str, longest: int = 100_000) -> str:
    """The beginning of a small entry in characters; empty where there is none or it cannot be read."""
    if name not in source.entries:
        return ""
    try:
        with open_zip(source) as archive, archive.open(name) as packed:
            return packed.read(longest).decode("utf-8", "replace")
    except (*_FAULTS, RuntimeError):  # a locked entry is a RuntimeError
        return ""


def entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: SourceFile) -> bytes:
    """The bytes of one entry, as far as the limits allow.

    Raises:
        Unreadable: encrypted, damaged, packed in an unknown way, or too large.
    """
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable("needs password", _LOCKED)
    try:
        with archive.open(info) as packed:
            return source.budget.unpack(chunks(packed), info.compress_size)
    except NotImplementedError:
        raise Unreadable("unsupported", "It is packed in a way that is not read.") from None
    except MemoryError:
        if info.compress_type != zipfile.ZIP_LZMA:
            raise
        # refused at once, before anything is unpacked: nothing is left half done
        raise Unreadable("too large", "Unpacking it would take more memory than is allowed.") from None
    except _FAULTS:
        raise Unreadable("damaged", "It is damaged inside the archive.") from None
    except Exception as error:  # zlib and lzma have errors of their own; everything else is let through
        if type(error).__module__ in ("zlib", "_lzma", "lzma"):
            raise Unreadable("damaged", "It is damaged inside the archive.") from None
        raise


def read_zip(source: SourceFile) -> Iterator[Part]:
    """The entries in the order of the archive's own list, without folders and what systems add unasked."""
    try:
        archive = open_zip(source)
    except Unreadable as broken:
        rebuilt = salvaged(source)
        if rebuilt is not None:
            yield Member(source.name, rebuilt)
        raise broken
    with archive:
        for info in archive.infolist():
            if info.is_dir() or is_system_file(info.filename):
                continue
            name = _name(info)
            try:
                part: Part = Member(name, entry(archive, info, source))
            except Unreadable as trouble:
                part = Refused(name, trouble)
            yield part
            source.budget.refuse_more()


def _name(info: zipfile.ZipInfo) -> str:
    """The library takes what is not said to be UTF-8 for the characters of the first IBM computers."""
    said = info.flag_bits & _UTF8 or info.filename.isascii()
    return info.filename if said else name_of(info.filename.encode("cp437", "replace")) or info.filename


def is_zip(source: SourceFile) -> bool:
    """Whether it begins like an archive, or ends like one that can be opened: a program may stand before it."""
    if source.data.startswith(_MARKS):
        return True
    end = source.data.rfind(_END, len(source.data) - _LONGEST_END)
    if end < 0:
        return False
    try:
        with open_zip(source) as archive:
            return bool(archive.infolist())
    except Unreadable:
        return False


FORMAT = Format("ZIP archive", (".zip",), is_zip, read_zip)
