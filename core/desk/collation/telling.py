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
from core.desk.marks.tables import MARKED
from core.event_coreference.mention import EventMention, event_mentions
from core.event_coreference.positions import Position, positions_of
from core.frames.filter import Filter
from core.frames.rows import frames
from core.models import Extraction

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Telling:
    """What a document tells: of numbers and in its wording, its events, and its places."""

    told: Told
    mentions: tuple[EventMention, ...]
    spots: tuple[Position, ...]


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


def tellings(database: Database, read: tuple[Read, ...], ended: Callable[[], bool]) -> Iterator[Telling]:
    """What each document tells; what is not kept yet, or of another reading, is made and kept."""
    spots: dict[str, Position] = {}
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
                yield _where_first_mentioned(one, spots)


def _where_first_mentioned(one: Telling, spots: dict[str, Position]) -> Telling:
    """The same with each place where the dossier first mentions it."""
    for spot in one.spots:
        spots.setdefault(spot.key, spot)
    moved = (
        replace(mention, spots=tuple(spots[spot.key] for spot in mention.spots)) if mention.spots else mention
        for mention in one.mentions
    )
    return replace(one, mentions=tuple(moved))


def _kept(row: Row[int, int, int, bytes] | None, one: Read) -> Telling | None:
    if row is None or (row.reading, row.revision) != (one.reading, one.revision):
        return None
    try:
        found = unpacked(row.content, Telling)
    except (zlib.error, msgspec.MsgspecError):  # another version of the program wrote it
        return None
    return found if found.told.wording.doc == one.doc else None


def _made(database: Database, missing: dict[int, Read]) -> dict[int, Telling]:
    """Told by the records, under the headlines and outlets that the documents have now; kept for the next time."""
    known = select(DOCUMENT.c.number, DOCUMENT.c.title, DOCUMENT.c.outlet, READING.c.number, READING.c.record)
    known = known.join(READING, READING.c.number == DOCUMENT.c.reading).where(DOCUMENT.c.number.in_(missing))
    with database.reading() as connection:
        found = connection.execute(known).all()
    made = {}
    for number, title, outlet, reading, data in found:
        if reading == missing[number].reading:
            made[number] = _telling(replace(unpacked(data, Extraction), title=title, outlet=outlet))
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


def _telling(record: Extraction) -> Telling:
    rows = frames((record,))
    return Telling(told_by(record), tuple(event_mentions(rows)), tuple(positions_of(rows.places).values()))
