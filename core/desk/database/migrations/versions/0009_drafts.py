"""What people hand in, kept until it is added or they discard it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "arrival",
        sa.Column("number", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("dossier", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("handed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("handed_in", sa.Double(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=False),
        sa.Column("text_column", sa.Text(), nullable=True),
        sa.Column("document", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("progress", sa.Text(), server_default="", nullable=False),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("queued", sa.Double(), nullable=False),
        sa.Column("begun", sa.Double(), nullable=True),
        sa.Column("claim", sa.String(length=32), nullable=True),
        sa.Column("worker", sa.Text(), nullable=True),
        sa.Column("lease", sa.Double(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        _of_dossier("arrival"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_arrival")),
        sa.UniqueConstraint("claim", name=op.f("uq_arrival_claim")),
        comment="A file that was handed in, and its job: it is read into drafts, or anew into a document.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_arrival_original"), "arrival", ["original"], unique=False)
    op.create_index("ix_arrival_queue", "arrival", ["state", "rank", "queued"], unique=False)
    op.create_index("ix_arrival_owner", "arrival", ["dossier", "owner"], unique=False)
    op.create_table(
        "draft",
        sa.Column("number", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("dossier", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("alike", sa.Text(), server_default="", nullable=False),
        sa.Column("given", sa.Text(), server_default="", nullable=False),
        sa.Column("handed_in", sa.Double(), nullable=False),
        sa.Column("touched", sa.Double(), nullable=False),
        _of_dossier("draft"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_draft")),
        sa.UniqueConstraint("dossier", "owner", "id", name=op.f("uq_draft_dossier_owner_id")),
        comment="A document that is not added yet, with what its owner gave of it.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_draft_original"), "draft", ["original"], unique=False)
    op.create_index("ix_draft_touched", "draft", ["touched"], unique=False)


def _of_dossier(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_dossier_dossier")
    return sa.ForeignKeyConstraint(["dossier"], ["dossier.id"], name=name, ondelete="CASCADE")
