"""OpenDocument texts (ODT, flat or packed): headings, paragraphs, tables, notes, boxes and comments, without what was
struck out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping

from core.ingest.budget import Budget
from core.ingest.content import Content
from core.ingest.formats.format import Format
from core.ingest.formats.xml_parts import (
    HIDDEN,
    PartText,
    Shape,
    day_of,
    margin,
    properties,
    properties_of_flat,
    text_of,
    text_of_flat,
)
from core.ingest.formats.zipped import entry_text, open_document
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_TYPE = "application/vnd.oasis.opendocument.text"
_FLAT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>)?\s{0,99}(?:<!--[^>]{0,999}-->\s{0,99}){0,9}"
    rb"<(?:\w{1,20}:)?document\s[^>]{0,20000}?mimetype=[\"']" + _TYPE.encode()
)
_HEAD = 200_000
"""Bytes of a flat text in which its metadata stand: they come first."""

_SHAPE = Shape(
    blocks=frozenset({"p", "h"}),
    breaks={"tab": "\t", "line-break": "\n", "s": " "},
    skipped=frozenset(
        {"tracked-changes", "creator", "creator-initials", "date", "date-string", "note-citation", "forms"}
        | {"sequence-decls", "master-styles", "meta", "settings", "scripts", "binary-data"}
    ),
    asides=frozenset({"note", "annotation", "text-box"}),
    struck=frozenset({"deletion"}),
)
_EDGES = Shape(blocks=_SHAPE.blocks, breaks=_SHAPE.breaks, skipped=frozenset({"page-number", "page-count"}))
_FLAT_EDGES = Shape(blocks=_SHAPE.blocks, breaks=_SHAPE.breaks, skipped=_EDGES.skipped | {"body", "binary-data"})


def is_opendocument(source: SourceFile) -> bool:
    """Whether the archive, or the element that all others lie in, calls itself a text of OpenDocument."""
    if not source.data.startswith(b"PK"):
        return _FLAT.match(source.data) is not None
    kind = entry_text(source, "mimetype")
    return kind.startswith(_TYPE) or (not kind and f'"{_TYPE}' in entry_text(source, "META-INF/manifest.xml"))


def read_opendocument(source: SourceFile) -> Iterator[Content]:
    """The text of the document with what its metadata say."""
    if not source.data.startswith(b"PK"):
        yield _content(
            text_of_flat(source.data, _SHAPE, source.budget),
            properties_of_flat(source.data[:_HEAD]),
            _flat_edges(source),
        )
        return
    if "encryption-data" in entry_text(source, "META-INF/manifest.xml"):
        raise Unreadable("needs password", "It is locked with a password; please unlock it and send it again.")
    with open_document(source) as archive:
        words = text_of(archive, "content.xml", _SHAPE, source.budget)
        about = properties(archive, "meta.xml", source.budget)
        edges = _edges(archive, source.budget)
    yield _content(words, about, edges)


def _flat_edges(source: SourceFile) -> tuple[str, ...]:
    try:
        return margin((text_of_flat(source.data, _FLAT_EDGES, source.budget).text,))
    except Unreadable:
        return ()


def _edges(archive: zipfile.ZipFile, budget: Budget) -> tuple[str, ...]:
    try:
        return margin((text_of(archive, "styles.xml", _EDGES, budget).text,))
    except Unreadable:
        return ()


def _content(words: PartText, about: Mapping[str, str], edges: tuple[str, ...]) -> Content:
    return Content(
        text=words.text,
        title=about.get("title"),
        author=about.get("initial-creator") or about.get("creator"),
        published=day_of(about.get("creation-date") or about.get("date")),
        dated_by="from the day on which the file was made",
        lacks=words.lacks,
        remarks=(*edges, *((HIDDEN,) if words.hides else ())),
    )


FORMAT = Format("OpenDocument text", (".odt", ".ott", ".fodt"), is_opendocument, read_opendocument)
