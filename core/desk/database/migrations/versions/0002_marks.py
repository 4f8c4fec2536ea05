"""Marks of the latest readings as rows, and what they are about; filled from the readings by whoever reads next."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_SAID = sa.text("speaker IS NOT NULL")


def upgrade() -> None:
    """Forwards."""
    op.create_index("ix_holding_dossier_position", "holding", ["dossier", "position"], unique=False)
    _marks(
        "mark_places",
        sa.Column("place_key", _WORDS, nullable=False),
        sa.Column("name", _WORDS, nullable=False),
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("country", _WORDS, nullable=True),
        sa.Column("source", _WORDS, nullable=True),
        sa.Column("precision_km", sa.Double(), nullable=True),
        sa.Column("role", _WORDS, nullable=False),
        sa.Column("adjective", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reason", _WORDS, nullable=False),
        sa.Column("alternatives", sa.Text(), nullable=False),
        sa.Column("outside", _WORDS, nullable=True),
        asked=("role",),
        comment="Each place of the latest reading of each document.",
    )
    _marks(
        "mark_events",
        sa.Column("trigger", _WORDS, nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("precision", _WORDS, nullable=True),
        sa.Column("status", _WORDS, nullable=False),
        sa.Column("place_names", sa.Text(), nullable=False),
        sa.Column("figure_texts", sa.Text(), nullable=False),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("reason", _WORDS, nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("places_from", _WORDS, nullable=True),
        sa.Column("cue", _WORDS, nullable=True),
        sa.Column("clock", _WORDS, nullable=True),
        sa.Column("event_id", _WORDS, nullable=False),
        comment="Each event of the latest reading of each document.",
    )
    _marks(
        "mark_dates",
        sa.Column("type", _WORDS, nullable=False),
        sa.Column("value", _WORDS, nullable=False),
        sa.Column("modifier", _WORDS, nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("anchor", _WORDS, nullable=True),
        sa.Column("reason", _WORDS, nullable=False),
        comment="Each date of the latest reading of each document.",
    )
    _marks(
        "mark_figures",
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("bound", _WORDS, nullable=False),
        sa.Column("change", _WORDS, nullable=True),
        sa.Column("unit", _WORDS, nullable=True),
        sa.Column("counted", _WORDS, nullable=True),
        sa.Column("counted_head", _WORDS, nullable=True),
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("via", _WORDS, nullable=True),
        sa.Column("hedges", sa.Text(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("place_key", _WORDS, nullable=True),
        sa.Column("place_name", _WORDS, nullable=True),
        sa.Column("when", _WORDS, nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("trigger", _WORDS, nullable=True),
        asked=("kind",),
        comment="Each figure of the latest reading of each document.",
    )
    _marks(
        "mark_quotes",
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("cue", _WORDS, nullable=True),
        sa.Column("via", _WORDS, nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        comment="Each quotation of the latest reading of each document.",
    )
    _of_document(
        "mark_about_place",
        sa.Column("list", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place_key", _WORDS, nullable=False),
        keys=["document", "list", "position"],
        comment="Lists of places that marks are about, by their keys.",
    )
    _of_document(
        "mark_about_days",
        sa.Column("list", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("month", sa.String(length=7), nullable=True),
        keys=["document", "list", "position"],
        comment="Lists of days that marks are about; null where open. A month that holds all is named once a list.",
    )
    _of_document(
        "mark_document",
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_from", _WORDS, nullable=True),
        sa.Column("language", _WORDS, nullable=True),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("marks", sa.Integer(), nullable=False),
        keys=["document"],
        comment="What the latest reading of a document says of it as a whole, and how many marks it has.",
    )
    _find_by("mark_about_place", "place_key")


def _marks(name: str, *columns: sa.Column[Any], comment: str, asked: tuple[str, ...] = ()) -> None:
    """A table of a kind of mark: what all have, then what this kind has."""
    _of_document(
        name,
        sa.Column("i", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", _WORDS, nullable=False),
        sa.Column("sent_start", sa.Integer(), nullable=False),
        sa.Column("sent_end", sa.Integer(), nullable=False),
        sa.Column("place_keys", sa.Integer(), nullable=False),
        sa.Column("spans", sa.Integer(), nullable=False),
        sa.Column("speaker", _WORDS, nullable=True),
        sa.Column("speaker_role", _WORDS, nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        *columns,
        keys=["document", "i"],
        comment=comment,
    )
    op.create_index(f"ix_{name}_filter", name, ["document", "place_keys", "spans", *asked], unique=False)
    _find_by(name, "speaker", sqlite_where=_SAID, postgresql_where=_SAID)


def _of_document(name: str, *columns: sa.Column[Any], keys: list[str], comment: str) -> None:
    op.create_table(
        name,
        sa.Column("document", _NUMBER, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["document"], ["document.number"], name=op.f(f"fk_{name}_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
        comment=comment,
    )


def _find_by(table: str, column: str, **options: Any) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column], unique=False, postgresql_using="hash", **options)
