"""Dossiers as a newsroom keeps them: found in a list, named, put aside, deleted and asked back.

A dossier is listed, or known by its link alone: then no list and no search has it, and only whoever was given its
unguessable address comes to it. A deleted one is as if it were not there; for a day it can be asked back as it was.
"""

from __future__ import annotations

import logging
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, delete, select, update

from core.desk.database import Database, StoreUnavailable
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.dossier import DossierDeleted, NotAccepted, UnknownDocument, UnknownDossier
from core.desk.dossier_list import UNNAMED, DossierRow, is_named_by, rows
from core.desk.holdings import begin, hold, in_dossier, refuse
from core.desk.journal import Entry, entries, note
from core.desk.search.indexing import sweep
from core.models import Document

MOST_NAME, MOST_DESCRIPTION = 120, 2_000
"""Characters of a dossier's name and of its description."""

GRACE = 86_400.0
"""Seconds in which a deleted dossier can be asked back."""

_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of what steers a terminal or breaks a line, and of halves of characters."""

_REFERRED = select(DOCUMENT.c.original).where(DOCUMENT.c.original.is_not(None)).distinct()
_log = logging.getLogger("dateline.desk")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the head of every page must know of a dossier: its name, and whether it is there at all."""

    name: str
    description: str
    listed: bool
    archived: float | None
    deleted: float | None
    changed: float
    changed_by: str

    @property
    def shown_name(self) -> str:
        """The name, or what stands for it."""
        return self.name or UNNAMED


@dataclass(frozen=True, slots=True)
class Purged:
    """What is gone for good: how many dossiers and documents, and the hashes of files that no document refers to."""

    dossiers: int
    documents: int
    originals: tuple[str, ...]


class Dossiers:
    """The dossiers of a database. All methods may be called from any thread.

    ``by`` is the name of whoever acts; the journal has it. Every method raises
    :class:`~core.desk.database.StoreUnavailable` where disk or network refuse; those that change a dossier raise
    UnknownDossier where there is none, and DossierDeleted where it was deleted.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, search: str = "", archived: bool = False) -> tuple[DossierRow, ...]:
        """The listed dossiers with all words of a search in their names, the one changed last first.

        Args:
            search: words; none stands for every dossier.
            archived: those that were put aside, instead of the others.
        """
        aside = DOSSIER.c.archived.is_not(None) if archived else DOSSIER.c.archived.is_(None)
        with self._database.reading() as connection:
            found = rows(connection, and_(DOSSIER.c.listed, DOSSIER.c.deleted.is_(None), aside))
        return tuple(row for row in found if is_named_by(row, search))

    def recoverable(self) -> tuple[DossierRow, ...]:
        """Listed dossiers that were deleted and can still be asked back."""
        with self._database.reading() as connection:
            return rows(connection, and_(DOSSIER.c.listed, DOSSIER.c.deleted >= self._too_long_ago()))

    def about(self, dossier: str) -> DossierRow | None:
        """A dossier with its numbers; null where there is none, or where it was deleted."""
        with self._database.reading() as connection:
            found = rows(connection, and_(DOSSIER.c.id == dossier, DOSSIER.c.deleted.is_(None)))
        return found[0] if found else None

    def standing(self, dossier: str) -> Standing | None:
        """A dossier without its numbers, also a deleted one; null where there is none."""
        columns = [DOSSIER.c[name] for name in Standing.__dataclass_fields__]
        with self._database.reading() as connection:
            row = connection.execute(select(*columns).where(DOSSIER.c.id == dossier)).one_or_none()
        return Standing(*row) if row else None

    def journal(self, dossier: str, limit: int = 20) -> tuple[Entry, ...]:
        """Who did what, the latest first; nothing where there is no dossier, or where it was deleted."""
        with self._database.reading() as connection:
            return entries(connection, dossier, limit)

    def make(self, name: str, description: str = "", listed: bool = True, by: str = "") -> str:
        """Begin a dossier; its id, which nobody can guess.

        Raises:
            NotAccepted: name or description cannot be taken.
        """
        dossier = secrets.token_urlsafe(12)
        said = {"name": _name(name), "description": _description(description), "listed": listed}
        with self._database.writing() as connection:
            begin(connection, self._database, dossier, by, **said)
            note(connection, self._database.now(), dossier, by, "made")
        return dossier

    def rename(self, dossier: str, name: str, by: str = "") -> None:
        """Give a dossier another name.

        Raises:
            NotAccepted: it cannot be taken.
        """
        self._set(dossier, by, "renamed", name=_name(name))

    def describe(self, dossier: str, description: str, by: str = "") -> None:
        """Say what a dossier is about.

        Raises:
            NotAccepted: it cannot be taken.
        """
        self._set(dossier, by, "described", description=_description(description))

    def set_listed(self, dossier: str, listed: bool, by: str = "") -> None:
        """Put a dossier into the list, or have it found by its link alone.

        Raises:
            NotAccepted: it has no name to be listed by.
        """
        with self._database.writing() as connection:
            row = _locked(connection, dossier)
            if listed and not row["name"]:
                raise NotAccepted("A dossier is listed by its name. Give it one first.")
            self._write(connection, row, by, "listed" if listed else "unlisted", listed=listed)

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
        there = and_(DOSSIER.c.id == dossier, DOSSIER.c.deleted >= self._too_long_ago())
        with self._database.writing() as connection:
            if connection.execute(update(DOSSIER).where(there).values(deleted=None)).rowcount:
                note(connection, self._database.now(), dossier, by, "asked back")
            elif _row(connection, dossier)["deleted"] is not None:
                raise UnknownDossier

    def add_from(self, dossier: str, document: str, other: str, by: str = "") -> None:
        """Have a dossier hold a document that another holds, and from now on both; it is not read again.

        Raises:
            UnknownDocument: the other dossier does not hold it.
            AlreadyThere: this one holds the same bytes.
            DossierFull: it holds as many as it may.
        """
        wanted = in_dossier(other).where(HOLDING.c.id == document).add_columns(DOCUMENT.c.content)
        with self._database.writing() as connection:
            begin(connection, self._database, dossier, by)
            found = connection.execute(wanted).mappings().one_or_none()
            if found is None:
                raise UnknownDocument(document)
            refuse(connection, dossier, found["sha256"])
            shared = unpacked(found["content"], Document)
            hold(connection, self._database, dossier, found["number"], shared, by)
            grown = update(DOSSIER).where(DOSSIER.c.id == dossier).values(version=DOSSIER.c.version + 1)
            connection.execute(grown)

    def originals(self) -> frozenset[str]:
        """The hashes of all files that a document refers to, also one of a dossier that can be asked back."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(_REFERRED).scalars())

    def purge(self) -> Purged:
        """Drop for good what was deleted more than a day ago, with all that no other dossier needs.

        The files of :attr:`Purged.originals` are for the caller to delete. What the database keeps of deleted rows in
        its own files is overwritten or cut off.
        """
        doomed = select(DOSSIER.c.id).where(DOSSIER.c.deleted < self._too_long_ago())
        with self._database.writing() as connection:
            gone = connection.execute(doomed.with_for_update()).scalars().all()
            files = _drop(connection, gone)
            if files:
                sweep(connection)
            orphans = {file for file in files if file} - set(connection.execute(_REFERRED).scalars())
        try:
            self._database.scrub()
        except StoreUnavailable:  # what it would cut off is cut off with the next one
            _log.warning("what was deleted is still in the database’s own files")
        return Purged(len(gone), len(files), tuple(sorted(orphans)))

    def _too_long_ago(self) -> ColumnElement[float]:
        return self._database.now() - GRACE

    def _set(self, dossier: str, by: str, deed: str, **values: Any) -> None:
        with self._database.writing() as connection:
            self._write(connection, _locked(connection, dossier), by, deed, **values)

    def _write(self, connection: Connection, row: RowMapping, by: str, deed: str, **values: Any) -> None:
        """Change a dossier and say so in the journal; what is so already is no change."""
        if any(_is_new(row[name], value) for name, value in values.items()):
            connection.execute(update(DOSSIER).where(DOSSIER.c.id == row["id"]).values(values))
            note(connection, self._database.now(), row["id"], by, deed)


def _drop(connection: Connection, dossiers: Sequence[str]) -> Sequence[str | None]:
    """Drop dossiers and the documents that they alone hold; for each of these its original."""
    other = select(HOLDING.c.document).where(
        HOLDING.c.document == DOCUMENT.c.number, HOLDING.c.dossier.not_in(dossiers)
    )
    theirs = select(HOLDING.c.document).where(HOLDING.c.dossier.in_(dossiers))
    alone = and_(DOCUMENT.c.number.in_(theirs), ~other.exists())
    files = connection.execute(delete(DOCUMENT).where(alone).returning(DOCUMENT.c.original)).scalars().all()
    connection.execute(delete(DOSSIER).where(DOSSIER.c.id.in_(dossiers)))
    return files


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


def _name(name: str) -> str:
    """A name as it was typed.

    Raises:
        NotAccepted: it is none.
    """
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in name):
        raise NotAccepted("A dossier needs a name that can be read.")
    return _kept(name, MOST_NAME, "A name")


def _description(description: str) -> str:
    return _kept(description, MOST_DESCRIPTION, "A description", also="\n")


def _kept(text: str, most: int, what: str, also: str = "") -> str:
    if len(text) > most:
        raise NotAccepted(f"{what} has at most {most:,} characters; this one has {len(text):,}.")
    if any(unicodedata.category(sign) in _UNSEEN and sign not in also for sign in text):
        raise NotAccepted(f"{what} cannot hold {'' if also else 'line breaks or '}control characters.")
    return text
