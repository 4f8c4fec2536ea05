"""What a full disk, a folder without rights and a server that is away come to: a sentence, and nothing half written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from core.desk.database import Database, StoreUnavailable
from core.desk.sql_store import SqlStore
from tests.core.desk.test_store import held


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """A store in a file with one document."""
    store = SqlStore(Database(f"sqlite:///{tmp_path / 'desk.sqlite3'}"))
    store.add("d", held("First."))
    yield store
    store.close()


def test_a_full_disk_is_told_and_goes_on(store: SqlStore) -> None:
    """The file may not grow: nothing of the document is there; when it may again, it is added."""
    pages = "PRAGMA max_page_count = {}"
    engine = store.database.engine
    engine.dispose()

    def narrow(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(pages.format(1))  # as many as there are by now

    event.listen(engine, "connect", narrow)
    big = held("".join(f"Word {number} of a long text. " for number in range(20_000)))
    before = store.version("d")
    with pytest.raises(StoreUnavailable, match="full"):
        store.add("d", big)
    assert (len(store.held("d")), store.version("d")) == (1, before)
    event.remove(engine, "connect", narrow)
    engine.dispose()
    store.add("d", big)
    assert [one.document for one in store.held("d")][1] == big.document


def test_a_file_that_may_not_be_written_is_told(store: SqlStore) -> None:
    """What is there can be read."""
    engine = store.database.engine
    engine.dispose()

    def locked(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(engine, "connect", locked)
    assert len(store.held("d")) == 1
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        store.add("d", held("Second."))
    assert len(store.held("d")) == 1


@pytest.mark.skipif(os.name != "posix", reason="names a folder that no system lets anybody make")
def test_a_folder_that_cannot_be_made_is_told() -> None:
    """At the start already."""
    with pytest.raises(StoreUnavailable):
        Database("sqlite:////proc/no-such-folder/desk.sqlite3")


def test_a_server_that_is_away_is_told(tmp_path: Path) -> None:
    """With a sentence, not with the driver's words, which may hold a password."""
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        Database(f"postgresql+psycopg://somebody:secret@/none?host={tmp_path}&connect_timeout=1")


def test_a_fault_of_the_program_is_none_of_the_disk(store: SqlStore) -> None:
    """A table that is not there is told as the error that it is."""
    with pytest.raises(OperationalError), store.database.reading() as connection:
        connection.execute(text("SELECT * FROM no_such_table"))
