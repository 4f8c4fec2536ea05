"""The schema from each version to this one, with data in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, create_engine, insert, select

from core.desk.database import Database
from core.desk.database.engine import open_engine
from core.desk.database.migrate import migrate, revisions
from core.desk.database.schema import metadata
from core.desk.database.search_tables import INDEX_OF_WORDS
from core.desk.sql_store import SqlStore
from tests.core.desk.desks import DATABASES, database_url
from tests.core.desk.test_store import held

SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")
"""Endings of the tables in which SQLite keeps a full-text index: its own matter."""


def is_ours(name: str | None, kind: str, *_: object) -> bool:
    """Whether a table is one that we describe."""
    if name in INDEX_OF_WORDS.values():
        return False
    return kind != "table" or (not str(name).endswith(SHADOWS) and not str(name).startswith("procrastinate_"))


@pytest.mark.parametrize("kind", DATABASES)
def test_the_migrations_make_the_tables_that_the_code_describes(kind: str, tmp_path: Path) -> None:
    """All of them together are the schema; nothing is missing, nothing is left over."""
    with database_url(kind, tmp_path) as url:
        database = Database(url)
        with database.reading() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": lambda o, n, t, *r: is_ours(n, t)})
            assert compare_metadata(context, metadata) == []
        database.close()


@pytest.mark.parametrize("kind", DATABASES)
@pytest.mark.parametrize("revision", revisions()[:-1] or ["0001"])
def test_what_an_older_version_kept_is_there(kind: str, revision: str, tmp_path: Path) -> None:
    """A dossier with a document, written under the older schema, is read under this one."""
    with database_url(kind, tmp_path) as url:
        now = Database(url)
        SqlStore(now).add("d", held("Two people were hurt."))
        with now.reading() as connection:
            rows = {
                table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
                for table in (metadata.tables[name] for name in ("dossier", "document", "holding"))
            }
        now.close()
    with database_url(kind, tmp_path / "old") as url:
        (tmp_path / "old").mkdir()
        engine = open_engine(url)
        migrate(engine, revision)
        older = MetaData()
        with engine.begin() as connection:
            older.reflect(connection, only=list(rows))
            for name, found in rows.items():
                columns = set(older.tables[name].c.keys())
                known = [{key: value for key, value in row.items() if key in columns} for row in found]
                connection.execute(insert(older.tables[name]), known)
        engine.dispose()
        store = SqlStore(Database(url))
        assert [one.document.text for one in store.held("d")] == ["Two people were hurt."]
        store.close()


def test_a_database_of_this_version_is_not_written_to(tmp_path: Path) -> None:
    """Opening it again changes nothing."""
    url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    Database(url).close()
    before = (tmp_path / "desk.sqlite3").read_bytes()
    Database(url).close()
    assert (tmp_path / "desk.sqlite3").read_bytes() == before


def test_processes_that_start_together_make_one_schema(tmp_path: Path) -> None:
    """A server and its workers open a new desk at the same moment."""
    from concurrent.futures import ThreadPoolExecutor

    url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    with ThreadPoolExecutor(4) as pool:
        for database in pool.map(lambda _: Database(url), range(4)):
            database.close()
    engine = create_engine(url)
    with engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == revisions()[-1]
    engine.dispose()
