"""Workers of several machines on one PostgreSQL server: told of what waits, and finding what nobody told them of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.desk import Desk
from core.desk.carrier import Announcer, Carried
from core.desk.crew import Elsewhere, workers_of
from core.desk.database import Database
from core.desk.sql_store import SqlStore
from tests.core.desk.desks import database_url
from tests.core.desk.test_desk import HandExtractor, a_dossier, document, settled, until
from tests.core.desk.test_store import held


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """An empty database of a server."""
    with database_url("postgresql", tmp_path) as address:
        yield address


@pytest.fixture
def machines(url: str) -> Iterator[tuple[Desk, list[HandExtractor]]]:
    """A web server without workers, and two machines with one each."""
    extractors = [HandExtractor(), HandExtractor()]
    stores = [SqlStore(Database(url)) for _ in range(3)]
    desk = Desk(stores[0], Announcer(url, Elsewhere()))
    crews = [
        Carried(url, store, workers_of(store, [extractor]))
        for store, extractor in zip(stores[1:], extractors, strict=True)
    ]
    for crew in crews:
        crew.begin()
    yield desk, extractors
    for crew in crews:
        crew.close()
    desk.close()
    for store in stores[1:]:
        store.close()


def test_what_one_machine_adds_others_read(machines: tuple[Desk, list[HandExtractor]]) -> None:
    """Each document once, whoever reads it; what fails is told."""
    desk, extractors = machines
    dossier = a_dossier()
    for number in range(12):
        desk.submit(dossier, document(f"Text number {number}."))
    desk.submit(dossier, document("FAIL here."))
    settled(desk, dossier)
    assert [job.state for job in desk.jobs(dossier)] == ["done"] * 12 + ["failed"]
    read = [asked.document.id for extractor in extractors for asked in extractor.asked]
    assert len(read) == len(set(read)) == 13


def test_what_nobody_was_told_of_is_found(machines: tuple[Desk, list[HandExtractor]], url: str) -> None:
    """A server that died between the document and the word; and a document whose worker died."""
    desk, _ = machines
    dossier, lapsed = a_dossier(), a_dossier()
    other = SqlStore(Database(url))
    other.add(lapsed, held("Whose worker died."))
    other.claim("dead", -1.0)
    other.add(dossier, held("Untold."))
    other.close()
    until(lambda: [job.state for job in (*desk.jobs(dossier), *desk.jobs(lapsed))] == ["done", "done"])
