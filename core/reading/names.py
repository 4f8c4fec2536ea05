"""Names of files as they are shown; nothing is ever written under them."""

from __future__ import annotations

from pathlib import PurePosixPath

from core.reading.encoding import storable

_LONGEST = 200


def shown_name(name: str) -> str:
    """The last part of a path, without what turns the direction of writing or breaks a line; never empty.

    A right-to-left override would show ``exe.txt`` for ``txt.exe``.
    """
    last = PurePosixPath(storable(name).replace("\\", "/")).name
    return "".join(c for c in last if c.isprintable())[:_LONGEST].strip() or "untitled"
