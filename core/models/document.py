"""A text before extraction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from core.models.text import Notice, Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known about it before extraction.

    ``boilerplate`` passages are kept but not read. ``pages`` are the offsets at which pages begin, where it has pages;
    ``address`` is where it was published, ``lacks`` say what of it could not be read. ``original`` is the SHA-256 of
    the file that was handed in (its own where it is that file, not part of it) under ``original_name``. ``dated_by``
    says in words where a guessed publication date was found.
    """

    id: str
    name: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_from: Literal["given", "metadata", "text"] | None = None
    language: str | None = None
    boilerplate: tuple[Span, ...] = ()
    warnings: tuple[Notice, ...] = ()
    author: str | None = None
    address: str | None = None
    pages: tuple[int, ...] = ()
    lacks: tuple[str, ...] = ()
    original: str | None = None
    dated_by: str | None = None
    original_name: str | None = None
