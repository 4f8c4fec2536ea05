"""What was taken out of watched folders, in the database: by its content, whatever it was called."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import exists, insert, select
from sqlalchemy.exc import IntegrityError

from core.desk.database import Database
from core.desk.database.schema import WATCHED
from core.desk.database.words import storable


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken: where from, what it was called, for which dossier, when, and what became of it."""

    folder: str
    name: str
    sha256: str
    dossier: str
    at: float
    outcome: str

    @property
    def moment(self) -> str:
        """When it was taken, UTC, to the second."""
        return dt.datetime.fromtimestamp(self.at, dt.UTC).strftime("%Y-%m-%d %H:%M:%S")


class Remembered:
    """The files that were taken. Every method raises ``StoreUnavailable`` where the database refuses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has(self, folder: str, dossier: str, sha256: str) -> bool:
        """Whether a file of this content was taken out of a folder for a dossier."""
        same = (WATCHED.c.folder == storable(folder), WATCHED.c.dossier == dossier, WATCHED.c.sha256 == sha256)
        with self._database.reading() as connection:
            return bool(connection.execute(select(exists().where(*same))).scalar())

    def add(self, folder: str, dossier: str, sha256: str, name: str, outcome: str) -> None:
        """Remember a file; one that another process took at the same time is remembered as that one says."""
        row: dict[str, object] = {"folder": storable(folder), "dossier": dossier, "sha256": sha256}
        row |= {"name": storable(name), "at": self._database.now(), "outcome": storable(outcome)}
        try:
            with self._database.writing() as connection:
                connection.execute(insert(WATCHED).values(row))
        except IntegrityError:
            return

    def all(self) -> tuple[Taken, ...]:
        """All that was taken, the latest last."""
        columns = [WATCHED.c[name] for name in Taken.__dataclass_fields__]
        with self._database.reading() as connection:
            rows = connection.execute(select(*columns).order_by(WATCHED.c.at, WATCHED.c.name))
            return tuple(Taken(*row) for row in rows)
