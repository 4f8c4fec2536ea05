"""What the documents of a dossier say together, worked out by whoever works next."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forwards."""
    _of_dossier(
        "collated",
        sa.Column("time", _NUMBER, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("claim", sa.String(length=32), nullable=True),
        sa.Column("lease", sa.Double(), nullable=True),
        keys=["dossier"],
        comment="How far the comparison of a dossier is: the version that it covers; who works at the next.",
    )
    op.create_table(
        "collation_told",
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.number"], name=op.f("fk_collation_told_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_collation_told")),
        comment="What a comparison needs of a document, as its latest reading tells it.",
    )
    _of_time(
        "collation_group",
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        keys=["rank"],
        comment="Figures that count the same thing, the groups that matter most first.",
    )
    _of_time(
        "collation_cluster",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        keys=["number"],
        comment="Mentions of events proposed as one.",
    )
    _members("collation_grouped", "rank", "Which figure is in which group.")
    _members("collation_clustered", "number", "Which mention of an event is in which cluster.")
    _of_time(
        "collation_named",
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        keys=["document", "rank"],
        comment="Which group has words of which document: all that is gone with it.",
    )
    _of_time(
        "collation_reuse",
        sa.Column("one", sa.String(length=64), nullable=False),
        sa.Column("other", sa.String(length=64), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        keys=["one", "other"],
        comment="Documents that share their wording, by their ids in the dossier.",
    )
    op.create_index("ix_collation_reuse_other", "collation_reuse", ["dossier", "time", "other"], unique=False)


def _members(name: str, of: str, comment: str) -> None:
    _of_time(
        name,
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("i", sa.Integer(), nullable=False),
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column(of, sa.Integer(), nullable=False),
        keys=["document", "i"],
        comment=comment,
    )
    op.create_index(f"ix_{name}_{of}", name, ["dossier", "time", of], unique=False)


def _of_time(name: str, *columns: sa.Column[Any], keys: list[str], comment: str) -> None:
    time = sa.Column("time", _NUMBER, nullable=False)
    _of_dossier(name, time, *columns, keys=["dossier", "time", *keys], comment=comment)


def _of_dossier(name: str, *columns: sa.Column[Any], keys: list[str], comment: str) -> None:
    op.create_table(
        name,
        sa.Column("dossier", sa.String(length=64), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["dossier"], ["dossier.id"], name=op.f(f"fk_{name}_dossier_dossier"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}")),
        comment=comment,
    )
