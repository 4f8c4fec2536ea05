"""A file on this machine into a dossier: its bytes kept, its documents waiting, its outcome in a sentence."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.desk.dossier import AlreadyThere, DossierFull, Held
from core.desk.dossier_store import DossierStore
from core.desk.jobs import new_job
from core.desk.originals import Originals
from core.ingest import LIMITS, Outcome

_NOT_KEPT = "The file could not be kept; nothing of it was added."


class ReadsFiles(Protocol):
    """What reads one file and never raises; :class:`~core.ingest.isolation.Readers` does."""

    def read(
        self, data: bytes, name: str, *, text_column: str | None = None, progress: Callable[[str], None] = ...
    ) -> Outcome:
        """What becomes of a file."""

    def close(self) -> None:
        """End what it uses."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file: a sentence for people, and the ids of its documents.

    ``added`` are documents that were not in the dossier. ``whole`` is false where something of it gave no document;
    ``again`` is true where the machine, not the file, is to blame: it may be tried again.
    """

    sentence: str
    added: tuple[str, ...] = ()
    whole: bool = True
    again: bool = False


class Receiving:
    """Where files of this machine come in. May be used by several threads."""

    def __init__(self, store: DossierStore, readers: ReadsFiles, originals: Originals) -> None:
        self._store = store
        self._readers = readers
        self._originals = originals

    def receive(self, data: bytes, name: str, dossier: str, by: str = "") -> Received:
        """Put the documents of a file into a dossier; those that it holds already are no failure.

        Args:
            data: the file's bytes, as :func:`content` gives them.
            name: its name, shown to people.
            dossier: the dossier's id.
            by: who adds it; the journal has it.

        Raises:
            StoreUnavailable: the database refuses; what was added before stays, and is not added twice.
        """
        if len(data) <= LIMITS.upload and self._originals.keep(data) is None:
            return Received(_NOT_KEPT, whole=False, again=True)
        outcome = self._readers.read(data, name)
        added, said, whole, there = [], [], True, 0
        for document in outcome.documents():
            try:
                self._store.add(dossier, Held(document, new_job(document)), by)
                added.append(document.id)
            except AlreadyThere:
                there += 1
            except DossierFull as full:
                said.append(str(full))
                whole = False
                break
        for inside, sentence in outcome.unread():
            said.append(" › ".join((*inside, sentence)))
            whole = False
        counts = [(len(added), "added"), (there, "in this dossier already")]
        said[:0] = [f"{_many(count)} {what}." for count, what in counts if count]
        return Received(" ".join(said), tuple(added), whole)


def content(path: Path) -> bytes:
    """The bytes of a file, and of one that is too large to be read at all no more than shows that it is.

    Raises:
        OSError: it cannot be opened, or is no file: a pipe would never end.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "this is no file")
        return file.read(LIMITS.upload + 1)


def _many(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"
