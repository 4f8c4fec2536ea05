"""A dossier's documents compared anew, and what comes of it written in place of the last time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import Table, delete, insert, update

from core.compare import Comparison, Told, bounded, compared
from core.compare.splits import Wholes
from core.desk.collation import telling
from core.desk.collation.queue import Due
from core.desk.collation.tables import CLUSTER, CLUSTERED, COLLATION, GROUP, GROUPED, NAMED, PARTS, REUSE
from core.desk.collation.telling import Read
from core.desk.database import Database
from core.desk.database.blobs import packed
from core.event_coreference import Proposal
from core.event_coreference.mention import EventMention
from core.event_coreference.resolution import proposed

_AT_ONCE = 1_000
"""Rows of one transaction: who wants to write meanwhile waits no longer than for these."""

Row = dict[str, Any]


def collate(database: Database, due: Due, wholes: Wholes, ended: Callable[[], bool] = lambda: False) -> bool:
    """Compare the documents of a dossier as it is now; whether what came of it was kept.

    Args:
        database: where the dossier is.
        due: the claim on it; where somebody else has it by now, nothing is kept.
        wholes: source id of a place → source ids of all that holds it.
        ended: whether to give up.
    """
    begun = time.monotonic()
    version, read = telling.documents(database, due.dossier)
    told: list[Told] = []
    mentions: list[EventMention] = []
    for one in telling.tellings(database, read, ended):
        told.append(one.told)
        mentions += [replace(mention, order=len(mentions) + n) for n, mention in enumerate(one.mentions)]
    comparison = compared(told, wholes)
    events = proposed(mentions, max((one.published for one in read if one.published), default=None))
    if ended():  # what was read is but a part
        return False
    of_time = {"dossier": due.dossier, "time": due.time}
    for table, rows in _rows(comparison, events, {one.doc: one for one in read}):
        every = iter(rows)
        while some := list(islice(every, _AT_ONCE)):
            if ended():
                return False
            with database.writing() as connection:
                connection.execute(insert(table), [of_time | row for row in some])
    return _take_over(database, due, version, time.monotonic() - begun)


def _rows(comparison: Comparison, events: Proposal, read: dict[str, Read]) -> Iterator[tuple[Table, Iterable[Row]]]:
    """Each table with the rows of this time."""
    groups, told_twice = comparison.groups, [one for one in events.clusters if len(one.members) > 1]
    yield GROUP, ({"rank": n, "content": packed(bounded(group))} for n, group in enumerate(groups))
    keys = ((n, claim.doc, claim.i) for n, group in enumerate(groups) for claim in group.claims)
    yield GROUPED, (_member(read[doc], i) | {"rank": n} for n, doc, i in keys if doc in read)
    words = ((n, {claim.doc for claim in (*group.claims, *group.beside)}) for n, group in enumerate(groups))
    yield NAMED, ({"document": read[doc].number, "rank": n} for n, docs in words for doc in docs if doc in read)
    yield CLUSTER, ({"number": n, "content": packed(one)} for n, one in enumerate(told_twice))
    members = ((n, *_mark(key)) for n, one in enumerate(told_twice) for key in one.members)
    yield CLUSTERED, (_member(read[doc], i) | {"number": n} for n, doc, i in members)
    yield REUSE, ({"one": one.one, "other": one.other, "share": one.share} for one in comparison.text_reuses)


def _member(one: Read, i: int) -> Row:
    return {"document": one.number, "i": i, "reading": one.reading}


def _mark(key: str) -> tuple[str, int]:
    doc, _, i = key.rpartition(":")
    return doc, int(i)


def _take_over(database: Database, due: Due, version: int, seconds: float) -> bool:
    """Have this time count from now on, and the rows of those before it, or of this one, gone."""
    ours = update(COLLATION).where(COLLATION.c.dossier == due.dossier, COLLATION.c.claim == due.token)
    done = {"time": due.time, "version": version, "at": database.now(), "seconds": seconds}
    done |= {"claim": None, "lease": None}
    with database.writing() as connection:
        kept = connection.execute(ours.values(done)).rowcount == 1
    for table in PARTS:
        gone = table.c.time < due.time if kept else table.c.time == due.time
        with database.writing() as connection:
            connection.execute(delete(table).where(table.c.dossier == due.dossier, gone))
    return kept
