"""What became of a file, in one word for programs and one sentence for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.models import Document

Trouble = Literal[
    "needs password",
    "empty",
    "unsupported",
    "damaged",
    "too large",
    "timed out",
    "out of memory",
    "crashed",
]
Code = Literal["read", "read in part"] | Trouble


class Unreadable(Exception):  # noqa: N818 — an outcome that a page states, not a fault of the program
    """A file, or the rest of one, that gives no text: ``code`` for programs, ``message`` one sentence for people.

    ``columns`` are the names of a table of which someone must say which one holds the texts.
    """

    def __init__(self, code: Trouble, message: str, columns: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code: Trouble = code
        self.message = message
        self.columns = columns


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its document, where it is one, and what became of the files inside it.

    Where ``columns`` are given, someone must say which of them holds the texts; the file is then read again.
    """

    name: str
    code: Code
    sentence: str
    document: Document | None = None
    members: tuple[Outcome, ...] = ()
    columns: tuple[str, ...] = ()

    def documents(self) -> Iterator[Document]:
        """All documents of the file, its own first, then those of its members in their order."""
        if self.document:
            yield self.document
        for member in self.members:
            yield from member.documents()

    def troubles(self) -> Iterator[Outcome]:
        """The file and its members, as far as they gave less than they hold."""
        if self.code != "read":
            yield self
        for member in self.members:
            yield from member.troubles()
