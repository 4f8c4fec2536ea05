"""E-books (EPUB): the chapters in the order of the spine."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from itertools import accumulate
from urllib.parse import unquote

from core.ingest.budget import Budget
from core.ingest.content import Content
from core.ingest.encoding import decode
from core.ingest.formats.format import Format
from core.ingest.formats.xml_parts import attributes, day_of, properties
from core.ingest.formats.zipped import entry, entry_text, open_document
from core.ingest.markup import all_text
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_CONTAINER = "META-INF/container.xml"
_SEALED = "META-INF/encryption.xml"
_GAP = "\n\n"


def is_book(source: SourceFile) -> bool:
    """Whether the archive calls itself an e-book, or has the file that leads to one."""
    return entry_text(source, "mimetype").startswith("application/epub+zip") or _CONTAINER in source.entries


def read_book(source: SourceFile) -> Iterator[Content]:
    """All chapters as one document; each begins a page."""
    with open_document(source) as archive:
        package = next(
            (a["full-path"] for a in attributes(archive, _CONTAINER, "rootfile", source.budget) if "full-path" in a), ""
        )
        about = properties(archive, package, source.budget)
        sealed = _sealed(archive, source.budget)
        lacks: list[str] = []
        spine = _spine(archive, package, source.budget)
        if not sealed.isdisjoint(spine):
            lacks.append("Some chapters are protected against copying and were not read.")
        chapters = [text for name in spine if name not in sealed and (text := _chapter(archive, name, source, lacks))]
    if not chapters and _SEALED in source.entries:
        raise Unreadable("needs password", "It is protected against copying and cannot be opened.")
    starts = accumulate((len(chapter) + len(_GAP) for chapter in chapters[:-1]), initial=0)
    yield Content(
        text=_GAP.join(chapters),
        title=about.get("title"),
        author=about.get("creator"),
        outlet=about.get("publisher"),
        published=day_of(about.get("date")),
        dated_by="from the book’s own details",
        pages=tuple(starts) if chapters else (),
        lacks=tuple(dict.fromkeys(lacks)),
    )


def _sealed(archive: zipfile.ZipFile, budget: Budget) -> frozenset[str]:
    """Names of the files that are encrypted."""
    named = attributes(archive, _SEALED, "CipherReference", budget)
    return frozenset(posixpath.normpath(unquote(entry.get("URI", ""))) for entry in named)


def _spine(archive: zipfile.ZipFile, package: str, budget: Budget) -> list[str]:
    """Names of the chapters in reading order; where the package says nothing, all pages in the order of the archive."""
    folder = posixpath.dirname(package)
    pages = {
        item.get("id"): unquote(item.get("href", ""))
        for item in attributes(archive, package, "item", budget)
        if "nav" not in item.get("properties", "").split()  # the list of chapters, which some books show as one
    }
    order = [pages.get(item.get("idref")) for item in attributes(archive, package, "itemref", budget)]
    names = [posixpath.normpath(posixpath.join(folder, href)) for href in order if href]
    return list(dict.fromkeys(names)) or [
        name for name in archive.namelist() if name.lower().endswith((".xhtml", ".html", ".htm"))
    ]


def _chapter(archive: zipfile.ZipFile, name: str, source: SourceFile, lacks: list[str]) -> str:
    try:
        data = entry(archive, archive.getinfo(name), source)
        return all_text(decode(data, markup=True)) if data.strip() else ""
    except Unreadable as trouble:
        if trouble.code in ("too large", "timed out"):
            lacks.append("A chapter was not read: " + trouble.message)
        else:
            lacks.append("A chapter is missing or damaged.")
        return ""
    except KeyError:
        lacks.append("A chapter is missing or damaged.")
        return ""


FORMAT = Format("e-book", (".epub",), is_book, read_book)
