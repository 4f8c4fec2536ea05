"""ZIP archives opened, with the names of their parts as the formats write them."""

from __future__ import annotations

import io
import zipfile


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
    return archive
