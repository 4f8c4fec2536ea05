"""What is behind the pages: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import atexit
import threading

from core.desk.database import StoreUnavailable
from core.desk.desk import Desk
from core.desk.dossier import (
    AlreadyThere,
    Dossier,
    DossierDeleted,
    DossierFull,
    Job,
    NotAccepted,
    UnknownDocument,
    UnknownDossier,
)
from core.desk.dossier_list import DossierRow
from core.desk.glance import Glance
from core.desk.intake import Intake, Reception
from core.desk.journal import Entry
from core.desk.standing import Standing
from core.models.judgement import Judgement, Party, new_judgement

_the_desk: Desk | None = None
_the_intake: Intake | None = None
_lock = threading.Lock()


def desk() -> Desk:
    """The one desk of this process, opened when it is first asked for; its workers end with the process.

    Raises:
        StoreUnavailable: the database cannot be opened now.
    """
    from core.desk.opening import open_desk

    global _the_desk  # noqa: PLW0603 — one a process is what it is
    with _lock:
        if _the_desk is None:
            _the_desk = open_desk()
            atexit.register(_the_desk.close)
        return _the_desk


def intake() -> Intake:
    """The one place of this process where files are handed in, made when it is first asked for."""
    global _the_intake  # noqa: PLW0603 — as above
    with _lock:
        if _the_intake is None:
            _the_intake = Intake()
            atexit.register(_the_intake.close)
        return _the_intake


__all__ = [
    "AlreadyThere",
    "Desk",
    "Dossier",
    "DossierDeleted",
    "DossierFull",
    "DossierRow",
    "Entry",
    "Glance",
    "Intake",
    "Job",
    "Judgement",
    "NotAccepted",
    "Party",
    "Reception",
    "Standing",
    "StoreUnavailable",
    "UnknownDocument",
    "UnknownDossier",
    "desk",
    "intake",
    "new_judgement",
]
