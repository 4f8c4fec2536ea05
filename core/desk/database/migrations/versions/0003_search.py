"""Passages, what they are found by, and the index of their words."""

import sqlite3

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

_INDEX = (
    "CREATE VIRTUAL TABLE passage_index USING fts5(words, content='passage', content_rowid='number', tokenize='ascii')"
)
_SECURE = "INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1)"
_TRIGGERS = (
    "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN"
    " INSERT INTO passage_index (rowid, words) VALUES (new.number, new.words); END",
    "CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN"
    " INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', old.number, old.words); END",
)


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "passage",
        sa.Column("number", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("words", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.number"], name=op.f("fk_passage_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_passage")),
        comment="A stretch of a document that is found, with its words in their normal form.",
    )
    op.create_index("ix_passage_document", "passage", ["document", "position"])
    op.create_table(
        "passage_term",
        sa.Column("number", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("passage", _NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("value", _BYTEWISE, nullable=True),
        sa.Column("label", _BYTEWISE, nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["passage"], ["passage.number"], name=op.f("fk_passage_term_passage_passage"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_passage_term")),
        comment="What a passage can be found by besides its words: places, people, numbers and days marked in it.",
    )
    op.create_index(op.f("ix_passage_term_passage"), "passage_term", ["passage"])
    for column in ("value", "high", "latest"):
        op.create_index(f"ix_passage_term_{column}", "passage_term", ["kind", column])
    if op.get_context().dialect.name == "postgresql":
        op.create_index("ix_passage_words", "passage", ["words"], postgresql_using="gin")
        return
    op.execute(_INDEX)
    if sqlite3.sqlite_version_info >= (3, 42):  # older ones are swept after each deletion
        op.execute(_SECURE)
    for trigger in _TRIGGERS:
        op.execute(trigger)
