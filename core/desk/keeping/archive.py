"""What a back-up is: a ZIP file of tables as JSON lines and of originals by their hash, whatever the database.

``desk.json`` says which revision of the schema the rows are of, and how many; it is written last. Bytes stand in a line
as base64, days in ISO format, all else as JSON has it.
"""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Table

FORMAT = 1
MANIFEST = "desk.json"
_TABLE = "tables/{}.jsonl"
_ORIGINALS = "originals/"


class NoBackup(Exception):  # noqa: N818 — an answer to people
    """The file is no back-up of a desk, or not a whole one; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a back-up holds. ``tables``: rows of each; ``made``: seconds since 1970; ``program``: the version."""

    format: int
    program: str
    revision: str
    made: float
    tables: Mapping[str, int] = field(default_factory=dict)
    originals: int = 0


class Writing:
    """A back-up on its way into a file; of tables and originals one is in memory at a time."""

    def __init__(self, file: Any) -> None:
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)

    def table(self, name: str, rows: Iterator[Mapping[str, Any]]) -> int:
        """All rows of a table, as they come; how many they were."""
        count = 0
        with self._archive.open(_TABLE.format(name), "w", force_zip64=True) as lines:
            for count, row in enumerate(rows, start=1):  # noqa: B007 — the last is the count
                lines.write(json.dumps({key: _written(value) for key, value in row.items()}).encode() + b"\n")
        return count

    def original(self, sha256: str, data: bytes) -> None:
        """A file as it was handed in."""
        self._archive.writestr(_ORIGINALS + sha256, data)

    def end(self, manifest: Manifest) -> None:
        """What it holds; without it the file is no back-up."""
        self._archive.writestr(MANIFEST, msgspec.json.encode(manifest))
        self._archive.close()


class Reading:
    """A back-up that is read; every method raises :class:`NoBackup` or ``zipfile.BadZipFile`` where it is damaged."""

    def __init__(self, file: Any) -> None:
        self._archive = zipfile.ZipFile(file)
        try:
            self.manifest = msgspec.json.decode(self._archive.read(MANIFEST), type=Manifest)
        except (KeyError, msgspec.DecodeError):
            raise NoBackup("This file is no back-up of a desk.") from None
        if self.manifest.format != FORMAT:
            raise NoBackup("This back-up was made by a newer version of Dateline.")

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """The rows of a table, as its columns hold them; none where the back-up does not know it."""
        if table.name not in self.manifest.tables:
            return
        kinds = {column.name: column.type.python_type for column in table.c}
        with self._archive.open(_TABLE.format(table.name)) as lines:
            for line in io.BufferedReader(lines):  # type: ignore[type-var]  # a ZIP member is as good as a raw file
                yield {name: _read(value, kinds[name]) for name, value in json.loads(line).items()}

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """The files as they were handed in: the hash under which each is kept, and its bytes."""
        for name in self._archive.namelist():
            if name.startswith(_ORIGINALS):
                yield name.removeprefix(_ORIGINALS), self._archive.read(name)


def _written(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, dt.date) else value


def _read(value: Any, kind: type) -> Any:
    if value is None:
        return None
    if kind is bytes:
        return base64.b64decode(value, validate=True)
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return kind(value) if kind in (bool, float) else value
