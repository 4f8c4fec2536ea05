"""The journal of each dossier: who did what, when, and to which of its documents or decisions."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select, update

from core.desk.database.schema import DOSSIER, JOURNAL


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed. ``at`` is in seconds since 1970; ``who`` is empty for somebody without a name.

    ``subject`` is the id of the document or decision that it was done to, empty for the dossier itself.
    """

    at: float
    who: str
    deed: str
    subject: str


def note(
    connection: Connection, now: ColumnElement[float], dossier: str, who: str, deed: str, subject: str = ""
) -> None:
    """Write a line, which is the dossier's last change from now on."""
    line = {"dossier": dossier, "at": now, "who": who, "deed": deed, "subject": subject}
    connection.execute(insert(JOURNAL).values(line))
    connection.execute(update(DOSSIER).where(DOSSIER.c.id == dossier).values(changed=now, changed_by=who))


def entries(connection: Connection, dossier: str, limit: int) -> tuple[Entry, ...]:
    """The latest lines of a dossier that is there, the last one first."""
    lines = (
        select(JOURNAL.c.at, JOURNAL.c.who, JOURNAL.c.deed, JOURNAL.c.subject)
        .join(DOSSIER, DOSSIER.c.id == JOURNAL.c.dossier)
        .where(JOURNAL.c.dossier == dossier, DOSSIER.c.deleted.is_(None))
        .order_by(JOURNAL.c.number.desc())
        .limit(limit)
    )
    return tuple(Entry(*line) for line in connection.execute(lines))
