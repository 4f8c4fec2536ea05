"""Which originals the desk refers to: those of its documents, of drafts, and of files that are still to be read."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, union

from core.desk.arrivals.tables import ARRIVAL, DRAFT
from core.desk.database.schema import DOCUMENT

_REFERRING = (DOCUMENT.c.original, ARRIVAL.c.original, DRAFT.c.original)
_AT_ONCE = 400


def referred(connection: Connection) -> frozenset[str]:
    """The hashes of all files that any row refers to, also one of a dossier that can be asked back."""
    every = union(*(select(column).where(column.is_not(None)) for column in _REFERRING))
    return frozenset(connection.execute(every).scalars())


def unreferred(connection: Connection, hashes: Collection[str | None]) -> tuple[str, ...]:
    """Those of some hashes that no row refers to any more."""
    wanted = sorted({sha256 for sha256 in hashes if sha256})
    known: set[str] = set()
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        known.update(connection.execute(union(*(select(one).where(one.in_(some)) for one in _REFERRING))).scalars())
    return tuple(sha256 for sha256 in wanted if sha256 not in known)
