"""What a format is to reading: how it is called, how it is known, how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.ingest.content import Part
from core.ingest.source import SourceFile


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: for people, in the singular without an article ("web page").
        extensions: the usual ones, in lower case with their dots.
        recognise: whether a file is in it, by its content; never raises but :class:`Unreadable`.
        read: its parts, one by one, so that what was read before a fault is kept. It may raise :class:`Unreadable`
            at any point; any other error counts as a damaged file.
    """

    name: str
    extensions: tuple[str, ...]
    recognise: Callable[[SourceFile], bool]
    read: Callable[[SourceFile], Iterable[Part]]
