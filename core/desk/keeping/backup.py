"""All of a desk in one file: its rows as of one moment, and the originals that they refer to."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Table

from core.desk.database import Database
from core.desk.keeping.archive import FORMAT, Manifest, Writing
from core.desk.keeping.kept import kept_rows, kept_tables
from core.desk.originals import Originals
from core.version import VERSION

_AT_ONCE = 50
"""Rows fetched together: a document's content may be megabytes."""


def back_up(database: Database, originals: Originals, file: Path) -> tuple[Manifest, int]:
    """Write a desk into a file, which nobody else may read; it is there whole or not at all.

    Returns:
        What the file holds, and how many originals are referred to and no longer kept, or damaged.

    Raises:
        OSError: the file cannot be written.
        StoreUnavailable: the database cannot be read.
    """
    with _whole(file) as half:
        writing = Writing(half)
        referred: set[str] = set()
        with database.reading() as connection:
            revision = MigrationContext.configure(connection).get_current_revision() or ""
            manifest = Manifest(FORMAT, VERSION, revision, time.time())
            tables = {
                table.name: writing.table(table.name, _rows(connection, table, referred)) for table in kept_tables()
            }
        found = 0
        for sha256 in sorted(referred):
            data = originals.get(sha256)
            if data is not None:
                writing.original(sha256, data)
                found += 1
        manifest = replace(manifest, tables=tables, originals=found)
        writing.end(manifest)
    return manifest, len(referred) - found


def _rows(connection: Connection, table: Table, referred: set[str]) -> Iterator[Mapping[str, Any]]:
    """The rows of a table as they come, and on the way the originals that they refer to."""
    rows = connection.execute(kept_rows(table), execution_options={"yield_per": _AT_ONCE}).mappings()
    for row in rows:
        if row.get("original"):
            referred.add(row["original"])
        yield dict(row)


@contextmanager
def _whole(file: Path) -> Iterator[BinaryIO]:
    """A file beside the one that is meant, in whose place it is put when the block has ended well."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        half.replace(file)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
