"""What pages see of the desk: frozen pictures of a dossier, its documents and its jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.models import Document, Extraction

State = Literal["waiting", "reading", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """The extraction of one document.

    ``progress`` is 0–1 (an estimate while it runs), ``seconds`` is the time taken so far, ``begun`` when it began
    (seconds since 1970). Of those that wait the ones of the least ``rank`` go first.
    """

    id: str
    document: str
    state: State
    progress: float
    sentence: str
    seconds: float
    rank: int = 1
    begun: float | None = None

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        return self.state in ("waiting", "reading")


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a dossier with its latest job and what was found in it, null before it was read.

    ``anew``: the next extraction takes nothing over from the last one.
    """

    document: Document
    job: Job
    record: Extraction | None = None
    anew: bool = True

    @property
    def before(self) -> Extraction | None:
        """What the next extraction may take over."""
        return None if self.anew else self.record


@dataclass(frozen=True, slots=True)
class Dossier:
    """A collection worked on together. ``version`` grows whenever documents or records change: a key for caches."""

    id: str
    documents: tuple[Document, ...]
    version: int
    jobs: tuple[Job, ...]


class UnknownDocument(LookupError):  # noqa: N818 — an answer to people, no fault of the program
    """The dossier does not hold this document, or no longer; ``document`` is its id."""

    def __init__(self, document: str) -> None:
        super().__init__("This document is not in the dossier any more: somebody took it out. Nothing was changed.")
        self.document = document


class AlreadyThere(Exception):  # noqa: N818 — as above
    """The dossier holds the same bytes already; ``document`` is the one it holds."""

    def __init__(self, document: Document) -> None:
        super().__init__(f"“{document.title or document.name}” is in this dossier already; it was not added twice.")
        self.document = document


class DossierFull(Exception):  # noqa: N818 — as above
    """The dossier holds as many documents as it may."""


class DossierDeleted(Exception):  # noqa: N818 — as above
    """The dossier was deleted; for a day it can be asked back."""

    def __init__(self) -> None:
        super().__init__("This dossier was deleted. Within a day it can be asked back; until then nothing is added.")


class UnknownDossier(LookupError):  # noqa: N818 — as above
    """There is no such dossier, or no longer."""

    def __init__(self) -> None:
        super().__init__("There is no such dossier any more. Nothing was changed.")


class NotAccepted(ValueError):  # noqa: N818 — as above
    """What somebody said of a dossier cannot be taken; the message is a sentence that says why."""
