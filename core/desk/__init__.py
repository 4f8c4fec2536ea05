"""The store behind the pages: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import atexit

from core.desk.dossier import AlreadyThere, Dossier, DossierFull, Job, UnknownDocument
from core.desk.intake import Intake, Reception
from core.desk.store import Desk
from core.models.judgement import Judgement, Party, new_judgement

_the_desk = Desk()  # costs nothing until a document is handed in
_the_intake = Intake()  # as little
atexit.register(_the_desk.close)
atexit.register(_the_intake.close)


def desk() -> Desk:
    """The one desk of this process; its worker ends with the process."""
    return _the_desk


def intake() -> Intake:
    """The one place of this process where files are handed in."""
    return _the_intake


__all__ = [
    "AlreadyThere",
    "Desk",
    "Dossier",
    "DossierFull",
    "Intake",
    "Job",
    "Judgement",
    "Party",
    "Reception",
    "UnknownDocument",
    "desk",
    "intake",
    "new_judgement",
]
