"""The store behind the pages: dossiers, their documents, what was found in them, and the jobs that find it."""

from __future__ import annotations

import atexit

from core.desk.dossier import AlreadyThere, Dossier, DossierFull, Job, UnknownDocument
from core.desk.store import Desk

_the_desk = Desk()  # costs nothing until a document is handed in
atexit.register(_the_desk.close)


def desk() -> Desk:
    """The one desk of this process; its worker ends with the process."""
    return _the_desk


__all__ = ["AlreadyThere", "Desk", "Dossier", "DossierFull", "Job", "UnknownDocument", "desk"]
