"""Which rows of the desk are kept: all but those of deleted dossiers, and of documents that no other dossier holds."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, Table, and_, or_, select, true

from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING, metadata


def kept_tables() -> list[Table]:
    """The tables of a back-up, each behind those that it refers to."""
    return [table for table in metadata.sorted_tables if not table.info.get("derived")]


def kept_rows(table: Table) -> Select[*tuple[object, ...]]:
    """The rows of a table that are kept, in the order of their keys."""
    return select(table).where(_kept(table)).order_by(*table.primary_key)


def _kept(table: Table) -> ColumnElement[bool]:
    """A row goes with what it refers to; a dossier that is named without a reference may be none at all."""
    deleted = select(DOSSIER.c.id).where(DOSSIER.c.deleted.is_not(None))
    conditions: list[ColumnElement[bool]] = [true()]
    if table is DOSSIER:
        conditions.append(DOSSIER.c.deleted.is_(None))
    if table is DOCUMENT:
        conditions.append(DOCUMENT.c.number.in_(select(HOLDING.c.document).where(_kept(HOLDING))))
    for column in table.c:
        foreign = next(iter(column.foreign_keys), None)
        if column.name == "dossier" or (foreign is not None and foreign.column.table is DOSSIER):
            conditions.append(or_(column.is_(None), column.not_in(deleted)))
        elif foreign is not None and foreign.column.table is DOCUMENT and table is HOLDING:
            continue  # a holding is what keeps its document
        elif foreign is not None and foreign.column.table is not table:
            known = select(foreign.column).where(_kept(foreign.column.table))
            conditions.append(or_(column.is_(None), column.in_(known)))
    return and_(*conditions)
