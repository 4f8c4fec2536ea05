"""Dossiers in a database: what a restart leaves as it was, and what several processes and machines share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from core.desk import dossier_store
from core.desk.claims import Claims
from core.desk.database import Database
from core.desk.database.blobs import packed, unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING, JOURNAL, JUDGEMENT
from core.desk.dossier import AlreadyThere, DossierFull, Held, UnknownDocument
from core.desk.dossier_store import ChangeDocument, ChangeJudgements, DossierStore, is_new_version
from core.desk.held_rows import HEAD, HeldRows, document_columns, job_columns
from core.desk.readings import bump, write_reading
from core.desk.search.indexing import sweep, unindex
from core.desk.search.query import Query
from core.desk.search.searching import Found, search
from core.models import Document
from core.models.judgement import Judgement


class SqlStore(Claims, DossierStore):
    """A :class:`~core.desk.dossier_store.DossierStore` that lasts."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, HeldRows())

    def version(self, dossier: str) -> int:
        """The number that grows with changes."""
        with self.database.reading() as connection:
            return connection.execute(_alive(dossier)).scalar_one_or_none() or 0

    def held(self, dossier: str) -> tuple[Held, ...]:
        """The documents with jobs and records, in order."""
        rows = (
            select(*HEAD)
            .join(HOLDING, HOLDING.c.document == DOCUMENT.c.number)
            .join(DOSSIER, DOSSIER.c.id == HOLDING.c.dossier)
            .where(HOLDING.c.dossier == dossier, DOSSIER.c.deleted.is_(None))
            .order_by(HOLDING.c.position)
        )
        with self.database.reading() as connection:
            return tuple(self._rows.held(connection, connection.execute(rows).mappings().all()))

    def add(self, dossier: str, held: Held, by: str = "") -> None:
        """A document more; the first begins the dossier."""
        document = held.document
        with self.database.writing() as connection:
            self._begin(connection, dossier, by)
            self._refuse(connection, dossier, document)
            columns = document_columns(document) | job_columns(held.job, held.anew)
            columns |= {"revision": 1, "rank": held.job.rank, "queued": self.database.now()}
            number = connection.execute(insert(DOCUMENT).values(columns).returning(DOCUMENT.c.number)).scalar_one()
            if held.record is not None:
                write_reading(connection, number, held.record, self.database.now())
            position = select(func.coalesce(func.max(HOLDING.c.position), 0) + 1).where(HOLDING.c.dossier == dossier)
            holding = {"dossier": dossier, "document": number, "id": document.id, "sha256": document.sha256}
            holding |= {"position": position.scalar_subquery(), "added": self.database.now(), "added_by": by}
            connection.execute(insert(HOLDING).values(holding))
            self._note(connection, dossier, by, "added", document.id)
            bump(connection, number, self.database.now())

    def update(self, dossier: str, document: str, change: ChangeDocument, by: str = "") -> Held:
        """A document changed, with nothing in between."""
        with self.database.writing() as connection:
            head = self._locked(connection, dossier, document)
            if head is None:
                raise UnknownDocument(document)
            (before,) = self._rows.held(connection, [head])
            after = change(before)
            if after == before:
                return before
            columns: dict[str, Any] = {}
            if after.document.text != before.document.text:
                unindex(connection, head["number"])
            if after.document != before.document:
                columns |= document_columns(after.document) | {"revision": head["revision"] + 1}
                self._note(connection, dossier, by, "changed", document)
            if after.job != before.job or after.anew != before.anew:
                columns |= job_columns(after.job, after.anew) | {"rank": after.job.rank}
                columns |= {"queued": self.database.now()} if after.job.id != before.job.id else {}
            if columns:
                connection.execute(update(DOCUMENT).where(DOCUMENT.c.number == head["number"]).values(columns))
            if after.record is not None and after.record is not before.record:
                write_reading(connection, head["number"], after.record, self.database.now())
            if is_new_version(before, after):
                bump(connection, head["number"], self.database.now())
            return after

    def remove(self, dossier: str, document: str, by: str = "") -> None:
        """A document less; what no other dossier holds is gone."""
        with self.database.writing() as connection:
            head = self._locked(connection, dossier, document)
            if head is None:
                return
            number = head["number"]
            bump(connection, number, self.database.now())
            connection.execute(delete(HOLDING).where(HOLDING.c.dossier == dossier, HOLDING.c.document == number))
            others = select(HOLDING.c.document).where(HOLDING.c.document == number).exists()
            if connection.execute(delete(DOCUMENT).where(DOCUMENT.c.number == number, ~others)).rowcount:
                sweep(connection)
            self._note(connection, dossier, by, "removed", document)

    def search(self, dossiers: Collection[str], query: Query, page: int = 1) -> Found:
        """Passages for which a query holds."""
        with self.database.reading() as connection:
            return search(connection, dossiers, query, page)

    def judgements(self, dossier: str) -> tuple[Judgement, ...]:
        """Those that nobody took back, the latest last."""
        with self.database.reading() as connection:
            return self._judgements(connection, dossier)

    def judge(self, dossier: str, change: ChangeJudgements, by: str = "") -> None:
        """The judgements changed, with nothing in between."""
        with self.database.writing() as connection:
            if connection.execute(_alive(dossier).with_for_update()).scalar() is None:
                return
            before = self._judgements(connection, dossier)
            after = change(before)
            if len(after) > max(dossier_store.MOST_JUDGEMENTS, len(before)):
                most = f"{dossier_store.MOST_JUDGEMENTS:,}"
                raise DossierFull(f"A dossier keeps at most {most} decisions made by hand.")
            for one in before:
                if one not in after:
                    undone = update(JUDGEMENT).where(JUDGEMENT.c.id == one.id).values(undone=self.database.now())
                    connection.execute(undone)
                    self._note(connection, dossier, by, "took back", one.id)
            for one in after:
                if one not in before:
                    row = {"id": one.id, "dossier": dossier, "at": one.at.timestamp(), "says": packed(one)}
                    connection.execute(insert(JUDGEMENT).values(row))
                    self._note(connection, dossier, by, "judged", one.id)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def _begin(self, connection: Connection, dossier: str, by: str) -> None:
        """Have the dossier, and nobody else beside; versions begin at the time, so that none is ever repeated."""
        now = self.database.now()
        version = int(dt.datetime.now(dt.UTC).timestamp() * 1_000)
        row = {"id": dossier, "version": version, "made": now, "made_by": by, "changed": now, "changed_by": by}
        connection.execute(_insert(self.database, DOSSIER).values(row).on_conflict_do_nothing())
        connection.execute(select(DOSSIER.c.id).where(DOSSIER.c.id == dossier).with_for_update())

    def _refuse(self, connection: Connection, dossier: str, document: Document) -> None:
        """Raise where a dossier cannot take a document."""
        same = _in_dossier(dossier).where(HOLDING.c.sha256 == document.sha256)
        held = self._rows.held(connection, connection.execute(same).mappings().all())
        if held:
            raise AlreadyThere(held[0].document)
        count = select(func.count()).select_from(HOLDING).where(HOLDING.c.dossier == dossier)
        if connection.execute(count).scalar_one() >= dossier_store.MOST_DOCUMENTS:
            most = f"{dossier_store.MOST_DOCUMENTS:,}"
            raise DossierFull(f"A dossier holds at most {most} documents; please begin another.")

    def _locked(self, connection: Connection, dossier: str, document: str) -> RowMapping | None:
        """The row of a document, which nobody else changes until the end of the transaction."""
        row = _in_dossier(dossier).where(HOLDING.c.id == document).with_for_update(of=DOCUMENT)
        return connection.execute(row).mappings().one_or_none()

    def _judgements(self, connection: Connection, dossier: str) -> tuple[Judgement, ...]:
        rows = (
            select(JUDGEMENT.c.says)
            .where(JUDGEMENT.c.dossier == dossier, JUDGEMENT.c.undone.is_(None))
            .order_by(JUDGEMENT.c.number)
        )
        return tuple(unpacked(says, Judgement) for (says,) in connection.execute(rows))

    def _note(self, connection: Connection, dossier: str, who: str, deed: str, subject: str) -> None:
        """A line of the journal."""
        now = self.database.now()
        line = {"dossier": dossier, "at": now, "who": who, "deed": deed, "subject": subject}
        connection.execute(insert(JOURNAL).values(line))
        connection.execute(update(DOSSIER).where(DOSSIER.c.id == dossier).values(changed=now, changed_by=who))


def _alive(dossier: str) -> Select[int]:
    return select(DOSSIER.c.version).where(DOSSIER.c.id == dossier, DOSSIER.c.deleted.is_(None))


def _in_dossier(dossier: str) -> Select[Any]:
    joined = select(*HEAD).join(HOLDING, HOLDING.c.document == DOCUMENT.c.number)
    return joined.where(HOLDING.c.dossier == dossier)


def _insert(database: Database, table: Any) -> Any:
    return (sqlite.insert if database.is_sqlite else postgresql.insert)(table)
