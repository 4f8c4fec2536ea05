"""What the documents of a dossier say together, as rows: which events are one, what counts the same, shared wording.

All of it is worked out again and again. Each time has a number, its rows have it too, and only those of the number in
``COLLATION`` count: a new time is written in small steps beside the old one, and takes its place at once. A row about a
mark names the reading that it is of: once the document has been read anew, it says nothing any more.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, LargeBinary, String, Table

from core.desk.database.metadata import DERIVED, Number, metadata


def _of_dossier(**options: Any) -> Column[str]:
    return Column("dossier", String(64), ForeignKey("dossier.id", ondelete="CASCADE"), nullable=False, **options)


def _of_time() -> Column[int]:
    return Column("time", Number, primary_key=True, autoincrement=False)


COLLATION = Table(
    "collated",
    metadata,
    _of_dossier(primary_key=True),
    Column("time", Number, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("at", Double, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("claim", String(32)),
    Column("lease", Double),
    info=DERIVED,
    comment="How far the comparison of a dossier is: the version that it covers; who works at the next.",
)

TOLD = Table(
    "collation_told",
    metadata,
    Column("document", Number, ForeignKey("document.number", ondelete="CASCADE"), primary_key=True),
    Column("reading", Number, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    info=DERIVED,
    comment="What a comparison needs of a document, as its latest reading tells it.",
)

GROUP = Table(
    "collation_group",
    metadata,
    _of_dossier(primary_key=True),
    _of_time(),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
    info=DERIVED,
    comment="Figures that count the same thing, the groups that matter most first.",
)

CLUSTER = Table(
    "collation_cluster",
    metadata,
    _of_dossier(primary_key=True),
    _of_time(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
    info=DERIVED,
    comment="Mentions of events proposed as one.",
)


def _members(name: str, of: str, comment: str) -> Table:
    made = Table(
        name,
        metadata,
        _of_dossier(primary_key=True),
        _of_time(),
        Column("document", Number, primary_key=True, autoincrement=False),
        Column("i", Integer, primary_key=True, autoincrement=False),
        Column("reading", Number, nullable=False),
        Column(of, Integer, nullable=False),
        info=DERIVED,
        comment=comment,
    )
    Index(f"ix_{name}_{of}", made.c.dossier, made.c.time, made.c[of])
    return made


GROUPED = _members("collation_grouped", "rank", "Which figure is in which group.")
CLUSTERED = _members("collation_clustered", "number", "Which mention of an event is in which cluster.")

NAMED = Table(
    "collation_named",
    metadata,
    _of_dossier(primary_key=True),
    _of_time(),
    Column("document", Number, primary_key=True, autoincrement=False),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    info=DERIVED,
    comment="Which group has words of which document: all that is gone with it.",
)

REUSE = Table(
    "collation_reuse",
    metadata,
    _of_dossier(primary_key=True),
    _of_time(),
    Column("one", String(64), primary_key=True),
    Column("other", String(64), primary_key=True),
    Column("share", Double, nullable=False),
    Index("ix_collation_reuse_other", "dossier", "time", "other"),
    info=DERIVED,
    comment="Documents that share their wording, by their ids in the dossier.",
)

PARTS = (GROUP, CLUSTER, GROUPED, CLUSTERED, NAMED, REUSE)
"""The tables of which a time has rows."""

__all__ = ["CLUSTER", "CLUSTERED", "COLLATION", "GROUP", "GROUPED", "NAMED", "PARTS", "REUSE", "TOLD"]
