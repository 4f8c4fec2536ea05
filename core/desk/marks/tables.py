"""A table for each kind of mark, and what marks are about: the latest reading of each document as rows.

The columns of a kind are the fields of its row. What a mark is about, places and days, may be a long list that all
marks of a sentence share, so that a mark has the number of such a list in its document, and nought for an empty one.
Nothing here holds a headline or an outlet: they are the document's own and may change at any time.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, MetaData, String, Table

from core.desk.database.metadata import DERIVED, Number, metadata
from core.desk.database.words import Words
from core.desk.marks.columns import column
from core.frames.kinds import KINDS, MarkKind
from core.frames.rows import DocumentRow

LISTS = ("place_keys", "spans")
"""Fields of every row that stand in tables of their own."""

EMPTY = 0
"""The number of the list of nothing."""

_OF_HOLDING = "doc"
"""The id of a document is a matter of the dossier that holds it."""


def table_of(kind: MarkKind[Any], tables: MetaData = metadata) -> Table:
    """The table of a kind, made anew."""
    hints = get_type_hints(kind.row)
    names = [field.name for field in fields(kind.row) if field.name not in (_OF_HOLDING, "i")]
    made = Table(
        f"mark_{kind.plural}",
        tables,
        _document(primary_key=True),
        Column("i", Integer, primary_key=True, autoincrement=False),
        *(Column(n, Integer, nullable=False) if n in LISTS else column(n, hints[n]) for n in names),
        sqlite_with_rowid=False,
        info=DERIVED,
        comment=f"Each {kind.word} of the latest reading of each document.",
    )
    # all that filters and counts ask of many marks, without their words
    Index(f"ix_{made.name}_filter", *(made.c[name] for name in ("document", *LISTS, *kind.asked)))
    said = made.c.speaker.is_not(None)
    _find_by(made.c.speaker, sqlite_where=said, postgresql_where=said)
    return made


def _find_by(words: Column[Any], **options: Any) -> None:
    """An index of words of any length, as a hash where others take only short ones."""
    Index(f"ix_{words.table.name}_{words.name}", words, postgresql_using="hash", **options)


def _document(**options: Any) -> Column[int]:
    return Column("document", Number, ForeignKey("document.number", ondelete="CASCADE"), nullable=False, **options)


def _list(name: str, *columns: Column[Any], comment: str) -> Table:
    """A table of lists, of which each item is a row."""
    return Table(
        name,
        metadata,
        _document(primary_key=True),
        Column("list", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *columns,
        sqlite_with_rowid=False,
        info=DERIVED,
        comment=comment,
    )


ABOUT_PLACE = _list(
    "mark_about_place",
    Column("place_key", Words, nullable=False),
    comment="Lists of places that marks are about, by their keys.",
)
_find_by(ABOUT_PLACE.c.place_key)
ABOUT_DAYS = _list(
    "mark_about_days",
    Column("earliest", Date),
    Column("latest", Date),
    Column("month", String(7)),
    comment="Lists of days that marks are about; null where open. A month that holds all is named once a list.",
)
MARKED = Table(
    "mark_document",
    metadata,
    _document(primary_key=True),
    Column("reading", Number, nullable=False),
    Column("published", Date),
    *(column(name, get_type_hints(DocumentRow)[name]) for name in ("published_from", "language", "warnings", "marks")),
    sqlite_with_rowid=False,
    info=DERIVED,
    comment="What the latest reading of a document says of it as a whole, and how many marks it has.",
)
TABLES = {kind.plural: table_of(kind) for kind in KINDS}
"""The table of each kind, by its plural."""
