"""Plain text and Markdown: the characters as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from core.ingest.content import Content
from core.ingest.formats.format import Format
from core.ingest.source import SourceFile


def read_text(source: SourceFile) -> Iterator[Content]:
    """All of the text, nothing stripped."""
    yield Content(source.text)


FORMAT = Format("plain text", (".txt", ".md", ".text", ".markdown"), lambda source: bool(source.text), read_text)
