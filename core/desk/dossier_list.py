"""Dossiers as rows of a list: name, how much is in them, the span of days, the last change."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING

UNNAMED = "Unnamed dossier"
"""What a dossier is called that nobody gave a name."""


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier in a list. Moments are in seconds since 1970; of ``earliest`` and ``latest`` both or none is there.

    ``unread`` documents wait or are being read, ``failed`` ones could not be read, ``undated`` ones have no day of
    publication. ``changed`` is when somebody last did something, which a document that has been read is not.
    """

    id: str
    name: str
    description: str
    listed: bool
    documents: int
    unread: int
    failed: int
    undated: int
    earliest: dt.date | None
    latest: dt.date | None
    made: float
    made_by: str
    changed: float
    changed_by: str
    archived: float | None
    deleted: float | None

    @property
    def shown_name(self) -> str:
        """The name, or what stands for it."""
        return self.name or UNNAMED


def rows(connection: Connection, which: ColumnElement[bool]) -> tuple[DossierRow, ...]:
    """Some dossiers, the one that was changed last before the others.

    The states are asked for apart: few documents are in one that counts here, and an index finds them.
    """
    chosen = select(DOSSIER.c.id).where(which)
    heads = select(DOSSIER).where(which).order_by(DOSSIER.c.changed.desc(), DOSSIER.c.id)
    held = (
        select(
            HOLDING.c.dossier,
            func.count(),
            func.count(DOCUMENT.c.published),
            func.min(DOCUMENT.c.published),
            func.max(DOCUMENT.c.published),
        )
        .join(DOCUMENT, DOCUMENT.c.number == HOLDING.c.document)
        .where(HOLDING.c.dossier.in_(chosen))
        .group_by(HOLDING.c.dossier)
    )
    unsettled = (
        select(HOLDING.c.dossier, DOCUMENT.c.state, func.count())
        .join(DOCUMENT, DOCUMENT.c.number == HOLDING.c.document)
        .where(HOLDING.c.dossier.in_(chosen), DOCUMENT.c.state.in_(("waiting", "reading", "failed")))
        .group_by(HOLDING.c.dossier, DOCUMENT.c.state)
    )
    counts = {dossier: tuple(numbers) for dossier, *numbers in connection.execute(held)}
    states = {(dossier, state): count for dossier, state, count in connection.execute(unsettled)}
    found = []
    for head in connection.execute(heads).mappings():
        documents, dated, earliest, latest = counts.get(head["id"], (0, 0, None, None))
        said = {name: head[name] for name in ("id", "name", "description", "listed", "made", "made_by")}
        said |= {name: head[name] for name in ("changed", "changed_by", "archived", "deleted")}
        said |= {"unread": sum(states.get((head["id"], state), 0) for state in ("waiting", "reading"))}
        said |= {"failed": states.get((head["id"], "failed"), 0), "documents": documents, "undated": documents - dated}
        found.append(DossierRow(**said, earliest=earliest, latest=latest))
    return tuple(found)


def is_named_by(row: DossierRow, search: str) -> bool:
    """Whether the name of a dossier has all words of a search in it, whatever their case or accents."""
    name = _folded(row.shown_name)
    return all(word in name for word in _folded(search).split())


def _folded(text: str) -> str:
    """Without what tells two spellings of one name apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(sign))
