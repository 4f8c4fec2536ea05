"""What ``extract`` is given: files of any kind, or lines of texts; each document, and each thing that is not read."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.models import Document, Failure

Source = Document | Failure


def from_jsonl(path: str) -> Iterator[Source]:
    """Texts as lines of {"id", "text", "published"}, taken as they stand; "-" is standard input."""
    from core.ingest import Unreadable, from_text

    with sys.stdin if path == "-" else Path(path).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                given = json.loads(line)
                published = dt.date.fromisoformat(given["published"]) if given.get("published") else None
                document = from_text(given["text"], str(given["id"]), published, as_it_stands=True)
                yield replace(document, id=str(given["id"]))
            except Unreadable as error:
                yield Failure(str(given["id"]), error.message)
            except (ValueError, KeyError, TypeError, AttributeError):
                yield Failure(f"line {number}", f"Line {number} is not a record with id, text and published.")


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
