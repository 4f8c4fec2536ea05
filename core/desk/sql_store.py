"""Dossiers in a database: what a restart leaves as it was, and what several processes and machines share."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from core.desk import dossier_store
from core.desk.claims import Claims
from core.desk.collation.forgetting import forget
from core.desk.database import Database
from core.desk.database.blobs import packed, unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING, JUDGEMENT
from core.desk.dossier import DossierFull, Held, UnknownDocument
from core.desk.dossier_store import ChangeDocument, ChangeJudgements, DossierStore, is_new_version
from core.desk.glance import Glance, glance
from core.desk.held_rows import HeldRows, document_columns, job_columns
from core.desk.holdings import alive, begin, in_dossier
from core.desk.journal import note
from core.desk.putting_in import put_in
from core.desk.readings import bump, write_reading
from core.desk.search.facets import Facets
from core.desk.search.indexing import sweep, unindex
from core.desk.search.query import Query
from core.desk.search.searching import Found, in_common, search
from core.models.judgement import Judgement


class SqlStore(Claims, DossierStore):
    """A :class:`~core.desk.dossier_store.DossierStore` that lasts."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, HeldRows())

    def version(self, dossier: str) -> int:
        """The number that grows with changes."""
        with self.database.reading() as connection:
            return connection.execute(alive(dossier)).scalar_one_or_none() or 0

    def glance(self, dossier: str) -> Glance:
        """How far each document is."""
        with self.database.reading() as connection:
            return glance(connection, dossier)

    def held(self, dossier: str, documents: Collection[str] | None = None) -> tuple[Held, ...]:
        """The documents with jobs and records, in order."""
        rows = in_dossier(dossier).order_by(HOLDING.c.position)
        if documents is not None:
            rows = rows.where(HOLDING.c.id.in_(list(documents)))
        with self.database.reading() as connection:
            return tuple(self._rows.held(connection, connection.execute(rows).mappings().all()))

    def add(self, dossier: str, held: Held, by: str = "") -> None:
        """A document more; the first begins the dossier."""
        with self.database.writing() as connection:
            begin(connection, self.database, dossier, by)
            put_in(connection, self.database, dossier, held, by)

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
                note(connection, self.database.now(), dossier, by, "changed", document)
            if after.job != before.job or after.anew != before.anew:
                columns |= job_columns(after.job, after.anew) | {"rank": after.job.rank}
                columns |= {"queued": self.database.now()} if after.job.id != before.job.id else {}
            if columns:
                connection.execute(update(DOCUMENT).where(DOCUMENT.c.number == head["number"]).values(columns))
            if after.record is not None and after.record is not before.record:
                write_reading(connection, head["number"], after.record, self.database.now())
            if is_new_version(before, after):
                bump(connection, head["number"])
            return after

    def remove(self, dossier: str, document: str, by: str = "") -> None:
        """A document less; what no other dossier holds is gone."""
        with self.database.writing() as connection:
            head = self._locked(connection, dossier, document)
            if head is None:
                return
            number = head["number"]
            bump(connection, number)
            forget(connection, dossier, number)
            connection.execute(delete(HOLDING).where(HOLDING.c.dossier == dossier, HOLDING.c.document == number))
            others = select(HOLDING.c.document).where(HOLDING.c.document == number).exists()
            if connection.execute(delete(DOCUMENT).where(DOCUMENT.c.number == number, ~others)).rowcount:
                sweep(connection)
            note(connection, self.database.now(), dossier, by, "removed", document)

    def search(self, dossiers: Collection[str], query: Query, page: int = 1) -> Found:
        """Passages for which a query holds."""
        with self.database.reading() as connection:
            return search(connection, dossiers, query, page)

    def in_common(self, dossiers: Collection[str], query: Query) -> Facets | None:
        """What all these passages have in common."""
        with self.database.reading() as connection:
            return in_common(connection, dossiers, query)

    def judgements(self, dossier: str) -> tuple[Judgement, ...]:
        """Those that nobody took back, the latest last."""
        with self.database.reading() as connection:
            return self._judgements(connection, dossier)

    def judge(self, dossier: str, change: ChangeJudgements, by: str = "") -> None:
        """The judgements changed, with nothing in between."""
        with self.database.writing() as connection:
            if connection.execute(alive(dossier).with_for_update()).scalar() is None:
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
                    note(connection, self.database.now(), dossier, by, "took back", one.id)
            for one in after:
                if one not in before:
                    row = {"id": one.id, "dossier": dossier, "at": one.at.timestamp(), "says": packed(one)}
                    connection.execute(insert(JUDGEMENT).values(row))
                    note(connection, self.database.now(), dossier, by, "judged", one.id)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def _locked(self, connection: Connection, dossier: str, document: str) -> RowMapping | None:
        """The row of a document, which nobody else changes until the end of the transaction."""
        row = in_dossier(dossier).where(HOLDING.c.id == document).with_for_update(of=DOCUMENT)
        return connection.execute(row).mappings().one_or_none()

    def _judgements(self, connection: Connection, dossier: str) -> tuple[Judgement, ...]:
        rows = (
            select(JUDGEMENT.c.says)
            .join(DOSSIER, DOSSIER.c.id == JUDGEMENT.c.dossier)
            .where(JUDGEMENT.c.dossier == dossier, JUDGEMENT.c.undone.is_(None), DOSSIER.c.deleted.is_(None))
            .order_by(JUDGEMENT.c.number)
        )
        return tuple(unpacked(says, Judgement) for (says,) in connection.execute(rows))
