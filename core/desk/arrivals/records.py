"""What pages see of what was handed in: frozen pictures of arrivals and drafts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.models import Document

State = Literal["waiting", "reading", "done"]


@dataclass(frozen=True, slots=True)
class Line:
    """One file inside another: its name with those it lies in, what became of it, whether nothing of it is missing."""

    name: str
    sentence: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """An archive, mailbox or table with its files; ``more`` counts those that are not listed."""

    name: str
    documents: int
    missing: int
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a file that was read, beside its drafts: nothing, where these say all.

    ``sentences`` are for people. ``columns`` are the names of a table of which somebody must say which one holds the
    texts. ``again``: the machine may be to blame, and trying again may come to something else. ``offered`` are
    documents whose text was refused as noise, to be taken as it is by whoever knows better.
    """

    sentences: tuple[str, ...] = ()
    receipt: Receipt | None = None
    columns: tuple[str, ...] = ()
    again: bool = False
    offered: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was handed in: how far its reading is, in words, and what came of it."""

    number: int
    name: str
    state: State
    progress: str
    said: Said

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        return self.state != "done"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that is not added yet; ``alike`` is a sentence on another text that it is almost the same as.

    ``given`` are the names of what its owner gave of it: ``title``, ``outlet``, ``published``; all else is a guess.
    """

    number: int
    document: Document
    alike: str = ""
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Many:
    """How many drafts somebody has in a dossier, and how many of them have no publication date."""

    drafts: int
    undated: int


class NotKept(Exception):  # noqa: N818 — an answer to people, no fault of the program
    """A file was not taken in; the message is a sentence."""
