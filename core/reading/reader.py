"""Bytes and a name to a :class:`~core.models.Document`."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from core.language import language_of
from core.models import Document
from core.reading.boilerplate import boilerplate
from core.reading.content import Content
from core.reading.encoding import storable
from core.reading.formats import read_content
from core.reading.guess import guess
from core.reading.limits import MAX_BYTES, MAX_CHARACTERS
from core.reading.notices import notices
from core.reading.outcome import Unreadable

_From = Literal["given", "metadata", "text"]


def read(data: bytes, name: str) -> Document:
    """The document that a file holds, with headline, outlet and publication date where they can be found.

    Args:
        data: the file's bytes; they decide the format.
        name: the file's name, shown to people; a path is cut to its last part.

    Raises:
        Unreadable: with one sentence for people.
    """
    if not data.strip():
        raise Unreadable("empty", "This file is empty.")
    if len(data) > MAX_BYTES:
        raise Unreadable("too large", f"This file is larger than {MAX_BYTES // 2**20} MB; please send it in parts.")
    content = read_content(data, name)
    return _document(content, hashlib.sha256(data).hexdigest(), name)


def from_text(
    text: str, name: str, published: dt.date | None = None, *, id: str | None = None, guesses: bool = True
) -> Document:
    """A document from text as it stands: no character moves, so that offsets into ``text`` hold.

    Args:
        text: pasted or handed over; NUL and lone surrogates stand as U+FFFD, one for one.
        name: what people call it.
        published: publication date where it is known.
        id: the document's id; by default made from the text's digest.
        guesses: whether headline, outlet and a missing publication date are looked for in the text.

    Raises:
        Unreadable: nothing but white space, or too long.
    """
    stored = storable(text)
    digest = hashlib.sha256(stored.encode()).hexdigest()
    return _document(Content(stored, published=published), digest, name, "given", id, guesses)


def _document(
    content: Content,
    sha256: str,
    name: str,
    source: _From = "metadata",
    id: str | None = None,
    guesses: bool = True,
) -> Document:
    _check(content.text)
    found = guess(content.text) if guesses else Content("")
    published = content.published or found.published
    document = Document(
        id=id or sha256[:16],
        name=storable(PurePath(name.replace("\\", "/")).name[:200]) or "untitled",
        text=content.text,
        sha256=sha256,
        title=content.title or found.title,
        outlet=content.outlet or found.outlet,
        published=published,
        published_from=None if published is None else source if content.published else "text",
        language=language_of(content.text),
        boilerplate=boilerplate(content.text),
    )
    return replace(document, warnings=notices(document))


def _check(text: str) -> None:
    if not any(character.isalnum() for character in text):
        raise Unreadable("empty", "There is no text in this file: it holds nothing but markup or blank space.")
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(
            "too large", f"The text is longer than {MAX_CHARACTERS:,} characters; please send it in parts."
        )
