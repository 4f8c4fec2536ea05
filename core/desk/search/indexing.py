"""A document made findable, in the transaction that writes what was found in it; and gone with it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from core.desk.database.search_tables import PASSAGE, PASSAGE_TERM
from core.desk.search.passages import Passage, passages
from core.desk.search.terms import terms
from core.models import Extraction

_SECURE = (3, 42)
"""The version of SQLite from which on it can take words out of an index at once."""


def index(connection: Connection, number: int, record: Extraction) -> None:
    """Have a document found by its words and by what was found in it, and by nothing that was before."""
    connection.execute(delete(PASSAGE).where(PASSAGE.c.document == number))
    found = passages(record)
    if not found:
        return
    as_words = _text if connection.dialect.name == "sqlite" else _vector
    common = {"document": number, "language": record.language}
    connection.execute(
        insert(PASSAGE),
        [
            common | {"position": position, "start": one.start, "end": one.end, "words": as_words(one.words)}
            for position, one in enumerate(found)
        ],
    )
    ordered = select(PASSAGE.c.number).where(PASSAGE.c.document == number).order_by(PASSAGE.c.position)
    rows = list(_term_rows(record, found, connection.execute(ordered).scalars().all()))
    if rows:
        connection.execute(insert(PASSAGE_TERM), rows)


def unindex(connection: Connection, number: int) -> None:
    """Have a document found no longer, as when its text gives way to another that must be read first."""
    if connection.execute(delete(PASSAGE).where(PASSAGE.c.document == number)).rowcount:
        sweep(connection)


def sweep(connection: Connection) -> None:
    """Take the words of what was deleted out of the index itself; to be called once documents have been deleted.

    An older SQLite notes a deletion and keeps the words beside it until the index is written anew, which happens here.
    """
    if connection.dialect.name == "sqlite" and (connection.dialect.server_version_info or ()) < _SECURE:
        connection.execute(text("INSERT INTO passage_index (passage_index) VALUES ('optimize')"))


def _term_rows(record: Extraction, found: Sequence[Passage], numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Each term in the passage in which it begins; the label only once a passage, so that labels can be counted."""
    starts = [one.start for one in found]
    counted: set[tuple[int, str, str | None]] = set()
    for term in terms(record):
        passage = numbers[max(bisect_right(starts, term.start) - 1, 0)]
        row = term._asdict() | {"passage": passage}
        if term.label is not None and (passage, term.kind, term.value) in counted:
            row["label"] = None
        elif term.label is not None:
            counted.add((passage, term.kind, term.value))
        yield row


def _text(words: Sequence[str]) -> str:
    return " ".join(words)


def _vector(words: Sequence[str]) -> str:
    """Words with their places as PostgreSQL writes a ``tsvector``; they are of letters and digits alone."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(words, 1):
        places[word].append(str(place))
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())
