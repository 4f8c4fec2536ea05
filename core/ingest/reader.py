"""Bytes and a name to documents: one outcome for the file, and one for each file inside it."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Iterator
from dataclasses import replace

from core.ingest.budget import Budget
from core.ingest.content import Content, Member, Part, Refused
from core.ingest.details import document_of, finished, with_guesses
from core.ingest.encoding import storable
from core.ingest.formats import format_of
from core.ingest.gathered import Gathered
from core.ingest.limits import MIB
from core.ingest.names import shown_name
from core.ingest.outcome import Outcome, Unreadable
from core.ingest.source import SourceFile
from core.models import Document
from core.shelter import kind_of

_log = logging.getLogger("dateline.reading")


def read_file(
    data: bytes,
    name: str,
    published: dt.date | None = None,
    budget: Budget | None = None,
    text_column: str | None = None,
) -> Outcome:
    """What becomes of a file; raises nothing but ``MemoryError``.

    Args:
        data: the file's bytes; they decide the format.
        name: the file's name, shown to people; a path is cut to its last part.
        published: publication date where it is known; it wins over what the file says.
        budget: how much of it is read, and who is told where reading has come to.
        text_column: of a table or list, the column that holds the texts, where its name does not say so.
    """
    budget = budget or Budget()
    if len(data) > budget.limits.upload:
        sentence = f"This file is larger than {budget.limits.upload // MIB} MB; please send it in parts."
        return Outcome(shown_name(name), "too large", sentence)
    source = SourceFile(data, name, budget, text_column=text_column)
    return _Reading(published, _digest(data), shown_name(name)).outcome(source)


def read(data: bytes, name: str, published: dt.date | None = None) -> Document:
    """The first document of a file.

    Raises:
        Unreadable: there is none, with one sentence for people.
    """
    outcome = read_file(data, name, published)
    document = next(outcome.documents(), None)
    if document is None:
        raise Unreadable(outcome.code, outcome.sentence)  # type: ignore[arg-type]  # what is read has a document
    return document


def from_text(text: str, name: str, published: dt.date | None = None, as_it_stands: bool = False) -> Document:
    """A document from text that was pasted or handed over; only typed quotation marks become true ones.

    Args:
        text: NUL and lone surrogates stand as U+FFFD, one for one.
        name: what people call it.
        published: publication date where it is known.
        as_it_stands: take it as it is given: no character moves, so that offsets into ``text`` hold; nothing guessed
            from its first lines, nothing marked as boilerplate.

    Raises:
        Unreadable: nothing but white space, or too long; with ``as_it_stands``, too long alone.
    """
    stored = storable(text)
    Budget().take_text(stored)
    document = document_of(Content(stored), _digest(stored.encode()), name)
    if as_it_stands:
        return finished(document, published)
    if not _has_words(stored):
        raise Unreadable("empty", "There is no text in it.")
    return finished(with_guesses(document), published)


class _Reading:
    """The walk through one file handed in and all that is inside it."""

    def __init__(self, published: dt.date | None, original: str, name: str) -> None:
        self._published = published
        self._original = original
        self._name = name

    def outcome(self, source: SourceFile) -> Outcome:
        """What becomes of one file on any level."""
        found = Gathered()
        try:
            for part in self._parts(source):
                self._take(part, source, found)
        except Unreadable as trouble:
            found.trouble = trouble
            if trouble.offered:
                content = Content(trouble.offered, remarks=(trouble.message,))
                found.offered = self._document(content, _digest(source.data), source)
        except MemoryError:
            raise
        except RecursionError:
            found.trouble = Unreadable("too large", "Its parts are nested more deeply than is read.")
        except Exception as error:  # parsers raise many kinds of errors on damaged files; the text stays out of the log
            _log.warning("a file could not be parsed: %s", kind_of(error))
            found.trouble = Unreadable("damaged", "This file is damaged and could not be read to its end.")
        return found.outcome(shown_name(source.name))

    def _parts(self, source: SourceFile) -> Iterator[Part]:
        if not source.data.strip():
            raise Unreadable("empty", "This file is empty.")
        if not source.data.strip(b"\0"):
            raise Unreadable("empty", "This file holds nothing but zeros: its content was lost before it came here.")
        yield from format_of(source).read(source)

    def _take(self, part: Part, source: SourceFile, found: Gathered) -> None:
        if isinstance(part, Content):
            self._take_content(part, source, found)
            return
        source.budget.open_member()
        if isinstance(part, Refused):
            found.members.append(Outcome(shown_name(part.name), part.trouble.code, part.trouble.message))
        else:
            found.members.append(self._member(part, source))

    def _member(self, part: Member, source: SourceFile) -> Outcome:
        if source.level >= source.budget.limits.depth:
            sentence = f"It lies more than {source.budget.limits.depth} levels deep and was not opened."
            return Outcome(shown_name(part.name), "too large", sentence)
        return self.outcome(SourceFile(part.data, part.name, source.budget, source.level + 1, source.text_column))

    def _take_content(self, content: Content, source: SourceFile, found: Gathered) -> None:
        if content.name is None:
            found.lacks.extend(content.lacks)
        else:
            source.budget.open_member()
        if not _has_words(content.text):
            return
        source.budget.take_text(content.text)
        if content.name is None:
            found.document = self._document(content, _digest(source.data), source)
        else:
            document = self._document(content, _digest(content.text.encode()), source)
            found.members.append(Gathered(document=document, lacks=list(content.lacks)).outcome(document.name))

    def _document(self, content: Content, sha256: str, source: SourceFile) -> Document:
        document = document_of(content, sha256, content.name or source.name)
        guessed = with_guesses(document)
        return finished(replace(guessed, original=self._original, original_name=self._name), self._published)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
