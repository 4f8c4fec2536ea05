"""A desk made from a back-up: into an empty one, whatever its database, whole or not at all."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, exists, func, insert, select
from sqlalchemy.exc import CompileError, DataError, IntegrityError, InvalidRequestError

from core.desk.database import Database
from core.desk.database.engine import open_engine
from core.desk.database.migrate import migrate, revisions
from core.desk.keeping.archive import Manifest, NoBackup, Reading
from core.desk.keeping.kept import kept_tables
from core.desk.originals import Originals

_AT_ONCE = 50
_DAMAGED = "This back-up is damaged; nothing was restored."
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError),
    *(CompileError, DataError, IntegrityError, InvalidRequestError),
)
"""What the parts of a damaged file, or of one that somebody made up, come to."""

Rows = Callable[[Table], Iterable[dict[str, Any]]]


class NotEmpty(Exception):  # noqa: N818 — an answer to people
    """The desk holds something already; the message is a sentence."""


def restore(database: Database, originals: Originals, file: Path) -> Manifest:
    """Fill an empty desk from a back-up; what the back-up holds.

    Raises:
        NotEmpty: the desk holds something.
        NoBackup: the file is no whole back-up, or a newer version made it.
        OSError: the file cannot be read, or an original not be kept.
        StoreUnavailable: the database refuses.
    """
    with file.open("rb") as opened, _told(), _reading(opened) as (reading, rows), database.writing() as connection:
        for kept in kept_tables():
            if connection.execute(select(exists().select_from(kept))).scalar():
                raise NotEmpty("This desk is not empty. A back-up is restored into an empty one only.")
        for kept in kept_tables():
            _fill(connection, kept, rows(kept))
            if not database.is_sqlite:
                _count_on(connection, kept)
        _keep(originals, reading)
        return reading.manifest


@contextmanager
def _told() -> Iterator[None]:
    """A damaged file in a sentence."""
    try:
        yield
    except _BROKEN:
        raise NoBackup(_DAMAGED) from None


@contextmanager
def _reading(opened: Any) -> Iterator[tuple[Reading, Rows]]:
    """A back-up and its rows as this version has them."""
    reading = Reading(opened)
    known = revisions()
    if reading.manifest.revision not in known:
        raise NoBackup("This back-up was made by a newer version of Dateline.")
    if reading.manifest.revision == known[-1]:
        yield reading, lambda kept: _counted(reading, kept)
        return
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'older.sqlite3'}")
        try:
            _older(engine, reading)
            with engine.connect().execution_options(reads=True) as connection:
                yield reading, lambda kept: (dict(row) for row in connection.execute(select(kept)).mappings())
        finally:
            engine.dispose()


def _older(engine: Engine, reading: Reading) -> None:
    """A desk of an older version in a file of its own, brought to this one: migrations move rows, not lines."""
    migrate(engine, reading.manifest.revision)
    older = MetaData()
    with engine.begin() as connection:
        older.reflect(connection, only=[*reading.manifest.tables])
        for kept in older.sorted_tables:
            _fill(connection, kept, _counted(reading, kept))
    migrate(engine)


def _counted(reading: Reading, kept: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table, as many as there must be."""
    count = 0
    for row in reading.rows(kept):
        count += 1
        yield row
    if count != reading.manifest.tables.get(kept.name, 0):
        raise NoBackup(_DAMAGED)


def _fill(connection: Connection, kept: Table, rows: Iterable[dict[str, Any]]) -> None:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        connection.execute(insert(kept), some)


def _count_on(connection: Connection, kept: Table) -> None:
    """Have a server number new rows behind those that are there; a file does so by itself."""
    key = kept.autoincrement_column
    if key is None:
        return
    sequence = connection.execute(select(func.pg_get_serial_sequence(kept.name, key.name))).scalar()
    if sequence is not None:
        following = select(func.coalesce(func.max(key), 0) + 1).scalar_subquery()
        connection.execute(select(func.setval(sequence, following, False)))


def _keep(originals: Originals, reading: Reading) -> None:
    """The originals, each of which must have the hash that it is called by."""
    found = 0
    for sha256, data in reading.originals():
        kept = originals.keep(data)
        if kept is None:
            raise OSError("an original could not be kept")
        if kept != sha256:
            raise NoBackup(_DAMAGED)
        found += 1
    if found != reading.manifest.originals:
        raise NoBackup(_DAMAGED)
