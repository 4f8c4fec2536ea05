"""What ``extract`` and ``dossier`` are given: files of any kind, or lines of texts; and what of it is not read."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.models import Document, Failure

Source = Document | Failure
_NOT_AS_PROMISED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class GivenDossier:
    """What is to be read as one dossier."""

    id: str
    documents: tuple[Source, ...]


def from_jsonl(path: str) -> Iterator[Source]:
    """Texts as lines of {"id", "text", "published"}, taken as they stand; "-" is standard input."""
    for number, line in _lines(path):
        try:
            yield _text(json.loads(line))
        except _NOT_AS_PROMISED:
            yield Failure(f"line {number}", f"Line {number} is not a record with id, text and published.")


def dossiers_from_jsonl(path: str) -> Iterator[GivenDossier | Failure]:
    """Dossiers as lines of {"id", "documents": [{"id", "text", "published", "outlet"}]}; "-" is standard input.

    A line that is no dossier is a failure; a document that is none is one inside its dossier.
    """
    from core.ingest.encoding import storable

    for number, line in _lines(path):
        try:
            given = json.loads(line)
            documents = tuple(once_each(_texts(given["documents"])))
            yield GivenDossier(storable(str(given["id"])), documents)
        except _NOT_AS_PROMISED:
            yield Failure(f"line {number}", f"Line {number} is not a dossier with id and documents.")


def once_each(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources, with a failure for a document of an id that was there before: marks are found by it."""
    known: set[str] = set()
    for source in sources:
        if isinstance(source, Document) and source.id in known:
            yield Failure(source.name, f"“{source.name}” is in this dossier already; it was not added twice.")
        else:
            known.add(source.id)
            yield source


def _lines(path: str) -> Iterator[tuple[int, str]]:
    """The lines that hold anything, numbered from 1; bytes that are no UTF-8 stand as U+FFFD and cost no line."""
    with (
        sys.stdin.buffer if path == "-" else Path(path).open("rb") as data,
        io.TextIOWrapper(data, encoding="utf-8-sig", errors="replace") as lines,
    ):
        yield from ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _texts(given: Sequence[Any]) -> Iterator[Source]:
    for number, one in enumerate(given, start=1):
        try:
            yield _text(one)
        except _NOT_AS_PROMISED:
            yield Failure(f"document {number}", f"Document {number} is not one with id, text and published.")


def _text(given: Any) -> Source:
    """One text as it stands; a failure where it is too long.

    Raises:
        ValueError, KeyError, TypeError, AttributeError, RecursionError: it is not as promised.
    """
    from core.ingest import Unreadable, from_text
    from core.ingest.encoding import storable

    name, outlet = storable(str(given["id"])), given.get("outlet")
    published = dt.date.fromisoformat(given["published"]) if given.get("published") else None
    try:
        document = from_text(given["text"], name, published, as_it_stands=True)
    except Unreadable as error:
        return Failure(name, error.message)
    return replace(document, id=name, outlet=storable(str(outlet)) if outlet else None)


def from_paths(paths: Sequence[str], published: dt.date | None) -> Iterator[Source]:
    """All documents of some files and folders, read in a process of their own; "-" or none is standard input."""
    from core.ingest.isolation import Readers

    with contextlib.closing(Readers(1)) as readers:
        for path in _files(paths):
            try:
                data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
            except OSError as error:
                yield Failure(path, f"The file cannot be opened ({error.strerror}).")
                continue
            outcome = readers.read(data, "standard input" if path == "-" else Path(path).name, published)
            yield from outcome.documents()
            yield from (Failure(" › ".join((path, *inside)), sentence) for inside, sentence in outcome.unread())


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths or ["-"]:
        if path != "-" and Path(path).is_dir():
            yield from (str(inner) for inner in sorted(Path(path).rglob("*")) if inner.is_file())
        else:
            yield path
