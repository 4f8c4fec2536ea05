"""What a reader of one format hands over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.ingest.outcome import Unreadable


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one document with what its metadata say; null where they are silent.

    Attributes:
        dated_by: where in the file ``published`` was found, as people say it ("from the mail’s Date header").
        name: what to call it, where a file holds several ("row 12"); null for the document that the file itself is.
        address: where it was published, as the file says.
        pages: where in ``text`` each page begins; empty for what has no pages.
        remarks: sentences on what of it a reader should know though it was read.
        lacks: sentences on what of it was not read; any makes the outcome "read in part".
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    author: str | None = None
    address: str | None = None
    name: str | None = None
    pages: tuple[int, ...] = ()
    lacks: tuple[str, ...] = ()
    dated_by: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: an attachment, a message of a mailbox, an entry of an archive."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file inside a file that is not opened, with the reason: the others are read all the same."""

    name: str
    trouble: Unreadable


Part = Content | Member | Refused
