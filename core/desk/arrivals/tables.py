"""Files that were handed in and drafts that came of them. Each belongs to a dossier, and in it to whoever handed it in.

Who that is stands here as a hash alone (:mod:`core.desk.arrivals.owner`).
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from core.desk.database.metadata import Number, metadata


def _of_dossier() -> Column[str]:
    return Column("dossier", String(64), ForeignKey("dossier.id", ondelete="CASCADE"), nullable=False)


ARRIVAL = Table(
    "arrival",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    _of_dossier(),
    Column("owner", String(64), nullable=False),
    Column("handed_by", Text, nullable=False, server_default=""),
    Column("handed_in", Double, nullable=False),
    Column("name", Text, nullable=False),
    Column("original", String(64), nullable=False, index=True),
    Column("text_column", Text),
    Column("document", String(64)),
    # the job: the row is the only truth about it
    Column("state", String(16), nullable=False),
    Column("progress", Text, nullable=False, server_default=""),
    Column("outcome", LargeBinary),
    Column("rank", Integer, nullable=False),
    Column("queued", Double, nullable=False),
    Column("begun", Double),
    Column("claim", String(32), unique=True),
    Column("worker", Text),
    Column("lease", Double),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Index("ix_arrival_queue", "state", "rank", "queued"),
    Index("ix_arrival_owner", "dossier", "owner"),
    sqlite_autoincrement=True,  # a number is never given twice
    comment="A file that was handed in, and its job: it is read into drafts, or anew into a document.",
)

DRAFT = Table(
    "draft",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    _of_dossier(),
    Column("owner", String(64), nullable=False),
    Column("id", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("original", String(64), index=True),
    Column("published", Date),
    Column("content", LargeBinary, nullable=False),
    Column("alike", Text, nullable=False, server_default=""),
    Column("given", Text, nullable=False, server_default=""),
    Column("handed_in", Double, nullable=False),
    Column("touched", Double, nullable=False),
    UniqueConstraint("dossier", "owner", "id"),
    Index("ix_draft_touched", "touched"),
    sqlite_autoincrement=True,
    comment="A document that is not added yet, with what its owner gave of it.",
)
