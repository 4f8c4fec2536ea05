"""Names of files as they are shown; nothing is ever written under them."""

from __future__ import annotations

from pathlib import PurePosixPath

from core.ingest.cyrillic import cyrillic
from core.ingest.encoding import storable

_LONGEST = 200


def name_of(written: bytes) -> str | None:
    """The name of a file in an archive that does not say how its names are encoded; null where nothing shows it.

    Programs of Apple write UTF-8 and those of Windows the code page of the country, without a word in both cases.
    """
    for encoding in ("utf-8", cyrillic(written)):
        try:
            return written.decode(encoding or "ascii")
        except UnicodeDecodeError:
            continue
    return None


def shown_name(name: str) -> str:
    """The last part of a path, without what turns the direction of writing or breaks a line; never empty.

    A right-to-left override would show ``exe.txt`` for ``txt.exe``.
    """
    last = PurePosixPath(storable(name).replace("\\", "/")).name
    return "".join(c for c in last if c.isprintable())[:_LONGEST].strip() or "untitled"
