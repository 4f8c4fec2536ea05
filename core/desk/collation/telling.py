"""What a comparison needs of each document of a dossier, without reading its whole record again."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Row, delete, insert, select

from core.compare import Told, told_by
from core.desk.collation.tables import TOLD
from core.desk.database import Database
from core.desk.database.blobs import packed, unpacked
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING, READING
from core.desk.marks.filtering import Filtered
from core.desk.marks.rows import rows
from core.desk.marks.tables import MARKED
from core.event_coreference.mention import EventMention, Mentions
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, FIGURES, PLACES
from core.frames.rows import Frames
from core.models import Extraction

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Read:
    """A document that has been read: its id in the dossier, its number, its latest reading, how often it changed."""

    doc: str
    number: int
    reading: int
    revision: int
    published: dt.date | None


def documents(database: Database, dossier: str) -> tuple[int, tuple[Read, ...]]:
    """The dossier's version and its documents that have been read, in their order; 0 where there is no dossier."""
    with database.reading() as connection:
        alive = select(DOSSIER.c.version).where(DOSSIER.c.id == dossier, DOSSIER.c.deleted.is_(None))
        version = connection.execute(alive).scalar_one_or_none()
        known = (HOLDING.c.id, HOLDING.c.document, MARKED.c.reading, DOCUMENT.c.revision, MARKED.c.published)
        found = Filtered(dossier, Filter()).documents(*known).join(DOCUMENT, DOCUMENT.c.number == HOLDING.c.document)
        found = found.order_by(HOLDING.c.position)
        return version or 0, tuple(Read(*row) for row in connection.execute(found))


def told(database: Database, read: tuple[Read, ...], ended: Callable[[], bool]) -> Iterator[Told]:
    """What each document tells; what is not kept yet, or of another reading, is made and kept."""
    for start in range(0, len(read), _AT_ONCE):
        if ended():
            return
        some = {one.number: one for one in read[start : start + _AT_ONCE]}
        with database.reading() as connection:
            kept = connection.execute(select(TOLD).where(TOLD.c.document.in_(some))).all()
        there = {row.document: row for row in kept}
        fresh = {number: _kept(there.get(number), one) for number, one in some.items()}
        missing = {number: some[number] for number, known in fresh.items() if known is None}
        made = _made(database, missing) if missing else {}
        for number in some:
            if one := fresh[number] or made.get(number):
                yield one


def mentions(database: Database, dossier: str, read: tuple[Read, ...], ended: Callable[[], bool]) -> list[EventMention]:
    """The events of the documents, in their order."""
    found = Mentions()
    for start in range(0, len(read), _AT_ONCE):
        if ended():
            return []
        chosen = Filter(documents=tuple(one.doc for one in read[start : start + _AT_ONCE]), roles="all")
        with database.reading() as connection:
            filtered = Filtered(dossier, chosen)
            marks = {kind.plural: rows(connection, filtered, kind) for kind in (PLACES, EVENTS, FIGURES)}
        found.read(Frames((), marks))
    return found.all


def _kept(row: Row[int, int, int, bytes] | None, one: Read) -> Told | None:
    if row is None or (row.reading, row.revision) != (one.reading, one.revision):
        return None
    try:
        found: Told = unpacked(row.content, Told)
    except (zlib.error, msgspec.MsgspecError):  # another version of the program wrote it
        return None
    return replace(found, wording=replace(found.wording, doc=one.doc)) if found.wording.doc != one.doc else found


def _made(database: Database, missing: dict[int, Read]) -> dict[int, Told]:
    """Told by the records, under the headlines and outlets that the documents have now; kept for the next time."""
    known = select(DOCUMENT.c.number, DOCUMENT.c.title, DOCUMENT.c.outlet, READING.c.number, READING.c.record)
    known = known.join(READING, READING.c.number == DOCUMENT.c.reading).where(DOCUMENT.c.number.in_(missing))
    with database.reading() as connection:
        found = connection.execute(known).all()
    made = {}
    for number, title, outlet, reading, data in found:
        if reading == missing[number].reading:
            made[number] = told_by(replace(unpacked(data, Extraction), title=title, outlet=outlet))
    new = [
        {"document": n, "reading": missing[n].reading, "revision": missing[n].revision, "content": packed(one)}
        for n, one in made.items()
    ]
    with database.writing() as connection:
        connection.execute(delete(TOLD).where(TOLD.c.document.in_(made)))
        there = set(connection.execute(select(DOCUMENT.c.number).where(DOCUMENT.c.number.in_(made))).scalars())
        if kept := [row for row in new if row["document"] in there]:
            connection.execute(insert(TOLD), kept)
    return made
