"""Compound files: older Office documents, messages of Outlook, and newer Office documents behind a password.

Only the names of their streams are looked at, as they stand in the directory.
"""

from __future__ import annotations

from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", None),
    ("WordDocument", "an older Word document (.doc)"),
    ("Workbook", "an older Excel workbook (.xls)"),
    ("Book", "an older Excel workbook (.xls)"),
    ("PowerPoint Document", "an older PowerPoint file (.ppt)"),
    ("VisioDocument", "a Visio drawing"),
    ("Quill", "a Publisher file"),
    ("Catalog", "a picture cache of Windows"),
)
_ENTRY = 128
_NAME = 64


def has_stream(source: SourceFile, name: str) -> bool:
    """Whether the directory has an entry of this name."""
    wanted = name.encode("utf-16-le").ljust(_NAME, b"\0")
    at = source.data.find(wanted)
    while at >= 0:
        if at % _ENTRY == 0:
            return True
        at = source.data.find(wanted, at + 1)
    return False


def compound_kind(source: SourceFile) -> str | None:
    """What a compound file is that is not read, null for any other file.

    Raises:
        Unreadable: it is locked with a password.
    """
    if not source.data.startswith(MARK):
        return None
    for name, kind in _STREAMS:
        if has_stream(source, name):
            if kind is None:
                raise Unreadable("needs password", "It is locked with a password; please unlock it and send it again.")
            return kind
    return "an older Office document"
