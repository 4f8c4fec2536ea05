"""From the content of a file to a document, with what its first lines say where its metadata are silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from core.ingest.boilerplate import boilerplate
from core.ingest.content import Content
from core.ingest.dateline import plausible
from core.ingest.encoding import storable
from core.ingest.guess import guess
from core.ingest.names import shown_name
from core.ingest.notices import notices, renewed
from core.ingest.typed_marks import with_true_marks
from core.models import Document
from core.shelter import attempted
from core.text.invisible_characters import without
from core.text.language_identification import language_of

_FIRST_LINES = "from the first lines of the text"


def document_of(content: Content, sha256: str, name: str) -> Document:
    """The document with what the file's own metadata say; ``sha256`` is of its bytes and makes its id."""
    published = plausible(content.published)
    return Document(
        id=sha256[:16],
        name=shown_name(name),
        text=content.text,
        sha256=sha256,
        title=_plain(content.title),
        outlet=_plain(content.outlet),
        published=published,
        published_from="metadata" if published else None,
        dated_by=content.dated_by if published else None,
        language=attempted("the language", lambda: language_of(content.text), None),
        author=_plain(content.author),
        address=_plain(content.address),
        pages=content.pages,
        lacks=(*content.lacks, *content.remarks),
    )


def with_guesses(document: Document) -> Document:
    """What metadata leave open looked for in the first lines, and the passages marked that are not reporting.

    Typed quotation marks become true ones.
    """
    text = document.text
    if not document.pages:  # where pages begin is counted in characters
        text = attempted("true marks", lambda: with_true_marks(document.text), text)
    document = replace(document, text=text)
    found = attempted("the first lines", lambda: guess(text), Content(text))
    published = document.published or plausible(found.published)
    return replace(
        document,
        title=document.title or _plain(found.title),
        outlet=document.outlet or _plain(found.outlet),
        published=published,
        published_from=document.published_from or ("text" if published else None),
        dated_by=document.dated_by or (_FIRST_LINES if published else None),
        boilerplate=attempted("boilerplate", lambda: boilerplate(text), ()),
    )


def finished(document: Document, published: dt.date | None) -> Document:
    """The document with its warnings; a date that people gave wins."""
    if published is not None:
        document = replace(document, published=published, published_from="given", dated_by=None)
    return replace(document, warnings=notices(document))


def with_details(document: Document, title: str | None, outlet: str | None, published: dt.date | None) -> Document:
    """The document as people describe it; a date that they changed counts as given, one they left stays a guess."""
    changed = replace(document, title=_plain(title), outlet=_plain(outlet), published=published)
    if published != document.published:
        changed = replace(changed, published_from="given" if published else None, dated_by=None)
    return replace(changed, warnings=renewed(changed))


def lacking(document: Document, lacks: Iterable[str]) -> Document:
    """The document with a warning for all that its file turned out to lack, whatever came after its text too."""
    more = tuple(sentence for sentence in lacks if sentence not in document.lacks)
    if not more:
        return document
    changed = replace(document, lacks=(*document.lacks, *more))
    return replace(changed, warnings=renewed(changed))


def _plain(words: str | None) -> str | None:
    """Names and headlines stand in lists and on buttons: nothing hidden stays in them."""
    return " ".join(without(storable(words)).split()) or None if words else None
