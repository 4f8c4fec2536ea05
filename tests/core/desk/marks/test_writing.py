"""The rows of a document's marks are those of its latest reading, whichever way it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Table, delete, func, select, update

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT, READING
from core.desk.derived import write_missing
from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.desk.marks.filtering import Filtered
from core.desk.marks.rows import documents, rows
from core.desk.marks.tables import ABOUT_DAYS, ABOUT_PLACE, MARKED, TABLES
from core.desk.sql_store import SqlStore
from core.frames.filter import Filter
from core.frames.kinds import FIGURES, KINDS
from core.frames.rows import frames
from core.models import Extraction
from tests.core.desk.desks import DATABASES, database_url, migrated
from tests.core.records import TEXT, record
from tests.corpus.dossiers import fill, held_document

EVERY = (*TABLES.values(), ABOUT_PLACE, ABOUT_DAYS, MARKED)
ALL = Filtered("d", Filter(roles="all"))


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty one of each kind."""
    with database_url(request.param, tmp_path, migrated(request.param)) as url:
        made = Database(url)
        yield made
        made.close()


def sizes(database: Database) -> dict[str, int]:
    """How many rows each table of marks has."""
    with database.reading() as connection:
        return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in EVERY}


def is_shown(database: Database, *found: Extraction) -> bool:
    """Whether the dossier has the marks of these records and no others."""
    whole = frames(found)
    with database.reading() as connection:
        same = [rows(connection, ALL, kind) == whole.of(kind) for kind in KINDS]
        return all(same) and documents(connection, ALL) == whole.documents


def test_marks_come_with_the_record(database: Database) -> None:
    """With the end of a job; another reading takes the place of the one before."""
    store, done = SqlStore(database), held_document(record())
    waiting = Held(done.document, new_job(done.document))
    store.add("d", waiting)
    assert is_shown(database)
    claimed = store.claim("worker", 60.0)
    assert claimed is not None
    store.finish(claimed.token, "Read.", record())
    assert is_shown(database, record())
    fewer = record(figures=record().figures[:1], quotes=(), events=())
    store.update("d", "doc1", lambda held: replace(held, record=fewer))
    assert is_shown(database, fewer)
    assert sizes(database)["mark_figures"] == 1


def test_marks_go_with_the_document(database: Database) -> None:
    """Nothing of it stays in any table; what another dossier holds does."""
    store = SqlStore(database)
    for dossier in ("d", "other"):
        store.add(dossier, held_document(record()))
    store.remove("d", "doc1")
    assert is_shown(database)
    assert sizes(database)["mark_figures"] == 2
    store.remove("other", "doc1")
    assert set(sizes(database).values()) == {0}


def test_a_new_headline_and_outlet_are_shown_at_once(database: Database) -> None:
    """They are the document's: no mark is written again for them."""
    store = SqlStore(database)
    store.add("d", held_document(record()))
    named = {"title": "Another headline", "outlet": "Another paper"}
    store.update("d", "doc1", lambda held: replace(held, document=replace(held.document, **named)))  # type: ignore[arg-type]
    assert is_shown(database, record(**named))


def test_hidden_characters_are_kept_as_signs(database: Database) -> None:
    """As rows in memory have them; NUL, which no database takes, is one of them."""
    one = record(text=TEXT.replace("12 graves", "12\0graves"), events=())
    one = replace(one, figures=(replace(one.figures[0], text="12\0graves"),))
    fill(database, "d", [one])
    with database.reading() as connection:
        assert [row.text for row in rows(connection, ALL, FIGURES)] == ["12⟨control 00⟩graves"]
    assert is_shown(database, one)


def test_numbers_come_back_as_they_were(database: Database) -> None:
    """Whole or not, small or large: as readers are shown them."""
    values = [0, 12, 0.5, 66.7, 2**53 - 1, 1e22, 6e8 + 0.25, -3, None]
    one, (first, _) = record(), record().figures
    fill(database, "d", [replace(one, figures=tuple(replace(first, low=value) for value in values), events=())])
    with database.reading() as connection:
        found = [row.low for row in rows(connection, ALL, FIGURES)]
    assert list(map(repr, found)) == list(map(repr, values))


def test_marks_of_one_sentence_share_their_lists(database: Database) -> None:
    """A sentence of many places and figures takes rows for their sum, not for their product."""
    one, many = record(), 40
    places = tuple(replace(one.places[0], source=f"geonames:{n}") for n in range(many))
    figures = tuple(replace(one.figures[0], place=n) for n in range(many))
    full = replace(one, places=places, figures=figures, dates=one.dates * many, events=())
    fill(database, "d", [full])
    assert sizes(database)["mark_about_place"] <= 3 * many
    assert is_shown(database, full)


def forgotten(table: Table) -> list[object]:
    """Statements after which the marks are not those of the latest reading: gone, or of an earlier one."""
    return [delete(table), update(MARKED).values(reading=0)]


@pytest.mark.parametrize("way", [0, 1])
def test_marks_that_are_missing_are_made_from_the_readings(database: Database, way: int) -> None:
    """As after a change of their tables; a reading that cannot be read is passed over."""
    found = [record(id=f"{n:016x}", sha256=f"{n:064x}") for n in range(45)]
    fill(database, "d", found)
    store = SqlStore(database)
    before = store.version("d")
    with database.writing() as connection:
        for table in EVERY:
            connection.execute(forgotten(table)[way])  # type: ignore[call-overload]
        latest = select(func.min(DOCUMENT.c.reading)).scalar_subquery()
        connection.execute(update(READING).where(READING.c.number == latest).values(record=b"harmed"))
    assert write_missing(database) == 44
    assert store.version("d") > before
    assert is_shown(database, *(found[1:] if way == 0 else found))
    assert write_missing(database) == 0


def test_it_stops_when_it_is_told(database: Database) -> None:
    """Before the next documents, not in their midst."""
    fill(database, "d", [record()])
    with database.writing() as connection:
        connection.execute(delete(MARKED))
    assert write_missing(database, lambda: True) == 0
    assert write_missing(database) == 1
