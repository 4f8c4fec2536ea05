"""Passages for which a query holds: the same ones in the same order on both databases."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Row, func, or_, select

from core.desk.database.blobs import unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.database.search_tables import PASSAGE, PASSAGE_TERM
from core.desk.search.conditions import conditions, marked
from core.desk.search.facets import Facets, facets
from core.desk.search.highlighting import Stretch, stretches
from core.desk.search.query import Named, Query
from core.models import Document

PER_PAGE = 20
MOST_COUNTED = 20_000
"""Hits up to which what they have in common is counted: of more a reader has to look for less first."""

_MOST_PAGES = 1_000_000
_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: ``text`` is the document's from ``start`` to ``end``.

    ``highlights`` are stretches of ``text``; where none of it was looked for, as with an outlet alone, there are none.
    """

    dossier: str
    document: str
    title: str | None
    outlet: str | None
    name: str
    published: dt.date | None
    start: int
    end: int
    text: str
    highlights: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, and how many there are on all pages."""

    hits: tuple[Hit, ...] = ()
    total: int = 0


def search(connection: Connection, dossiers: Collection[str], query: Query, page: int = 1) -> Found:
    """What some dossiers hold for a query: the latest published first, within a document in the order of its text.

    Args:
        connection: a transaction that reads.
        dossiers: ids of those that the reader may see; nothing is found elsewhere.
        query: what is looked for; nothing where it has no part.
        page: from 1 on, of :data:`PER_PAGE` hits each.
    """
    here = _alive(connection, dossiers)
    if not query.parts or not here:
        return Found()
    hit = _hits(connection, here, query)
    rows = _rows(connection, hit, max(1, min(page, _MOST_PAGES)))
    total = rows[0].total if rows else 0 if page <= 1 else _count(connection, hit)
    return Found(_page(connection, here, query, rows), total)


def in_common(connection: Connection, dossiers: Collection[str], query: Query) -> Facets | None:
    """What all the hits of :func:`search` have in common; null where there are none, or over :data:`MOST_COUNTED`.

    It takes longer than the hits of a page, which need not wait for it.
    """
    here = _alive(connection, dossiers)
    if not query.parts or not here:
        return None
    hit = _hits(connection, here, query, (PASSAGE.c.language, DOCUMENT.c.outlet))
    return facets(connection, hit) if 0 < _count(connection, hit) <= MOST_COUNTED else None


def _alive(connection: Connection, dossiers: Collection[str]) -> Sequence[str]:
    alive = select(DOSSIER.c.id).where(DOSSIER.c.id.in_(list(dossiers)), DOSSIER.c.deleted.is_(None))
    return connection.execute(alive).scalars().all()


def _count(connection: Connection, hit: CTE) -> int:
    return int(connection.execute(select(func.count()).select_from(hit)).scalar_one())


def _hits(
    connection: Connection, dossiers: Sequence[str], query: Query, more: Sequence[ColumnElement[Any]] = ()
) -> CTE:
    """The rows of all hits: what orders them, and ``more`` of their passages and documents."""
    outlets: Sequence[str] = ()
    if any(isinstance(part, Named) and part.field == "outlet" for part in query.parts):
        known = select(DOCUMENT.c.outlet).where(_is_held(dossiers, DOCUMENT.c.number), DOCUMENT.c.outlet.is_not(None))
        outlets = connection.execute(known.distinct()).scalars().all()
    columns = [PASSAGE.c[name] for name in ("number", "document", "position")]
    rows = (
        select(*columns, DOCUMENT.c.published, *more)
        .join(DOCUMENT, DOCUMENT.c.number == PASSAGE.c.document)
        .where(_is_held(dossiers, PASSAGE.c.document), *conditions(connection, query, outlets))
    )
    return rows.cte("hit").prefix_with("MATERIALIZED")


def _is_held(dossiers: Sequence[str], document: ColumnElement[int]) -> ColumnElement[bool]:
    return document.in_(select(HOLDING.c.document).where(HOLDING.c.dossier.in_(dossiers)))


def _rows(connection: Connection, hit: CTE, page: int) -> Sequence[_Row]:
    """The rows of one page, each with the number of all; only these few are read whole."""
    order = (hit.c.published.desc().nulls_last(), hit.c.document, hit.c.position)
    all_of_them = select(hit.c.number, func.count().over().label("total")).order_by(*order)
    shown = all_of_them.limit(PER_PAGE).offset((page - 1) * PER_PAGE).subquery()
    columns = [PASSAGE.c[name] for name in ("number", "document", "position", "start", "end")]
    whole = select(*columns, shown.c.total).join(shown, shown.c.number == PASSAGE.c.number)
    document = whole.add_columns(DOCUMENT.c.published).join(DOCUMENT, DOCUMENT.c.number == PASSAGE.c.document)
    again = (DOCUMENT.c.published.desc().nulls_last(), PASSAGE.c.document, PASSAGE.c.position)
    return connection.execute(document.order_by(*again)).all()


def _page(connection: Connection, dossiers: Collection[str], query: Query, rows: Sequence[_Row]) -> tuple[Hit, ...]:
    """The hits of some rows, with the words of their documents."""
    heads = _heads(connection, dossiers, {row.document for row in rows})
    marks = _marks(connection, query, [row.number for row in rows])
    return tuple(_hit(row, *heads[row.document], query, marks[row.number]) for row in rows)


def _heads(connection: Connection, dossiers: Collection[str], numbers: set[int]) -> dict[int, tuple[_Row, str]]:
    """What is known of some documents, and their texts."""
    dossier = (
        select(func.min(HOLDING.c.dossier))
        .where(HOLDING.c.document == DOCUMENT.c.number, HOLDING.c.dossier.in_(list(dossiers)))
        .scalar_subquery()
        .label("dossier")
    )
    columns = [DOCUMENT.c[name] for name in ("number", "id", "title", "outlet", "name", "published", "content")]
    found = connection.execute(select(*columns, dossier).where(DOCUMENT.c.number.in_(numbers)))
    return {row.number: (row, unpacked(row.content, Document).text) for row in found}


def _marks(connection: Connection, query: Query, passages: Sequence[int]) -> dict[int, list[Stretch]]:
    """Where in some passages stand the marks that were looked for.

    All marks of these few passages are asked whether they are: as a condition it would have a database begin with all
    such marks there are.
    """
    found: dict[int, list[Stretch]] = defaultdict(list)
    sought = [one for one in map(marked, query.parts) if one is not None]
    if sought and passages:
        term = PASSAGE_TERM.c
        rows = select(term.passage, term.start, term.end, or_(*sought)).where(term.passage.in_(passages))
        for passage, start, end, is_one in connection.execute(rows):
            if is_one:
                found[passage].append((start, end))
    return found


def _hit(row: _Row, head: _Row, text: str, query: Query, marks: Iterable[Stretch]) -> Hit:
    passage = text[row.start : row.end]
    return Hit(
        dossier=head.dossier,
        document=head.id,
        title=head.title,
        outlet=head.outlet,
        name=head.name,
        published=head.published,
        start=row.start,
        end=row.end,
        text=passage,
        highlights=stretches(passage, query, ((start - row.start, end - row.start) for start, end in marks)),
    )
