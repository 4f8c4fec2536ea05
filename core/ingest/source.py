"""The bytes of a file on their way into a reader."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from core.ingest.budget import Budget
from core.ingest.encoding import decode
from core.ingest.parts import opened


@dataclass(frozen=True)
class SourceFile:
    """One file, handed in or found inside another; ``level`` counts how deep.

    ``text_column`` is the column of a table that holds the texts, where people named it.
    A reader takes what it needs and tells ``budget`` what it uses up.
    """

    data: bytes
    name: str
    budget: Budget = field(default_factory=Budget)
    level: int = 0
    text_column: str | None = None

    @property
    def head(self) -> bytes:
        """The first bytes, by which formats are known."""
        return self.data[:4096]

    @property
    def extension(self) -> str:
        """What the name ends in, in lower case with its dot; it counts only where the content leaves it open."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()

    @cached_property
    def entries(self) -> frozenset[str]:
        """Names of what it holds, where it is a ZIP archive: many documents are; empty where the list is broken.

        Those of parts of office documents stand there in small letters, too.
        """
        if not self.data.startswith(b"PK"):
            return frozenset()
        try:
            with opened(self.data) as archive:
                return frozenset((*archive.namelist(), *archive.NameToInfo))
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
            return frozenset()

    @cached_property
    def text(self) -> str:
        """The characters, where it is text.

        Raises:
            Unreadable: the bytes are no text in any encoding.
        """
        return decode(self.data, markup=b"<" in self.data[:200])
