"""What is behind the pages: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import atexit
import threading

from core.desk.arrivals.records import Arrival, Draft, NotKept
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
from core.desk.journal import Entry
from core.desk.standing import Standing
from core.models.judgement import Judgement, Party, new_judgement

_the_desk: Desk | None = None
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


__all__ = [
    "AlreadyThere",
    "Arrival",
    "Desk",
    "Dossier",
    "DossierDeleted",
    "DossierFull",
    "DossierRow",
    "Draft",
    "Entry",
    "Glance",
    "Job",
    "Judgement",
    "NotAccepted",
    "NotKept",
    "Party",
    "Standing",
    "StoreUnavailable",
    "UnknownDocument",
    "UnknownDossier",
    "desk",
    "new_judgement",
]
