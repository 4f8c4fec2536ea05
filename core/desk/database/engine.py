"""The open database: transactions that read, transactions that write, and failures told in sentences."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Double, Engine, create_engine, event, func, literal
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from core.desk.database.migrate import migrate

_log = logging.getLogger("dateline.desk")
_BUSY_MILLISECONDS = 60_000
"""Patience with other writers: each holds the file for milliseconds."""

_PRAGMAS = (
    "synchronous = FULL",  # what was said to be kept is kept, also when the power goes
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten
    f"busy_timeout = {_BUSY_MILLISECONDS}",
)
_FULL = "The disk of the desk is full. Nothing was changed; what waits goes on when there is room again."
_READ_ONLY = "The desk’s data folder cannot be written to. Nothing was changed."
_AWAY = "The desk’s database cannot be reached just now. Nothing was changed; please try again."
_READS = "reads"


class StoreUnavailable(Exception):  # noqa: N818 — an outcome that pages state
    """The database refuses for a reason outside the program; the message is a sentence for people."""


class Database:
    """One database for one process; may be used by all its threads."""

    def __init__(self, url: str, clock: Callable[[], float] = time.time) -> None:
        """Opens it, makes it where there is none, and brings its schema to this version.

        Args:
            url: SQLAlchemy's address of it.
            clock: seconds since 1970, for a file; a server has a clock of its own.

        Raises:
            StoreUnavailable: it cannot be opened.
        """
        self.url = url
        self._clock = clock
        self.engine = open_engine(url)
        with self._told():
            migrate(self.engine)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of this machine."""
        return self.engine.dialect.name == "sqlite"

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of everything and changes nothing."""
        options: dict[str, Any] = {_READS: True}
        if not self.is_sqlite:  # where each statement would else see what was written before it
            options["isolation_level"] = "REPEATABLE READ"
        with self._told(), self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is written whole when the block ends, or not at all."""
        with self._told(), self.engine.begin() as connection:
            yield connection

    def now(self) -> ColumnElement[float]:
        """This moment by the one clock that all who share the database go by."""
        if self.is_sqlite:
            return literal(self._clock(), Double)
        return func.extract("epoch", func.clock_timestamp()).cast(Double)

    def scrub(self) -> None:
        """Leave nothing of what was deleted beside the rows that are there: rewrite what keeps it a while.

        In a file deleted rows are overwritten at once, but the log of the last changes still has them; it is worked
        in and cut off. A server lets go of them when it is told to.
        """
        with self._told(), self.engine.connect() as connection:
            if self.is_sqlite:
                driver = cast("sqlite3.Connection", connection.connection.driver_connection)
                busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if busy:
                    raise StoreUnavailable(_AWAY)
            else:
                connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM")

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What the database says of disk, rights and network, in our words."""
        try:
            yield
        except DBAPIError as error:
            sentence = _sentence(error)
            if sentence is None:
                raise
            _log.error("the database refuses: %s", type(error.orig).__name__)
            raise StoreUnavailable(sentence) from None
        except OSError as error:
            _log.error("the data folder refuses: %s", type(error).__name__)
            raise StoreUnavailable(_READ_ONLY) from None


def open_engine(url: str) -> Engine:
    """SQLAlchemy's engine for an address, with our rules of transactions; nothing is opened yet."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20)
    file = Path(url.removeprefix("sqlite:///"))
    with contextlib.suppress(OSError):  # told when it is opened
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url, pool_size=10, max_overflow=20)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """The driver shall begin no transactions of its own: it would begin them too late."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Who will write takes the right to at once: a reader who turns writer later is refused and not queued."""
    reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _sentence(error: DBAPIError) -> str | None:
    """Why the database refuses, where that is no fault of the program."""
    if isinstance(error.orig, sqlite3.Error):
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        return {
            sqlite3.SQLITE_FULL: _FULL,
            sqlite3.SQLITE_READONLY: _READ_ONLY,
            sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
            sqlite3.SQLITE_IOERR: _FULL,
            sqlite3.SQLITE_BUSY: _AWAY,
        }.get(code)
    state = getattr(error.orig, "sqlstate", None)
    if state == "53100":
        return _FULL
    if state == "25006":
        return _READ_ONLY
    if state is None:
        return _AWAY if isinstance(error, OperationalError | InterfaceError) else None
    return _AWAY if error.connection_invalidated or state[:2] in ("08", "53", "57") else None
