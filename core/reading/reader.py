"""Bytes and a name to a :class:`~core.models.Document`."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import PurePath

from core.models import Document
from core.reading.boilerplate import boilerplate
from core.reading.content import Content
from core.reading.encoding import storable
from core.reading.formats import read_content
from core.reading.guess import guess
from core.reading.limits import MAX_BYTES, MAX_CHARACTERS
from core.reading.notices import notices
from core.reading.outcome import Unreadable


def read(data: bytes, name: str, published: dt.date | None = None) -> Document:
    """The document that a file holds, with headline, outlet and publication date where they can be found.

    Args:
        data: the file's bytes; they decide the format.
        name: the file's name, shown to people; a path is cut to its last part.
        published: publication date where it is known; it wins over what the file says.

    Raises:
        Unreadable: with one sentence for people.
    """
    if not data.strip():
        raise Unreadable("empty", "This file is empty.")
    if len(data) > MAX_BYTES:
        raise Unreadable("too large", f"This file is larger than {MAX_BYTES // 2**20} MB; please send it in parts.")
    content = read_content(data, PurePath(name).suffix.lower())
    document = _document(content, hashlib.sha256(data).hexdigest(), name)
    return _finished(_with_guesses(document), published)


def from_text(text: str, name: str, published: dt.date | None = None, as_it_stands: bool = False) -> Document:
    """A document from text that was pasted or handed over: no character moves, so that offsets into ``text`` hold.

    Args:
        text: NUL and lone surrogates stand as U+FFFD, one for one.
        name: what people call it.
        published: publication date where it is known.
        as_it_stands: take it as it is given: nothing guessed from its first lines, nothing marked as boilerplate.

    Raises:
        Unreadable: nothing but white space, or too long; with ``as_it_stands``, too long alone.
    """
    stored = storable(text)
    digest = hashlib.sha256(stored.encode()).hexdigest()
    if as_it_stands:
        _refuse_too_long(stored)
        return _finished(_document(Content(stored), digest, name), published)
    return _finished(_with_guesses(_document(Content(stored), digest, name)), published)


def _document(content: Content, sha256: str, name: str) -> Document:
    from core.language import language_of  # loads spaCy: only where something is read

    return Document(
        id=sha256[:16],
        name=storable(PurePath(name.replace("\\", "/")).name[:200]) or "untitled",
        text=content.text,
        sha256=sha256,
        title=content.title,
        outlet=content.outlet,
        published=content.published,
        published_from="metadata" if content.published else None,
        language=language_of(content.text),
    )


def _with_guesses(document: Document) -> Document:
    """What metadata leave open looked for in the first lines, and the passages marked that are not reporting."""
    _refuse_blank(document.text)
    _refuse_too_long(document.text)
    found = guess(document.text)
    published = document.published or found.published
    return replace(
        document,
        title=document.title or found.title,
        outlet=document.outlet or found.outlet,
        published=published,
        published_from=document.published_from or ("text" if published else None),
        boilerplate=boilerplate(document.text),
    )


def _finished(document: Document, published: dt.date | None) -> Document:
    if published is not None:
        document = replace(document, published=published, published_from="given")
    return replace(document, warnings=notices(document))


def _refuse_blank(text: str) -> None:
    if not any(character.isalnum() for character in text):
        raise Unreadable("empty", "There is no text in this file: it holds nothing but markup or blank space.")


def _refuse_too_long(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(
            "too large", f"The text is longer than {MAX_CHARACTERS:,} characters; please send it in parts."
        )


def with_details(document: Document, title: str | None, outlet: str | None, published: dt.date | None) -> Document:
    """The document as people describe it; a date that they changed counts as given, one they left stays a guess."""
    changed = replace(document, title=title or None, outlet=outlet or None, published=published)
    if published != document.published:
        changed = replace(changed, published_from="given" if published else None)
    return replace(changed, warnings=notices(changed))
