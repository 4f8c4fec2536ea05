"""A table for each kind of mark: its row's fields as columns, and a migration for each change of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Boolean, Date, Double, Integer, MetaData

from core.desk.database import Database
from core.desk.database.metadata import metadata
from core.desk.database.words import Words
from core.desk.marks.columns import Amount, Json, column
from core.desk.marks.tables import TABLES, table_of
from core.frames.kinds import KINDS, QUOTES, QuoteRow
from tests.core.desk.desks import DATABASES, database_url


def test_each_field_of_a_row_is_a_column() -> None:
    """Of the same name; the document stands in place of its id."""
    for kind in KINDS:
        assert [column.name for column in TABLES[kind.plural].c] == [
            "document",
            "i",
            *(field.name for field in fields(kind.row) if field.name not in ("doc", "i")),
        ]


TYPES = [
    (int, Integer, False),
    (int | None, Integer, True),
    (bool, Boolean, False),
    (float | None, Double, True),
    (dt.date | None, Date, True),
    (str, Words, False),
    (Literal["a", "b"] | None, Words, True),
    (int | float | None, Amount, True),
    (tuple[str, ...], Json, False),
    (tuple[dt.date | None, ...] | None, Json, True),
]


@pytest.mark.parametrize(("annotation", "kind", "nullable"), TYPES)
def test_a_column_has_the_type_of_its_field(annotation: Any, kind: type, nullable: bool) -> None:
    """And is null where the field may be."""
    made = column("x", annotation)
    assert (type(made.type), made.nullable) == (kind, nullable)


@pytest.mark.parametrize("annotation", [dict[str, int], bytes, str | int, int | dt.date])
def test_what_no_column_holds_is_refused(annotation: Any) -> None:
    """When the tables are made, not when something is written."""
    with pytest.raises(TypeError):
        column("x", annotation)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongerRow(QuoteRow):
    """A quotation with something more known of it."""

    tone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRow(QuoteRow):
    """A quotation of which a field is of another type."""

    closed: float  # type: ignore[assignment]


def is_of_marks(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Whether a table is one of those that hold marks."""
    return kind != "table" or str(name).startswith("mark_")


@pytest.mark.parametrize("kind", DATABASES)
@pytest.mark.parametrize("row", [QuoteRow, LongerRow, OtherRow])
def test_a_changed_row_needs_a_migration(kind: str, row: type[QuoteRow], tmp_path: Path) -> None:
    """The migrated database differs from what the code describes as soon as a field does."""
    changed = MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.tables.values():
        if table is not TABLES["quotes"]:
            table.to_metadata(changed)
    table_of(replace(QUOTES, row=row), changed)
    with database_url(kind, tmp_path) as url:
        database = Database(url)
        with database.reading() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": is_of_marks})
            found = compare_metadata(context, changed)
        database.close()
    assert bool(found) == (row is not QuoteRow)
