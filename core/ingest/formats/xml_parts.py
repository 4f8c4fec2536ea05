"""XML inside archives, read as a stream: no tree is built, nothing fetched, and entities end it."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from core.ingest.budget import Budget
from core.ingest.formats.unpacking import chunks
from core.ingest.limits import MIB
from core.ingest.outcome import Unreadable

_FAULTS = (etree.LxmlError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError)
_SPACES = re.compile(r"[ \t]{2,}")
_LONGEST_PROPERTY = 300
STRUCK = "Words that were struck out are still in the file (tracked changes); they were not read."
HIDDEN = "Some of its text is hidden from who opens the file; it was read with the rest."
_FEW_LETTERS = 8
_SHOWN = ("0", "false", "off")
_BROKEN_OFF = "The file is damaged; what follows its last readable paragraph is missing."


@dataclass(frozen=True, slots=True)
class Shape:
    """Which elements of a format make up its text; names are without namespaces.

    Attributes:
        blocks: elements that stand on lines of their own.
        breaks: elements that stand for characters.
        skipped: elements of which nothing is text, whatever is inside.
        asides: elements inside a block that stand apart from its text, as notes and boxes do: they follow it.
        struck: elements that hold words which were struck out and are still in the file.
        words: elements whose own text counts; empty where all text inside blocks does.
    """

    blocks: frozenset[str]
    breaks: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PartText:
    """The text of one part of a document.

    Attributes:
        lacks: what of it was not read, in sentences.
        hides: whether some of it is hidden from who looks at the document.
    """

    text: str = ""
    lacks: tuple[str, ...] = ()
    hides: bool = False


def text_of(archive: zipfile.ZipFile, name: str, shape: Shape, budget: Budget) -> PartText:
    """The text of one entry, an empty line between blocks, and what it lacks where it could not be read to its end.

    An entry that is missing is empty and lacks nothing.

    Raises:
        Unreadable: there is a fault before any text, or more text than is read.
    """
    if name not in archive.NameToInfo:
        return PartText()
    return _words(shape, budget, lambda walker: fed(archive, name, walker, budget))


def text_of_flat(data: bytes, shape: Shape, budget: Budget) -> PartText:
    """The same for XML that is a file of its own."""
    return _words(shape, budget, lambda walker: _fed(budget.counted(_slices(data), len(data)), walker))


def _slices(data: bytes) -> Iterator[bytes]:
    yield from (data[at : at + MIB] for at in range(0, len(data), MIB))


def _words(shape: Shape, budget: Budget, feed: Callable[[_Walker], bool]) -> PartText:
    walker = _Walker(shape, budget)
    try:
        lacks = () if feed(walker) else (_BROKEN_OFF,)
    except Unreadable as trouble:
        if trouble.code != "timed out":
            raise
        lacks = (trouble.message,)
    text = walker.text()
    if lacks and not text:
        raise Unreadable("damaged", "This file is damaged: no text of it can be read.")
    return PartText(text, (*lacks, *((STRUCK,) if walker.has_struck else ())), walker.hides)


def margin(texts: Iterable[str]) -> tuple[str, ...]:
    """What to say of the texts at the top and foot of pages, which are no part of the document's own; page numbers
    alone are not worth a word."""
    words = " ".join(dict.fromkeys(line for text in texts for line in text.split("\n") if line))
    if sum(map(str.isalpha, words)) < _FEW_LETTERS:
        return ()
    return (f"At the top or foot of its pages stands “{words[:_LONGEST_PROPERTY]}”; it was left out of the text.",)


def properties(archive: zipfile.ZipFile, name: str, budget: Budget) -> dict[str, str]:
    """The text of each element of a file of metadata, the first of each name; what is broken is left out."""
    collector = _Properties()
    if name in archive.NameToInfo:
        fed(archive, name, collector, budget)
    return collector.found


def properties_of_flat(data: bytes) -> dict[str, str]:
    """The same for XML that is a file of its own."""
    collector = _Properties()
    _fed((data,), collector)
    return collector.found


def attributes(archive: zipfile.ZipFile, name: str, tag: str, budget: Budget) -> list[Mapping[str, str]]:
    """The attributes of all elements of a name in one entry, without namespaces, in order."""
    collector = _Attributes(tag)
    if name in archive.NameToInfo:
        fed(archive, name, collector, budget)
    return collector.found


def day_of(words: str | None) -> dt.date | None:
    """The calendar day of an ISO time stamp."""
    try:
        return dt.date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def fed(archive: zipfile.ZipFile, name: str, target: object, budget: Budget) -> bool:
    """Run an entry through a parser target; false where it is no XML from some point on.

    Raises:
        Unreadable: a limit is reached.
    """
    try:
        with archive.open(name) as stream:
            return _fed(budget.counted(chunks(stream), archive.getinfo(name).compress_size), target)
    except _FAULTS:
        return False


def _fed(pieces: Iterable[bytes], target: object) -> bool:
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.close()
    except _FAULTS:
        return False
    return True


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


class NoDoctype:
    """Declarations of entities are a trap: no office program writes any."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse the file."""
        raise ValueError("a document type in an office document")


class _Walker(NoDoctype):
    """Receives elements from lxml's parser and gathers text by a shape."""

    def __init__(self, shape: Shape, budget: Budget) -> None:
        self._shape = shape
        self._budget = budget
        self._length = 0
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._skipped = self._blocks = 0
        self._around: list[list[str]] = []
        self._asides: list[str] = []
        self.has_struck = self.hides = self._vanishes = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        self._open.append(name)
        self._skipped += name in self._shape.skipped
        self.has_struck |= name in self._shape.struck
        self._vanishes |= name == "vanish" and not any(value in _SHOWN for value in attributes.values())
        self.hides |= _is_hidden(name, attributes)
        if name in self._shape.asides:
            self._around.append(self._pieces)
            self._pieces = []
        self._blocks += name in self._shape.blocks
        if not self._skipped:
            self._pieces.append("\n" if name in self._shape.blocks else self._shape.breaks.get(name, ""))

    def end(self, tag: str) -> None:
        name = self._open.pop()
        self._vanishes &= name not in ("r", "pPr")
        if name in self._shape.blocks:
            self._blocks -= 1
            self._pieces.append("" if self._skipped else "\n")
            if not self._around:
                self._pieces += self._asides
                self._asides.clear()
        if name in self._shape.asides and self._around:
            self._asides += ["\n", *self._pieces, "\n"]
            self._pieces = self._around.pop()
        self._skipped -= name in self._shape.skipped

    def data(self, text: str) -> None:
        wanted = self._open[-1] in self._shape.words if self._shape.words else self._blocks
        if wanted and not self._skipped:
            self._pieces.append(text.replace("\n", " "))
            self.hides |= self._vanishes
            self._length += len(text)
            self._budget.refuse_longer(self._length)

    def comment(self, _text: str) -> None:
        """Comments of the markup are no text."""

    def close(self) -> None:
        """The parser wants a result; :meth:`text` gives it, also where the parser does not come so far."""

    def text(self) -> str:
        pieces = [piece for part in (*self._around, self._pieces, self._asides) for piece in part]
        lines = (_SPACES.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
        return "\n\n".join(line for line in lines if line)


def _is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element of OpenDocument hides text."""
    if name in ("hidden-text", "hidden-paragraph"):
        return True
    return name in ("text-properties", "section") and any(
        local(key) == "display" and value == "none" for key, value in attributes.items()
    )


class _Properties(NoDoctype):
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._words: list[str] = []

    def start(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._words.clear()

    def end(self, tag: str) -> None:
        words = " ".join("".join(self._words).split())[:_LONGEST_PROPERTY]
        if words:
            self.found.setdefault(local(tag), words)
        self._words.clear()

    def data(self, text: str) -> None:
        if len(self._words) < _LONGEST_PROPERTY:
            self._words.append(text[:_LONGEST_PROPERTY])

    def close(self) -> None: ...


class _Attributes(NoDoctype):
    def __init__(self, tag: str) -> None:
        self.found: list[Mapping[str, str]] = []
        self._tag = tag

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if local(tag) == self._tag:
            self.found.append({local(name): value for name, value in attributes.items()})

    def end(self, _tag: str) -> None: ...

    def close(self) -> None: ...
