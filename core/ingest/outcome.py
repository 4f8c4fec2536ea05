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

    ``columns`` are the names of a table of which someone must say which one holds the texts. ``offered`` is text that
    was found all the same and reads like noise: a person may take it as it is.
    """

    def __init__(self, code: Trouble, message: str, columns: tuple[str, ...] = (), offered: str = "") -> None:
        super().__init__(message)
        self.code: Trouble = code
        self.message = message
        self.columns = columns
        self.offered = offered


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its document, where it is one, and what became of the files inside it.

    Where ``columns`` are given, someone must say which of them holds the texts; the file is then read again.
    ``lacks`` are sentences on what of it was not read beside the files inside it, which speak for themselves.
    ``offered`` is the document that a file would be whose text was refused as noise, with that doubt among its
    warnings: it is none of its documents until someone says "take it as it is".
    """

    name: str
    code: Code
    sentence: str
    document: Document | None = None
    members: tuple[Outcome, ...] = ()
    columns: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    offered: Document | None = None

    def documents(self) -> Iterator[Document]:
        """All documents of the file, its own first, then those of its members in their order."""
        if self.document:
            yield self.document
        for member in self.members:
            yield from member.documents()

    def offers(self) -> Iterator[Document]:
        """All documents that are offered of it and of its members."""
        if self.offered:
            yield self.offered
        for member in self.members:
            yield from member.offers()

    def unread(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """What gave less than it holds: the names that lead to it from this file on, and the sentence on it.

        Where something inside it says why, that is said, not that there is something. What a document lacks is among
        its own warnings, and not here.
        """
        told = [((member.name, *names), sentence) for member in self.members for names, sentence in member.unread()]
        if (self.lacks and not self.document) or (self.code not in ("read", "read in part") and not told):
            yield (), " ".join(self.lacks) or self.sentence
        yield from told
