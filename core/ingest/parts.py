"""ZIP archives opened, with the names of their parts as the formats write them."""

from __future__ import annotations

import io
import zipfile

_PACKAGE = "[content_types].xml"
"""What makes an archive a package of office documents (ISO/IEC 29500-2), in small letters."""


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive; some programs of Windows part folders by backslashes, or begin names with a slash.

    Raises:
        zipfile.BadZipFile: the list of its parts is missing or broken; and what else the library raises then.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    if any("\\" in name or name.startswith("/") for name in archive.NameToInfo):
        for info in archive.infolist():  # the library compares an entry's own head with its other name
            info.filename = info.filename.replace("\\", "/").lstrip("/") or info.filename
        archive.NameToInfo = {info.filename: info for info in archive.infolist()}
    if any(len(name) == len(_PACKAGE) and name.lower() == _PACKAGE for name in archive.NameToInfo):
        archive.NameToInfo = _Folded({name.lower(): info for name, info in archive.NameToInfo.items()})
    return archive


class _Folded(dict[str, zipfile.ZipInfo]):
    """Parts of a package by their names: capitals do not tell them apart (ISO/IEC 29500-2, 6.2.2.3)."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def __getitem__(self, name: str) -> zipfile.ZipInfo:
        return super().__getitem__(name.lower())

    def get(self, name: str, default: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo | None:  # type: ignore[override]
        """The part of that name, whatever its capitals."""
        return super().get(name.lower(), default)
