"""Dossiers as a newsroom keeps them: found in a list, named, put aside, deleted and asked back.

A dossier is listed, or known by its link alone: then no list and no search has it, and only whoever was given its
unguessable address comes to it. A deleted one is as if it were not there; for a day it can be asked back as it was.
"""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, select, update

from core.desk import naming
from core.desk.access import Doors, open_dossiers, whoever_asks
from core.desk.database import Database
from core.desk.database.schema import DOSSIER
from core.desk.dossier import DossierDeleted, NotAccepted, UnknownDossier
from core.desk.dossier_list import UNNAMED, DossierRow, is_named_by, rows
from core.desk.holdings import begin
from core.desk.journal import Entry, entries, note
from core.desk.limits import Limits, limits, set_limits
from core.desk.naming import dossier_name
from core.desk.purging import Purged, originals, purge, too_long_ago
from core.desk.sharing import add_from
from core.desk.signatures import Signatures, signatures
from core.desk.standing import Standing, standing


class Dossiers:
    """The dossiers of a database. All methods may be called from any thread.

    ``by`` is the name of whoever acts; the journal has it. Every method raises
    :class:`~core.desk.database.StoreUnavailable` where disk or network refuse; those that change a dossier raise
    UnknownDossier where there is none, and DossierDeleted where it was deleted.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._doors = Doors(database)

    def listed(self, search: str = "", archived: bool = False) -> tuple[DossierRow, ...]:
        """The listed dossiers with all words of a search in their names, the one changed last first.

        Args:
            search: words; none stands for every dossier.
            archived: those that were put aside, instead of the others.
        """
        aside = DOSSIER.c.archived.is_not(None) if archived else DOSSIER.c.archived.is_(None)
        with self._database.reading() as connection:
            found = rows(connection, and_(DOSSIER.c.listed, DOSSIER.c.deleted.is_(None), aside, open_dossiers()))
        return tuple(row for row in found if is_named_by(row, search))

    def recoverable(self) -> tuple[DossierRow, ...]:
        """Listed dossiers that were deleted and can still be asked back."""
        with self._database.reading() as connection:
            gone = DOSSIER.c.deleted >= too_long_ago(self._database)
            return rows(connection, and_(DOSSIER.c.listed, gone, open_dossiers()))

    def about(self, dossier: str) -> DossierRow | None:
        """A dossier with its numbers; null where there is none, or where it was deleted."""
        dossier = self._doors.through(dossier)
        with self._database.reading() as connection:
            found = rows(connection, and_(DOSSIER.c.id == dossier, DOSSIER.c.deleted.is_(None)))
        return found[0] if found else None

    def standing(self, dossier: str) -> Standing | None:
        """A dossier without its numbers, also a deleted one; null where there is none."""
        dossier = self._doors.through(dossier)
        with self._database.reading() as connection:
            return standing(connection, dossier)

    def journal(self, dossier: str, limit: int = 20) -> tuple[Entry, ...]:
        """Who did what, the latest first; nothing where there is no dossier, or where it was deleted."""
        dossier = self._doors.through(dossier)
        with self._database.reading() as connection:
            return entries(connection, dossier, limit)

    def signatures(self, dossier: str) -> Signatures:
        """Who added each document and who decided what; nothing where there is no dossier, or where it was deleted."""
        dossier = self._doors.through(dossier)
        with self._database.reading() as connection:
            return signatures(connection, dossier)

    def make(self, name: str, description: str = "", listed: bool = True, by: str = "") -> str:
        """Begin a dossier; its id, which nobody can guess.

        Raises:
            NotAccepted: name or description cannot be taken.
        """
        dossier = secrets.token_urlsafe(12)
        said = {"name": dossier_name(name), "description": naming.description(description), "listed": listed}
        with self._database.writing() as connection:
            begin(connection, self._database, dossier, by, **said)
            note(connection, self._database.now(), dossier, by, "made")
        return dossier

    def rename(self, dossier: str, name: str, by: str = "") -> None:
        """Give a dossier another name.

        Raises:
            NotAccepted: it cannot be taken.
        """
        self._set(dossier, by, "renamed", name=dossier_name(name))

    def describe(self, dossier: str, description: str, by: str = "") -> None:
        """Say what a dossier is about.

        Raises:
            NotAccepted: it cannot be taken.
        """
        self._set(dossier, by, "described", description=naming.description(description))

    def set_listed(self, dossier: str, listed: bool, by: str = "") -> None:
        """Put a dossier into the list, or have it found by its link alone.

        Raises:
            NotAccepted: it has no name to be listed by.
        """
        dossier = self._doors.through(dossier)
        with self._database.writing() as connection:
            row = _locked(connection, dossier)
            if listed and not row["name"]:
                raise NotAccepted("A dossier is listed by its name. Give it one first.")
            self._write(connection, row, by, "listed" if listed else "unlisted", listed=listed)

    def limits(self, dossier: str) -> Limits:
        """To whom a dossier is limited; to nobody where it is open to whoever has its address."""
        dossier = self._doors.through(dossier)
        with self._database.reading() as connection:
            return limits(connection, dossier)

    def limit(self, dossier: str, to: Limits, by: str = "") -> None:
        """Limit a dossier to some people and groups, or open it to whoever has its address.

        Raises:
            NotAccepted: it would not be open any more to whoever asks.
        """
        person = whoever_asks()
        dossier = self._doors.through(dossier)
        with self._database.writing() as connection:
            row = _locked(connection, dossier)
            if to.members and person is not None and not to.members & person.keys:
                raise NotAccepted(
                    "You would not find it any more yourself. Name your own address, or a group of yours."
                )
            if set_limits(connection, row["id"], to):
                note(connection, self._database.now(), row["id"], by, "limited")

    def archive(self, dossier: str, by: str = "") -> None:
        """Put a dossier aside: it stays as it is, out of the list."""
        self._set(dossier, by, "archived", archived=self._database.now())

    def unarchive(self, dossier: str, by: str = "") -> None:
        """Put a dossier back among the others."""
        self._set(dossier, by, "unarchived", archived=None)

    def delete(self, dossier: str, typed_name: str, by: str = "") -> None:
        """Delete a dossier with all that was found in it; for a day it can be asked back.

        Args:
            dossier: its id.
            typed_name: its name, typed by whoever wants it gone; :data:`UNNAMED` for one that has none.
            by: their own name.

        Raises:
            NotAccepted: that is not its name.
        """
        dossier = self._doors.through(dossier)
        with self._database.writing() as connection:
            row = _locked(connection, dossier)
            if typed_name.strip() != (row["name"] or UNNAMED).strip():
                raise NotAccepted("That is not the dossier’s name, so nothing was deleted.")
            self._write(connection, row, by, "deleted", deleted=self._database.now())

    def ask_back(self, dossier: str, by: str = "") -> None:
        """Have a deleted dossier as it was; one that is there is no matter.

        Raises:
            UnknownDossier: there is none, or it was deleted more than a day ago.
        """
        dossier = self._doors.through(dossier)
        there = and_(DOSSIER.c.id == dossier, DOSSIER.c.deleted >= too_long_ago(self._database))
        with self._database.writing() as connection:
            if connection.execute(update(DOSSIER).where(there).values(deleted=None)).rowcount:
                note(connection, self._database.now(), dossier, by, "asked back")
            elif _row(connection, dossier)["deleted"] is not None:
                raise UnknownDossier

    def add_from(self, dossier: str, document: str, other: str, by: str = "") -> None:
        """Have a dossier hold a document that another holds: see :func:`core.desk.sharing.add_from`."""
        add_from(self._database, self._doors.filling(dossier), document, self._doors.through(other), by)

    def originals(self) -> frozenset[str]:
        """The hashes of all files that anything refers to: see :func:`core.desk.purging.originals`."""
        return originals(self._database)

    def purge(self) -> Purged:
        """Drop for good what was deleted more than a day ago: see :func:`core.desk.purging.purge`."""
        return purge(self._database)

    def _set(self, dossier: str, by: str, deed: str, **values: Any) -> None:
        dossier = self._doors.through(dossier)
        with self._database.writing() as connection:
            self._write(connection, _locked(connection, dossier), by, deed, **values)

    def _write(self, connection: Connection, row: RowMapping, by: str, deed: str, **values: Any) -> None:
        """Change a dossier and say so in the journal; what is so already is no change."""
        if any(_is_new(row[name], value) for name, value in values.items()):
            connection.execute(update(DOSSIER).where(DOSSIER.c.id == row["id"]).values(values))
            note(connection, self._database.now(), row["id"], by, deed)


def _is_new(before: Any, after: Any) -> bool:
    """Whether a column changes; a moment that is set stays."""
    return before is None if isinstance(after, ColumnElement) else bool(before != after)


def _locked(connection: Connection, dossier: str) -> RowMapping:
    """The row of a dossier that is there, which nobody else changes until the end of the transaction."""
    row = _row(connection, dossier)
    if row["deleted"] is not None:
        raise DossierDeleted
    return row


def _row(connection: Connection, dossier: str) -> RowMapping:
    row = connection.execute(select(DOSSIER).where(DOSSIER.c.id == dossier).with_for_update()).mappings().one_or_none()
    if row is None:
        raise UnknownDossier
    return row
