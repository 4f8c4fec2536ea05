"""What pages read of a comparison: groups of figures, clusters of events, shared wording. Each method is one look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, tuple_

from core.compare import Group, cut
from core.desk.collation.tables import CLUSTER, CLUSTERED, COLLATION, GROUP, GROUPED, REUSE
from core.desk.database import Database
from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOSSIER, HOLDING
from core.desk.marks.filtering import Filtered
from core.desk.marks.rows import pairs_of
from core.desk.marks.tables import MARKED, TABLES
from core.event_coreference import EventCluster
from core.frames.kinds import FIGURES
from core.origins import TextReuse

T = TypeVar("T")
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the comparison of a dossier is: a number that is another one each time, and whether it covers all."""

    time: int
    current: bool


@dataclass(frozen=True, slots=True)
class Collation:
    """What the documents of a dossier say together, as far as workers have come; nothing where they have not begun."""

    database: Database
    dossier: str

    def standing(self) -> Standing:
        """How far it is."""
        asked = select(COLLATION.c.time, COLLATION.c.version, DOSSIER.c.version)
        asked = asked.join(DOSSIER, DOSSIER.c.id == COLLATION.c.dossier).where(DOSSIER.c.id == self.dossier)
        with self.database.reading() as connection:
            found = connection.execute(asked).one_or_none()
        return Standing(found[0], found[1] == found[2]) if found else Standing(0, False)

    def groups(self, filtered: Filtered, most: int) -> tuple[tuple[Group, ...], int]:
        """The groups that matter most with the figures that a filter lets through, two at least; how many there are."""
        figures = TABLES[FIGURES.plural]
        member = and_(GROUPED.c.document == figures.c.document, GROUPED.c.i == figures.c.i, self._counts(GROUPED))
        shown = filtered.marks(FIGURES, GROUPED.c.rank, func.count().label("n")).join(GROUPED, member)
        ranks = shown.where(or_(figures.c.low.is_not(None), figures.c.high.is_not(None))).group_by(GROUPED.c.rank)
        ranks = ranks.having(func.count() > 1).order_by(GROUPED.c.rank)
        keys = filtered.marks(FIGURES, HOLDING.c.id, figures.c.i).join(GROUPED, member)
        with self.database.reading() as connection:
            every: list[tuple[int, int]] = [tuple(row) for row in connection.execute(ranks)]
            first = dict(every[:most])
            some = keys.where(GROUPED.c.rank.in_(list(first)))
            shown_keys = {f"{doc}:{i}" for doc, i in connection.execute(some)}
            return tuple(self._cut(connection, first, shown_keys)), len(every)

    def groups_of(self, keys: Collection[str]) -> dict[str, Group]:
        """Key of a figure → the group that it is in, of those that are in any."""
        with self.database.reading() as connection:
            at = self._members(connection, GROUPED, GROUPED.c.rank, keys)
            there = self._keys(connection, GROUPED, GROUPED.c.rank, set(at.values()))
            parts = ((rank, self._cut(connection, {rank: len(members)}, members)) for rank, members in there.items())
            groups = {rank: found[0] for rank, found in parts if found}
        return {key: groups[rank] for key, rank in at.items() if rank in groups}

    def things(self, keys: Collection[str]) -> dict[str, str]:
        """Key of a figure → what tells its group from others, of those that are in any."""
        with self.database.reading() as connection:
            at = self._members(connection, GROUPED, GROUPED.c.rank, keys)
        return {key: str(rank) for key, rank in at.items()}

    def clusters(self, keys: Collection[str]) -> tuple[EventCluster, ...]:
        """The proposed clusters of several mentions that hold any of these events, with the members that are there."""
        with self.database.reading() as connection:
            at = self._members(connection, CLUSTERED, CLUSTERED.c.number, keys)
            there = self._keys(connection, CLUSTERED, CLUSTERED.c.number, set(at.values()))
            known = self._contents(connection, CLUSTER, CLUSTER.c.number, there, EventCluster)
        found = (cut_cluster(known[number], there[number]) for number in sorted(known))
        return tuple(cluster for cluster in found if len(cluster.members) > 1)

    def text_reuses(self, docs: Collection[str] | None = None) -> tuple[TextReuse, ...]:
        """Documents that share their wording, most alike first; of some ids, or all."""
        asked = select(REUSE.c.one, REUSE.c.other, REUSE.c.share).where(self._time(REUSE))
        if docs is not None:
            asked = asked.where(or_(REUSE.c.one.in_(list(docs)), REUSE.c.other.in_(list(docs))))
        with self.database.reading() as connection:
            found = connection.execute(asked.order_by(REUSE.c.share.desc(), REUSE.c.one, REUSE.c.other))
            return tuple(TextReuse(*row) for row in found)

    def _cut(self, connection: Connection, ranks: Mapping[int, int], keys: Collection[str]) -> list[Group]:
        """The groups of these ranks with no other figures than those of these keys; each has so many of them."""
        groups = self._contents(connection, GROUP, GROUP.c.rank, ranks, Group)
        docs = {doc for group in groups.values() for doc in group.documents}
        reuses = tuple(self._reuses(connection, docs)) if docs else ()
        parts = ((rank, cut(groups[rank], keys, reuses)) for rank in sorted(groups))
        return [replace(part, more=ranks[rank] - len(part.claims)) for rank, part in parts if part]

    def _reuses(self, connection: Connection, docs: Collection[str]) -> Iterable[TextReuse]:
        for some in _some(docs):
            asked = select(REUSE.c.one, REUSE.c.other, REUSE.c.share).where(self._time(REUSE), REUSE.c.one.in_(some))
            yield from (TextReuse(*row) for row in connection.execute(asked) if row.other in docs)

    def _members(self, connection: Connection, table: Table, number: Any, keys: Collection[str]) -> dict[str, int]:
        """Key of a mark → the number of what it is a member of."""
        found: dict[str, int] = {}
        for some in _some(pairs_of(keys)):
            near = HOLDING.c.id.in_({doc for doc, _ in some})  # SQLite looks for no pair by an index
            pairs = tuple_(HOLDING.c.id, table.c.i).in_(some)
            asked = self._there(table, HOLDING.c.id, table.c.i, number).where(near, pairs)
            found.update({f"{doc}:{i}": n for doc, i, n in connection.execute(asked)})
        return found

    def _keys(
        self, connection: Connection, table: Table, number: Any, wanted: Collection[int]
    ) -> Mapping[int, set[str]]:
        """Number → keys of its members that are there."""
        found: dict[int, set[str]] = defaultdict(set)
        for some in _some(wanted):
            for doc, i, n in connection.execute(
                self._there(table, HOLDING.c.id, table.c.i, number).where(number.in_(some))
            ):
                found[n].add(f"{doc}:{i}")
        return found

    def _there(self, table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
        """Columns of members whose documents are in the dossier, as they were read when they were compared."""
        held = select(*columns).join(HOLDING, HOLDING.c.document == table.c.document)
        held = held.join(MARKED, and_(MARKED.c.document == table.c.document, MARKED.c.reading == table.c.reading))
        return held.where(HOLDING.c.dossier == self.dossier, self._time(table))

    def _counts(self, table: Table) -> ColumnElement[bool]:
        """Whether a member counts: it is of the last time, and of the latest reading."""
        read = select(MARKED.c.reading).where(MARKED.c.document == table.c.document).scalar_subquery()
        return and_(self._time(table), table.c.reading == read)

    def _time(self, table: Table) -> ColumnElement[bool]:
        last = select(COLLATION.c.time).where(COLLATION.c.dossier == self.dossier).scalar_subquery()
        return and_(table.c.dossier == self.dossier, table.c.time == last)

    def _contents(
        self, connection: Connection, table: Table, number: Any, wanted: Collection[int], kind: type[T]
    ) -> dict[int, T]:
        found: dict[int, T] = {}
        for some in _some(wanted):
            asked = select(number, table.c.content).where(self._time(table), number.in_(some))
            found.update({n: unpacked(content, kind) for n, content in connection.execute(asked)})
        return found


def cut_cluster(cluster: EventCluster, keys: Collection[str]) -> EventCluster:
    """A cluster with those of its members alone."""
    members = tuple(key for key in cluster.members if key in keys)
    if len(members) == len(cluster.members):
        return cluster
    documents = len({key.rpartition(":")[0] for key in members})
    return EventCluster(cluster.id, members, documents, "", cluster.judgements, cluster.by_hand)


def _some(values: Collection[T]) -> Iterable[list[T]]:
    every = list(values)
    return (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
