"""What a search finds: the same on both databases."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.desk.search.parsing import BadQuery, parse
from core.desk.search.searching import PER_PAGE, Found
from core.desk.sql_store import SqlStore
from core.ingest import from_text
from tests.core.desk.desks import DATABASES, store_in
from tests.core.records import record
from tests.searches.comparing import differences
from tests.searches.generating import World


def held(outlet: str = "The Courier", **changes: object) -> Held:
    """The sample document as it stands on the desk when it has been read."""
    found = replace(record(outlet=outlet), **changes)  # type: ignore[arg-type]
    document = replace(from_text(f"{found.text}", "a.txt"), text=found.text, outlet=outlet, published=found.published)
    return Held(document, replace(new_job(document), state="done"), replace(found, id=document.id), False)


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """A store with the sample document in one dossier."""
    with store_in(request.param, tmp_path) as made:
        made.add("d", held())
        yield made


def find(store: SqlStore, query: str, page: int = 1) -> Found:
    """What the dossier holds for a query."""
    return store.search(["d"], parse(query), page)


FIRST, SECOND = "Officials found 12 graves", "“We counted at least 30"
FOUND: list[tuple[str, dict[str, list[str]]]] = [
    ("graves", {FIRST: ["graves"], SECOND: ["graves"]}),
    ("GRAVES found", {FIRST: ["found", "graves"]}),
    ('"30 graves"', {SECOND: ["30 graves"]}),
    ('"graves 30"', {}),
    ("shell*", {SECOND: ["Shellfire"]}),
    ('"found 1"*', {FIRST: ["found 12"]}),
    ("shell", {}),
    ("place:vasyl*", {FIRST: ["Vasylkove"], SECOND: ["Vasylkove"]}),
    ("place:Vasylkove shellfire", {SECOND: ["Shellfire", "Vasylkove"]}),
    ("place:=Vasylkove monday", {FIRST: ["Vasylkove", "Monday"]}),
    ("place:Vasyl", {}),
    ("who:tkach", {SECOND: ["We counted at least 30 graves,"]}),
    ("who:olha who:tka*", {SECOND: ["We counted at least 30 graves,"]}),
    ("who:=Tkach", {}),
    ('person:="Olha Tkach"', {SECOND: ["Olha Tkach"]}),
    ("figure:>12", {SECOND: ["at least 30 graves"]}),
    ("figure:12", {FIRST: ["12 graves"]}),
    ("figure:<12", {}),
    ("figure:12..29", {FIRST: ["12 graves"]}),
    ("day:2022-09-12", {FIRST: ["found", "Monday"]}),
    ("day:..2022-05-01", {SECOND: ["hit", "May"]}),
    ("day:2022-09-13..", {}),
    ("outlet:courier denied", {SECOND: ["denied"]}),
    ('outlet:="the courier" monday', {FIRST: ["Monday"]}),
    ("outlet:wire", {}),
    ("language:en monday", {FIRST: ["Monday"]}),
    ("language:uk", {}),
    ("published:2022-09 monday", {FIRST: ["Monday"]}),
    ("published:2021", {}),
    ("", {}),
    ("—", {}),
]


@pytest.mark.parametrize("query", [query for query, _ in FOUND])
def test_queries_find_passages(store: SqlStore, query: str) -> None:
    """And show in the source's words what was looked for."""
    expected = dict(FOUND)[query]
    found = find(store, query)
    shown = {hit.text: [hit.text[start:end] for start, end in hit.highlights] for hit in found.hits}
    assert {next(one for one in (FIRST, SECOND) if words.startswith(one)): marks for words, marks in shown.items()} == (
        expected
    )
    assert found.total == len(expected)


def test_only_the_dossiers_that_are_asked_for_are_searched(store: SqlStore) -> None:
    """Nothing is found in one that is not there, nor in one that was deleted."""
    query = parse("graves")
    assert store.search(["other"], query).total == store.search([], query).total == 0
    with store.database.writing() as connection:
        connection.execute(text("UPDATE dossier SET deleted = 1"))
    assert find(store, "graves") == Found()


def test_hits_are_in_order_and_come_by_pages(store: SqlStore) -> None:
    """The latest published first, those without a day last, within a document as it is read."""
    for number in range(PER_PAGE):
        published = None if number == 0 else held().document.published
        other = held(text=f"Grave number {number}.", published=published, sentences=(), places=(), events=())
        store.add("d", replace(other, record=replace(other.record or record(), dates=(), figures=(), quotes=())))
    first, second, third = (find(store, "grave*", page) for page in (1, 2, 3))
    assert [found.total for found in (first, second, third)] == [PER_PAGE + 2] * 3
    assert [hit.text[:9] for hit in first.hits[:3]] == ["Officials", SECOND[:9], "Grave num"]
    assert [hit.text for hit in second.hits][-1] == "Grave number 0."
    assert (len(second.hits), third.hits) == (2, ())


def test_choosing_a_facet_leaves_as_many_hits_as_it_says(store: SqlStore) -> None:
    """Whatever the facet."""
    world = World(7)
    for _ in range(12):
        store.add("d", world.held(150))
    counted = store.in_common(["d"], parse("figure:>0"))
    assert counted is not None
    values = [*counted.places, *counted.speakers, *counted.outlets, *counted.languages, *counted.months]
    assert len(values) > 12
    for value in values:
        query = parse("figure:>0")
        left = store.search(["d"], replace(query, parts=(*query.parts, value.part)))
        assert left.total == value.hits, value


def test_what_is_removed_is_found_no_longer(store: SqlStore) -> None:
    """Nor is a text that gave way to another before that has been read."""
    one = store.held("d")[0].document
    store.update("d", one.id, lambda now: replace(now, document=replace(now.document, text="Another text.")))
    assert find(store, "graves").total == 0
    store.add("d", held(text="Graves again.", places=(), dates=(), figures=(), quotes=(), events=(), sentences=()))
    assert find(store, "graves").total == 1
    store.remove("d", held(text="Graves again.").document.id)
    assert find(store, "graves").total == 0


def test_a_deleted_word_is_in_no_byte_of_the_file(tmp_path: Path) -> None:
    """Not in the index either."""
    with store_in("sqlite", tmp_path) as store:
        store.add("d", held())
        rare = "Zyzzogeton hid here."
        one = held(text=rare, places=(), dates=(), figures=(), quotes=(), events=(), sentences=())
        store.add("d", one)
        assert b"zyzzogeton" in _bytes(tmp_path)
        store.remove("d", one.document.id)
        assert b"zyzzogeton" not in _bytes(tmp_path)
        assert find(store, "graves").total == 2


def _bytes(folder: Path) -> bytes:
    """All of the database, with what waited beside it written into it."""
    file = folder / "desk.sqlite3"
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.read_bytes()


def test_a_new_reading_takes_the_place_of_the_one_before(store: SqlStore) -> None:
    """The same document is found once, by what was found last."""
    one = store.held("d")[0].document
    store.update("d", one.id, lambda now: replace(now, record=record(id=one.id, places=(), events=(), figures=())))
    assert (find(store, "graves").total, find(store, "place:vasyl*").total) == (2, 0)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SqlStore, ...]]:
    """The same generated documents in both databases."""
    world = World(3)
    documents = [world.held(150) for _ in range(25)]
    with ExitStack() as stack:
        stores = tuple(stack.enter_context(store_in(kind, tmp_path_factory.mktemp("s"))) for kind in DATABASES)
        for store in stores:
            for one in documents:
                store.add("d", one)
        yield stores


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6))
def test_both_databases_find_the_same(both: tuple[SqlStore, ...], seed: int) -> None:
    """The same hits in the same order with the same counts, for queries that readers may type."""
    assert differences(both[0], both[1], [World(seed).query()]) == []


@settings(max_examples=60)
@given(typed=st.text(st.characters(exclude_categories=())) | st.text("ab*\"':&|!()<->\\%_ \x00½"))
def test_whatever_is_typed_raises_nothing(both: tuple[SqlStore, ...], typed: str) -> None:
    """It finds the same on both databases, or is told in a sentence what to write."""
    try:
        parse(typed)
    except BadQuery:
        return
    assert differences(both[0], both[1], [typed]) == []
