"""Desks, stores and databases for tests: each empty, on every database that this machine has."""

from __future__ import annotations

import atexit
import contextlib
import getpass
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from core.desk import Desk
from core.desk.crew import Threads, workers_of
from core.desk.database import Database
from core.desk.extractor import Extractor
from core.desk.sql_store import SqlStore

DATABASES = ("sqlite", "postgresql")
SERVER_VARIABLE = "DATELINE_TEST_POSTGRESQL"
"""Address of a PostgreSQL server on which databases may be made and dropped."""


@contextlib.contextmanager
def database_url(kind: str, folder: Path, like: str | None = None) -> Iterator[str]:
    """The address of an empty database of a kind; the test is skipped where there is no such server.

    It is a copy of the database ``like`` where one is named.
    """
    if kind == "sqlite":
        file = folder / "desk.sqlite3"
        if like:
            shutil.copy(like, file)
        yield f"sqlite:///{file}"
        return
    server, name = _postgresql(), f"dateline_{uuid4().hex}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}" + (f" TEMPLATE {like}" if like else "")))
    yield admin.url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@contextlib.contextmanager
def store_in(kind: str, folder: Path) -> Iterator[SqlStore]:
    """An empty store in a database of a kind."""
    with database_url(kind, folder, migrated(kind)) as url:
        store = SqlStore(Database(url))
        yield store
        store.close()


def desk_with(extractor: Extractor, clock: Callable[[], float] = time.time) -> Desk:
    """An empty desk in a file of its own, with one worker in this process."""
    store = SqlStore(Database(file_of_its_own(), clock))
    return Desk(store, Threads(workers_of(store, [extractor])), clock)


def file_of_its_own() -> str:
    """The address of an empty desk in a folder that goes with this process."""
    folder = _folder("dateline-desk-")
    shutil.copy(migrated("sqlite"), folder / "desk.sqlite3")
    return f"sqlite:///{folder / 'desk.sqlite3'}"


@cache
def migrated(kind: str) -> str:
    """An empty database with all tables, made once a process: a file, or the name of one on the server."""
    if kind == "sqlite":
        file = _folder("dateline-empty-") / "desk.sqlite3"
        Database(f"sqlite:///{file}").close()
        return str(file)
    with contextlib.ExitStack() as made:
        url = make_url(made.enter_context(database_url(kind, Path())))
        Database(url.render_as_string(hide_password=False)).close()
        atexit.register(made.pop_all().close)
    return str(url.database)


def _folder(prefix: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _postgresql() -> str:
    """The address of a server for tests: a named one, or one of our own that ends with this process."""
    if named := os.environ.get(SERVER_VARIABLE):
        return named
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = str(programs[-1]) if programs else shutil.which("initdb")
    if program is None:
        reason = f"no PostgreSQL here: neither {SERVER_VARIABLE} nor Debian’s package"
        if os.environ.get("DATELINE_POSTGRESQL") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return _own_server(Path(program).parent)


def _own_server(programs: Path) -> str:
    """A server in a temporary folder, reached through a socket there; not run by root, which it refuses."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))  # removed with the server, not before it
    as_other: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        as_other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
    user = "postgres" if as_other else getpass.getuser()
    data = folder / "data"
    subprocess.run([*as_other, programs / "initdb", "-D", data, "-A", "trust", "-U", user, "-N"], check=True, stdout=-3)
    settings = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off")
    server = subprocess.Popen([*as_other, programs / "postgres", "-D", data, *settings], stdout=-3, stderr=-3)
    atexit.register(_end, server, folder)
    address = f"postgresql+psycopg://{user}@/postgres?host={folder}"
    _wait_for(address, server)
    return address


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers; fails where it ended instead."""
    engine = create_engine(address)
    while server.poll() is None:
        with contextlib.suppress(OperationalError), engine.connect():
            break
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(0.05)
    else:
        pytest.fail("the PostgreSQL server of the tests did not start")
    engine.dispose()


def _end(server: subprocess.Popen[bytes], folder: Path) -> None:
    server.terminate()
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)
