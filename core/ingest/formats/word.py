"""Word documents (DOCX and its kin): paragraphs, tables, text boxes and notes, without what was struck out."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator

from core.ingest.budget import Budget
from core.ingest.content import Content, Member, Part, Refused
from core.ingest.formats.format import Format
from core.ingest.formats.xml_parts import HIDDEN, PartText, Shape, attributes, day_of, margin, properties, text_of
from core.ingest.formats.zipped import entry, open_document
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_SHAPE = Shape(
    blocks=frozenset({"p", "tc", "txbxContent"}),
    breaks={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"},
    skipped=frozenset({"Fallback", "del", "moveFrom", "pPr", "rPr", "sectPr", "rt"}),
    words=frozenset({"t"}),
    asides=frozenset({"txbxContent"}),
    struck=frozenset({"delText"}),
)
"""A fallback says again what the choice beside it says; what was deleted or moved away is not the author's text; nor is
how a word is pronounced (rt), as it stands above words in Japanese."""

_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_MOST_EDGES = 12
_EDGE = re.compile(r"word/(?:header|footer)\d{0,3}\.xml")
_NOTES = ("footnotes.xml", "endnotes.xml", "comments.xml")


def is_word(source: SourceFile) -> bool:
    """Whether it is an archive with the parts of a Word document, whatever its extension."""
    return any(_MAIN.fullmatch(name) for name in source.entries)


def read_word(source: SourceFile) -> Iterator[Part]:
    """The text of the body, then footnotes, endnotes and comments; then documents that are kept inside it whole."""
    budget = source.budget
    with open_document(source) as archive:
        main = _main_part(archive, budget)
        words = text_of(archive, main, _SHAPE, budget)
        folder = posixpath.dirname(main)
        parts = [words, *(_notes(archive, posixpath.join(folder, name), budget) for name in _NOTES)]
        about = properties(archive, "docProps/core.xml", budget)
        edges = sorted(filter(_EDGE.fullmatch, archive.NameToInfo))[:_MOST_EDGES]
        margins = margin(_notes(archive, name, budget).text for name in edges)
        inserted = list(_inserted(archive, main, source))
    yield Content(
        text="\n\n".join(filter(None, (part.text for part in parts))),
        title=about.get("title"),
        author=about.get("creator"),
        published=day_of(about.get("created")),
        dated_by="from the day on which the Word file was made",
        lacks=tuple(dict.fromkeys(lack for part in parts for lack in part.lacks)),
        remarks=(*margins, *((HIDDEN,) if any(part.hides for part in parts) else ())),
    )
    yield from inserted


def _inserted(archive: zipfile.ZipFile, main: str, source: SourceFile) -> Iterator[Part]:
    """Pages and documents that a program put into the document as they were, for Word to take apart (altChunk)."""
    folder, name = posixpath.split(main)
    for relation in attributes(archive, f"{folder}/_rels/{name}.rels", "Relationship", source.budget):
        part = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
        if relation.get("Type", "").endswith("/aFChunk") and part in archive.NameToInfo:
            try:
                yield Member(part, entry(archive, archive.getinfo(part), source))
            except Unreadable as trouble:
                yield Refused(part, trouble)


def _notes(archive: zipfile.ZipFile, name: str, budget: Budget) -> PartText:
    try:
        return text_of(archive, name, _SHAPE, budget)
    except Unreadable:
        return PartText(lacks=("Its notes or comments are damaged and were not read.",))


def _main_part(archive: zipfile.ZipFile, budget: Budget) -> str:
    """The part that the relations of the package call the document; by default the usual one."""
    for relation in attributes(archive, "_rels/.rels", "Relationship", budget):
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target in archive.NameToInfo:
            return target
    return next(filter(_MAIN.fullmatch, archive.NameToInfo), "word/document.xml")


FORMAT = Format("Word document", (".docx", ".docm", ".dotx"), is_word, read_word)
