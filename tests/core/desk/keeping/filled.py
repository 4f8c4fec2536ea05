"""A desk with something of everything in it, and all that a desk gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select, update

from core.desk import new_judgement
from core.desk.database import Database
from core.desk.database.schema import DOSSIER, metadata
from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.desk.originals import Originals
from core.desk.sql_store import SqlStore
from core.desk.watching import Remembered
from core.ingest import from_text
from core.models import Document
from tests.core.desk.desks import database_url, migrated
from tests.core.records import TEXT, record

KEPT, DELETED = ("morning", "evening"), "gone"
WITHHELD = "Nobody may read this any more"


@dataclass(frozen=True)
class Kept:
    """A desk and its originals."""

    database: Database
    store: SqlStore
    originals: Originals


@contextmanager
def empty(kind: str, folder: Path) -> Iterator[Kept]:
    """A desk in which nothing is."""
    folder.mkdir(exist_ok=True)
    with database_url(kind, folder, migrated(kind)) as url:
        database = Database(url)
        yield Kept(database, SqlStore(database), Originals(folder / "originals"))
        database.close()


@contextmanager
def filled(kind: str, folder: Path) -> Iterator[Kept]:
    """A desk with documents that were read, that wait and that failed; decisions, one taken back; a deleted dossier."""
    with empty(kind, folder) as desk:
        for dossier in (*KEPT, DELETED):
            for text in (TEXT, f"Only {dossier} has this, and a café."):
                desk.store.add(dossier, held(desk, text), by="Ada")
        read(desk)
        desk.store.add("morning", held(desk, "This waits."))
        desk.store.add(DELETED, held(desk, WITHHELD))
        for one in (new_judgement("apart", (), ()), new_judgement("together", (), ())):
            desk.store.judge("morning", lambda kept, one=one: (*kept, one), by="Ada")  # type: ignore[misc]
        desk.store.judge("morning", lambda kept: kept[1:], by="Ben")
        desk.store.judge(DELETED, lambda kept: (*kept, new_judgement("apart", (), ())))
        for dossier in ("morning", DELETED):
            Remembered(desk.database).add("/watched", dossier, "0" * 64, "a.txt", "1 document added.")
        with desk.database.writing() as connection:
            connection.execute(update(DOSSIER).where(DOSSIER.c.id == DELETED).values(deleted=1.0))
        yield desk


def held(desk: Kept, text: str) -> Held:
    """A document that waits, whose original is kept."""
    original = desk.originals.keep(text.encode())
    document = replace(from_text(text, "a.txt"), original=original)
    return Held(document, new_job(document))


def read(desk: Kept) -> None:
    """Read all that waits: what has marks is found in one text alone, one fails."""
    while claimed := desk.store.claim("w", 60.0):
        document = claimed.held.document
        failed = "evening has" in document.text
        desk.store.finish(claimed.token, "Failed." if failed else "Read.", None if failed else found(document))


def found(document: Document) -> object:
    """What was found in a text."""
    same = {"id": document.id, "sha256": document.sha256, "text": document.text}
    if document.text == TEXT:
        return record(**same)
    return record(**same, sentences=(), places=(), dates=(), figures=(), quotes=(), events=())


def all_of(desk: Kept) -> dict[str, object]:
    """All that the desk gives of the dossiers that are kept, and every row of every table, but not of those deleted."""
    shown: dict[str, object] = {}
    for dossier in (*KEPT, DELETED):
        shown[dossier] = desk.store.version(dossier), desk.store.held(dossier), desk.store.judgements(dossier)
    with desk.database.reading() as connection:
        for name in ("journal", "judgement", "holding", "watched"):
            table = metadata.tables[name]
            rows = connection.execute(select(table).where(table.c.dossier != DELETED).order_by(*table.primary_key))
            shown[name] = [tuple(row) for row in rows]
    return shown
