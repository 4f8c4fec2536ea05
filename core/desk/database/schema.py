"""The tables of the desk. A moment is in seconds since 1970, UTC; who a person is, is the name that they gave.

What the tables hold of texts is JSON, compressed: see :mod:`core.desk.database.blobs`. The reading of a document is the
machine's own record and is never changed; what people decide stands in tables of its own. The marks of the latest
readings as rows stand in :mod:`core.desk.marks.tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
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

import core.desk.arrivals.tables
import core.desk.collation.tables
import core.desk.marks.tables  # noqa: F401 — of the same schema
from core.desk.database.metadata import Number, metadata

__all__ = ["ADMITTED", "DOCUMENT", "DOSSIER", "HOLDING", "JOURNAL", "JUDGEMENT", "READING", "Number", "metadata"]

DOSSIER = Table(
    "dossier",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("description", Text, nullable=False, server_default=""),
    Column("listed", Boolean, nullable=False, server_default="0"),
    Column("version", BigInteger, nullable=False),
    Column("made", Double, nullable=False),
    Column("made_by", Text, nullable=False, server_default=""),
    Column("changed", Double, nullable=False),
    Column("changed_by", Text, nullable=False, server_default=""),
    Column("archived", Double),
    Column("deleted", Double),
    comment="A collection worked on together; listed, or known by its address alone.",
)

ADMITTED = Table(
    "admitted",
    metadata,
    Column("dossier", String(64), ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True),
    Column("member", Text, primary_key=True),
    comment="Whom a dossier is limited to, person:… or group:…; one without is open to all who have its address.",
)

READING = Table(
    "reading",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("document", Number, ForeignKey("document.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("made", Double, nullable=False),
    Column("program", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    sqlite_autoincrement=True,  # a number is never given twice
    comment="What the machine found in a document, and the versions of code, model and gazetteer that made it.",
)

DOCUMENT = Table(
    "document",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("original", String(64), index=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Date),
    Column("language", Text),
    Column("characters", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("reading", Number),
    # the job: the row is the only truth about it
    Column("job", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("anew", Boolean, nullable=False),
    Column("queued", Double, nullable=False),
    Column("begun", Double),
    Column("seconds", Double, nullable=False),
    Column("claim", String(32), unique=True),
    Column("worker", Text),
    Column("lease", Double),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Index("ix_document_queue", "state", "rank", "queued"),
    sqlite_autoincrement=True,  # a number is never given twice
    comment="A text with what is known of it, and its job. It may be in several dossiers.",
)

HOLDING = Table(
    "holding",
    metadata,
    Column("dossier", String(64), ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True),
    Column("document", Number, ForeignKey("document.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("id", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("added", Double, nullable=False),
    Column("added_by", Text, nullable=False, server_default=""),
    UniqueConstraint("dossier", "id"),
    UniqueConstraint("dossier", "sha256"),
    Index("ix_holding_dossier_position", "dossier", "position"),
    comment="Which dossier holds which document; none holds the same bytes twice.",
)

JUDGEMENT = Table(
    "judgement",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("dossier", String(64), ForeignKey("dossier.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Double, nullable=False),
    Column("says", LargeBinary, nullable=False),
    Column("undone", Double),
    comment="What people decided; what was taken back stays, with when.",
)

JOURNAL = Table(
    "journal",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("dossier", String(64), ForeignKey("dossier.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Double, nullable=False),
    Column("who", Text, nullable=False, server_default=""),
    Column("deed", String(32), nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    comment="Who did what, when: a deed and the id of what it was done to.",
)

WATCHED = Table(
    "watched",
    metadata,
    Column("folder", Text, primary_key=True),
    Column("dossier", String(64), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("outcome", Text, nullable=False),
    comment="Files taken out of watched folders, by their content; the dossier may not be there yet, or no longer.",
)
