"""The tables of the search; what is found by words is an index of the database's own over the passages' words.

SQLite: the virtual table ``passage_index`` (FTS5), which triggers keep in step with the passages. PostgreSQL: a GIN
index over the column ``words``. Both are made by the migration.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Double, ForeignKey, Index, Integer, String, Table, Text, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from core.desk.database.metadata import DERIVED
from core.desk.database.schema import Number, metadata

INDEX_OF_WORDS = {"sqlite": "passage_index", "postgresql": "ix_passage_words"}
"""What each database calls its own index: a table that is none of ours, and an index that the other cannot have."""

BYTEWISE = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its code points on both databases."""

_WHOLE_NAME = text("label IS NOT NULL")
"""Which rows say how a name is written: those that are counted, a few of many."""

PASSAGE = Table(
    "passage",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("document", Number, ForeignKey("document.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("language", String(8)),
    Column("words", Text().with_variant(TSVECTOR(), "postgresql"), nullable=False),
    Index("ix_passage_document", "document", "position"),
    info=DERIVED,
    comment="A stretch of a document that is found, with its words in their normal form.",
)

PASSAGE_TERM = Table(
    "passage_term",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("passage", Number, ForeignKey("passage.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", BYTEWISE),
    Column("label", BYTEWISE),
    Column("low", Double),
    Column("high", Double),
    Column("earliest", Date),
    Column("latest", Date),
    Index("ix_passage_term_value", "kind", "value", "passage", "label"),
    Index("ix_passage_term_high", "kind", "high", "low", "passage"),
    Index("ix_passage_term_latest", "kind", "latest", "earliest", "passage"),
    Index(
        "ix_passage_term_named",
        *("passage", "kind", "value", "label"),
        sqlite_where=_WHOLE_NAME,
        postgresql_where=_WHOLE_NAME,
    ),
    info=DERIVED,
    comment="What a passage can be found by besides its words: places, people, numbers and days marked in it.",
)
