"""One file made to harm its reader, and what may become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trap:
    """A file that is made when it is wanted: some are large.

    Attributes:
        name: as it is handed in.
        make: its bytes.
        codes: the outcomes that tell the truth about it, separated by ``|``.
        words: what must be among the texts that are read all the same; empty where nothing must.
        slow: it takes more than about two seconds of a processor, to make or to read.
    """

    name: str
    make: Callable[[], bytes]
    codes: str
    words: str = ""
    slow: bool = False
