"""Whose hand it was: who added each document of a dossier, and who decided what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from core.desk.database.schema import DOSSIER, HOLDING, JOURNAL

DECIDED = "judged"
"""The deed that the journal has of a decision."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Names by the id of a document that was added, and of a decision; those without a name are left out."""

    added: Mapping[str, str] = field(default_factory=dict)
    decided: Mapping[str, str] = field(default_factory=dict)


def signatures(connection: Connection, dossier: str) -> Signatures:
    """Those of a dossier that is there."""
    there = DOSSIER.c.deleted.is_(None)
    added = select(HOLDING.c.id, HOLDING.c.added_by).join(DOSSIER, DOSSIER.c.id == HOLDING.c.dossier)
    added = added.where(HOLDING.c.dossier == dossier, HOLDING.c.added_by != "", there)
    decided = select(JOURNAL.c.subject, JOURNAL.c.who).join(DOSSIER, DOSSIER.c.id == JOURNAL.c.dossier)
    decided = decided.where(JOURNAL.c.dossier == dossier, JOURNAL.c.deed == DECIDED, JOURNAL.c.who != "", there)
    return Signatures(*({str(key): str(who) for key, who in connection.execute(rows)} for rows in (added, decided)))
