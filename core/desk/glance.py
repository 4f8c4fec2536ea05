"""A dossier at a glance: how far each of its documents is, without what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, cast

from sqlalchemy import Connection, select

from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.dossier import State


class Stage(NamedTuple):
    """How far a document is: how often people changed it, its latest job, and how far that is."""

    revision: int
    job: str
    state: State

    @property
    def running(self) -> bool:
        """Whether its reading has more to come."""
        return self.state in ("waiting", "reading")


@dataclass(frozen=True, slots=True)
class Glance:
    """The documents of a dossier by id, in their order, at one version of it; none and 0 where there is none."""

    dossier: str
    version: int
    documents: Mapping[str, Stage]

    def count(self, *states: State) -> int:
        """How many documents are so far."""
        return sum(one.state in states for one in self.documents.values())


def glance(connection: Connection, dossier: str) -> Glance:
    """What is seen of a dossier at once."""
    alive = select(DOSSIER.c.version).where(DOSSIER.c.id == dossier, DOSSIER.c.deleted.is_(None))
    version = connection.execute(alive).scalar_one_or_none()
    if version is None:
        return Glance(dossier, 0, MappingProxyType({}))
    known = select(HOLDING.c.id, DOCUMENT.c.revision, DOCUMENT.c.job, DOCUMENT.c.state)
    known = known.join(DOCUMENT, DOCUMENT.c.number == HOLDING.c.document).where(HOLDING.c.dossier == dossier)
    found = {
        doc: Stage(revision, job, cast("State", state))
        for doc, revision, job, state in connection.execute(known.order_by(HOLDING.c.position))
    }
    return Glance(dossier, version, MappingProxyType(found))
