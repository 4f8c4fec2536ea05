"""Check finds each way in which a desk can be wrong, and finds nothing where nothing is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, event, func, insert, select, update

from core.desk.arrivals.tables import ARRIVAL, DRAFT
from core.desk.database.blobs import packed, unpacked
from core.desk.database.schema import DOCUMENT, HOLDING, JUDGEMENT, READING
from core.desk.keeping import check
from core.models import Document, Extraction, Span
from tests.core.desk.desks import DATABASES
from tests.core.desk.keeping.filled import Kept, filled

Damage = Callable[[Connection], Any]
FIRST = 1


@pytest.fixture(params=DATABASES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    """A filled desk, on each database."""
    with filled(request.param, tmp_path / "desk") as made:
        yield made


def document(**values: Any) -> Damage:
    """The row of the first document, changed."""
    return lambda connection: connection.execute(update(DOCUMENT).where(DOCUMENT.c.number == FIRST).values(values))


def content(change: Callable[[Document], Document]) -> Damage:
    """The content of the first document, changed."""

    def damage(connection: Connection) -> None:
        data = connection.execute(select(DOCUMENT.c.content).where(DOCUMENT.c.number == FIRST)).scalar_one()
        document(content=packed(change(unpacked(data, Document))))(connection)

    return damage


def reading(change: Callable[[Extraction], Extraction]) -> Damage:
    """What was found in the first document, changed."""

    def damage(connection: Connection) -> None:
        first = READING.c.document == FIRST
        data = connection.execute(select(READING.c.record).where(first)).scalar_one()
        connection.execute(update(READING).where(first).values(record=packed(change(unpacked(data, Extraction)))))

    return damage


def moved(record: Extraction) -> Extraction:
    """A place one character off."""
    first, *others = record.places
    return replace(record, places=(replace(first, start=first.start + 1), *others))


def beyond(record: Extraction) -> Extraction:
    """An event's trigger behind the end of the text."""
    first, *others = record.events
    return replace(record, events=(replace(first, trigger=replace(first.trigger, end=10_000)), *others))


def judgements(**values: Any) -> Damage:
    """All decisions, changed."""
    return lambda connection: connection.execute(update(JUDGEMENT).values(values))


def drafts(**values: Any) -> Damage:
    """All drafts, changed."""
    return lambda connection: connection.execute(update(DRAFT).values(values))


def other_reading(connection: Connection) -> None:
    """The reading of the second document as that of the first."""
    document(reading=connection.execute(select(func.max(READING.c.number))).scalar_one())(connection)


DAMAGES: dict[str, tuple[Damage, str]] = {
    "content that is no document": (document(content=b"?"), "its content cannot be read"),
    "a row of another language": (document(language="xx"), "differ in language"),
    "a row of another length": (document(characters=1), "differ in characters"),
    "a row of another hash": (document(sha256="f" * 64), "differ in sha256"),
    "a passage beyond the text": (
        content(lambda one: replace(one, boilerplate=(Span(0, 10_000),))),
        "1 of its boilerplate do not fit",
    ),
    "a page beyond the text": (content(lambda one: replace(one, pages=(0, 10_000))), "1 of its pages do not fit"),
    "another text": (content(lambda one: replace(one, text="x" * len(one.text))), "of another text"),
    "a reading that is none": (
        lambda connection: connection.execute(update(READING).where(READING.c.document == FIRST).values(record=b"?")),
        "Reading 1: it cannot be read",
    ),
    "a mark that moved": (reading(moved), "Reading 1: 1 of its places do not fit"),
    "a trigger beyond the text": (reading(beyond), "Reading 1: 1 of its events do not fit"),
    "no reading": (document(reading=None), "nothing is kept of what was found"),
    "a reading that is gone": (document(reading=999), "latest reading, 999, is not there"),
    "a reading of another": (other_reading, "is that of document number"),
    "a document in no dossier": (
        lambda connection: connection.execute(delete(HOLDING).where(HOLDING.c.document == FIRST)),
        "is in no dossier",
    ),
    "a document under another's id": (
        lambda connection: connection.execute(update(HOLDING).where(HOLDING.c.document == FIRST).values(id="other")),
        "which is not its id",
    ),
    "a decision that is none": (judgements(says=b"?"), "cannot be read"),
    "a draft that is none": (drafts(content=b"?"), "Draft 1: its content cannot be read"),
    "a draft of another day": (drafts(published=dt.date(2021, 1, 1)), "differ in published"),
    "a draft without its file": (drafts(original="e" * 64), "is not there"),
    "a file of which nothing is said": (
        lambda connection: connection.execute(update(ARRIVAL).values(outcome=None)),
        "what was said of it cannot be read",
    ),
    "an original that was never kept": (document(original="e" * 64), "is not there"),
}


def test_nothing_is_wrong(desk: Kept) -> None:
    """And all of it was looked at."""
    report = check(desk.database, desk.originals)
    assert report.wrong == []
    assert report.counts == {
        **{"dossiers": 3, "documents": 8, "readings": 5, "decisions": 3, "drafts": 2, "files handed in": 4},
        **{"originals": 11, "originals no longer kept": 0},
    }


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_damage_is_told(desk: Kept, damage: str) -> None:
    """In a sentence."""
    change, sentence = DAMAGES[damage]
    with desk.database.writing() as connection:
        change(connection)
    told = check(desk.database, desk.originals).wrong
    assert [one for one in told if sentence in one], told


def kept_files(folder: Path) -> list[Path]:
    """The originals of the desk."""
    return sorted(path for path in (folder / "desk" / "originals").rglob("*") if path.is_file())


def test_an_original_that_changed_is_told(desk: Kept, tmp_path: Path) -> None:
    """By its hash."""
    path = kept_files(tmp_path)[0]
    path.write_bytes(path.read_bytes() + b" ")
    assert check(desk.database, desk.originals).wrong == [f"Original {path.name[:16]}… is not what was handed in."]


@pytest.mark.parametrize(("days", "wrong"), [(29.0, 1), (31.0, 0)])
def test_an_original_may_be_gone_when_it_is_old(desk: Kept, tmp_path: Path, days: float, wrong: int) -> None:
    """It is kept for thirty days after it was handed in."""
    kept_files(tmp_path)[0].unlink()
    with desk.database.writing() as connection:
        connection.execute(update(HOLDING).values(added=HOLDING.c.added - days * 86_400.0))
    report = check(desk.database, desk.originals)
    assert (len(report.wrong), report.counts["originals no longer kept"]) == (wrong, 1 - wrong)


def test_a_row_that_refers_to_nothing_is_told(tmp_path: Path) -> None:
    """A server never lets it come to that; a file may be written by a program that does not mind."""
    with filled("sqlite", tmp_path / "desk") as desk:
        desk.database.engine.dispose()

        def careless(connection: Any, _: object) -> None:
            connection.execute("PRAGMA foreign_keys = OFF")

        event.listen(desk.database.engine, "connect", careless)
        with desk.database.writing() as connection:
            row = {"document": 999, "made": 0.0, "program": "", "model": "", "gazetteer": "", "record": b""}
            connection.execute(insert(READING).values(row))
        assert (
            "1 rows of “reading” refer to a document that is not there." in check(desk.database, desk.originals).wrong
        )


def test_a_file_with_a_hole_is_told(tmp_path: Path) -> None:
    """In the middle of the database, zeros."""
    with filled("sqlite", tmp_path / "desk") as desk:
        with desk.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        desk.database.engine.dispose()
        file = tmp_path / "desk" / "desk.sqlite3"
        data = bytearray(file.read_bytes())
        data[8192 : len(data) - 4096] = bytes(len(data) - 8192 - 4096)
        file.write_bytes(data)
        assert [one for one in check(desk.database, desk.originals).wrong if "damaged" in one]
