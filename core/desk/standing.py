"""A dossier without its numbers: what the head of every page must know of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from core.desk.database.schema import DOSSIER
from core.desk.dossier_list import UNNAMED


@dataclass(frozen=True, slots=True)
class Standing:
    """The name of a dossier, and whether it is there at all. Moments are in seconds since 1970."""

    name: str
    description: str
    listed: bool
    archived: float | None
    deleted: float | None
    changed: float
    changed_by: str

    @property
    def shown_name(self) -> str:
        """The name, or what stands for it."""
        return self.name or UNNAMED


def standing(connection: Connection, dossier: str) -> Standing | None:
    """A dossier, also a deleted one; null where there is none."""
    columns = [DOSSIER.c[name] for name in Standing.__dataclass_fields__]
    row = connection.execute(select(*columns).where(DOSSIER.c.id == dossier)).one_or_none()
    return Standing(*row) if row else None
