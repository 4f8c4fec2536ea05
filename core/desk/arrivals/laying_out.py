"""Documents of a file become drafts of whoever handed it in; what is there already is said and not laid out twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from core.desk import dossier_store
from core.desk.arrivals.tables import DRAFT
from core.desk.database import Database
from core.desk.database.blobs import packed
from core.desk.database.schema import HOLDING
from core.models import Document

_AT_ONCE = 400
_THERE = "This is in the dossier already; it was not added twice."
_TWICE = "The same file was handed in twice; it is listed once."


class Laid(NamedTuple):
    """A document on its way to the drafts, and the sentence on a text that it is almost the same as."""

    document: Document
    alike: str = ""


def lay_out(
    connection: Connection,
    database: Database,
    dossier: str,
    owner: str,
    laid: Sequence[Laid],
    handed_in: float | None = None,
    leaves: bool = False,
) -> tuple[str, ...]:
    """Write the drafts of one key's owner, but for what the dossier or they themselves have already.

    Args:
        connection: of the transaction that writes.
        database: its database.
        dossier: one that is begun.
        owner: the key.
        laid: the documents.
        handed_in: when their file was; null for now.
        leaves: they are about to leave the dossier, so that it does not count that it has them.

    Returns:
        Sentences on those that were left out, and on a dossier that cannot hold them all.
    """
    there = set() if leaves else _held(connection, dossier, [one.document.sha256 for one in laid])
    new = [one for one in laid if one.document.sha256 not in there]
    now = database.now()
    into = (sqlite.insert if database.is_sqlite else postgresql.insert)(DRAFT)
    into = into.values(handed_in=now if handed_in is None else handed_in, touched=now).on_conflict_do_nothing()
    rows = [_row(dossier, owner, one) for one in {one.document.id: one for one in new}.values()]
    added = sum(
        len(connection.execute(into.returning(DRAFT.c.number), rows[at : at + _AT_ONCE]).all()) for at in _steps(rows)
    )
    said = [_said(len(laid) - len(new), len(laid), _THERE, "in the dossier already; they were not added twice")]
    said.append(_said(len(new) - added, len(laid), _TWICE, "handed in twice; they are listed once"))
    if added:
        said.append(_too_many(connection, dossier, owner))
    return tuple(sentence for sentence in said if sentence)


def row_of(document: Document) -> dict[str, Any]:
    """The columns of a draft that tell of its document."""
    return {"published": document.published, "content": packed(document)}


def _row(dossier: str, owner: str, laid: Laid) -> dict[str, Any]:
    document = laid.document
    row = {"dossier": dossier, "owner": owner, "id": document.id, "sha256": document.sha256}
    return row | row_of(document) | {"original": document.original, "alike": laid.alike}


def _held(connection: Connection, dossier: str, hashes: Sequence[str]) -> set[str]:
    """Which of some contents the dossier holds."""
    found: set[str] = set()
    for at in _steps(hashes):
        asked = select(HOLDING.c.sha256).where(HOLDING.c.dossier == dossier)
        found.update(connection.execute(asked.where(HOLDING.c.sha256.in_(hashes[at : at + _AT_ONCE]))).scalars())
    return found


def _said(count: int, of: int, alone: str, many: str) -> str:
    if not count:
        return ""
    return alone if of == 1 else f"{count:,} of its {of:,} documents are {many}."


def _too_many(connection: Connection, dossier: str, owner: str) -> str:
    """A sentence where the dossier cannot hold the drafts as well."""
    held = select(func.count()).select_from(HOLDING).where(HOLDING.c.dossier == dossier).scalar_subquery()
    mine = DRAFT.c.dossier == dossier, DRAFT.c.owner == owner
    drafts = select(func.count()).select_from(DRAFT).where(*mine).scalar_subquery()
    room = dossier_store.MOST_DOCUMENTS - connection.execute(select(held)).scalar_one()
    if connection.execute(select(drafts)).scalar_one() <= room:
        return ""
    most = f"{dossier_store.MOST_DOCUMENTS:,}"
    return f"A dossier holds at most {most} documents; this one has room for {max(room, 0):,} more."


def _steps(rows: Sequence[object]) -> range:
    return range(0, len(rows), _AT_ONCE)
