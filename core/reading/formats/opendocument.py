"""OpenDocument texts (ODT): headings, paragraphs, tables, notes, boxes and comments, without what was struck out."""

from __future__ import annotations

from collections.abc import Iterator

from core.reading.content import Content
from core.reading.formats.format import Format
from core.reading.formats.xml_parts import HIDDEN, Shape, day_of, properties, text_of
from core.reading.formats.zipped import entry_text, open_document
from core.reading.outcome import Unreadable
from core.reading.source import Source

_TYPE = "application/vnd.oasis.opendocument.text"
_SHAPE = Shape(
    blocks=frozenset({"p", "h"}),
    breaks={"tab": "\t", "line-break": "\n", "s": " "},
    skipped=frozenset(
        {"tracked-changes", "creator", "creator-initials", "date", "date-string", "note-citation", "forms"}
        | {"sequence-decls"}
    ),
    asides=frozenset({"note", "annotation", "text-box"}),
    struck=frozenset({"deletion"}),
)


def is_opendocument(source: Source) -> bool:
    """Whether the archive calls itself a text of OpenDocument."""
    kind = entry_text(source, "mimetype")
    return kind.startswith(_TYPE) or (not kind and f'"{_TYPE}' in entry_text(source, "META-INF/manifest.xml"))


def read_opendocument(source: Source) -> Iterator[Content]:
    """The text of the document with what its metadata say."""
    if "encryption-data" in entry_text(source, "META-INF/manifest.xml"):
        raise Unreadable("needs password", "It is locked with a password; please unlock it and send it again.")
    with open_document(source) as archive:
        words = text_of(archive, "content.xml", _SHAPE, source.budget)
        about = properties(archive, "meta.xml", source.budget)
    yield Content(
        text=words.text,
        title=about.get("title"),
        author=about.get("initial-creator") or about.get("creator"),
        published=day_of(about.get("creation-date") or about.get("date")),
        dated_by="from the day on which the file was made",
        lacks=words.lacks,
        remarks=(HIDDEN,) if words.hides else (),
    )


FORMAT = Format("OpenDocument text", (".odt", ".ott"), is_opendocument, read_opendocument)
