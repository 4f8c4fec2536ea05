"""What a document more, and each query of marks, costs in dossiers of 100, 1,000 and 10,000 documents."""

from __future__ import annotations

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from math import log
from unittest import mock

from sqlalchemy import Connection

from core.desk.database import Database
from core.desk.marks import counts
from core.desk.marks.filtering import Filtered
from core.desk.marks.places import places
from core.desk.marks.rows import documents, rows, rows_taken_away
from core.desk.sql_store import SqlStore
from core.frames.filter import Filter
from core.frames.kinds import EVENTS, FIGURES
from tests.corpus.dossiers import fill, held_document, records

SIZES = (100, 1_000, 10_000)
LIMIT = 0.3
"""The cost of the n-th document may grow with n to the power of this."""

TRIES = 3
ADDED = 12
DOSSIER, PAGE = "large", 50
MONTH = {"first": dt.date(2022, 9, 1), "last": dt.date(2022, 9, 30)}
FILTERS = {
    "all": Filter(),
    "common place": Filter(place="geonames:1"),
    "rare place": Filter(place="geonames:777"),
    "30 days": Filter(**MONTH),  # type: ignore[arg-type]
    "speaker": Filter(speaker="Olha Tkach"),
}
Query = Callable[[Connection, Filtered], object]
QUERIES: dict[str, Query] = {
    "first page of figures": lambda connection, filtered: rows(connection, filtered, FIGURES, PAGE),
    "hundredth page of events": lambda connection, filtered: rows(connection, filtered, EVENTS, PAGE, 99 * PAGE),
    "page of what is left out": lambda connection, filtered: rows_taken_away(connection, filtered, EVENTS, PAGE),
    "all documents": documents,
    "counts of kinds": counts.kind_counts,
    "counts of documents": counts.document_counts,
    "counts of outlets": counts.outlet_counts,
    "counts of places": counts.place_counts,
    "counts of speakers": counts.speaker_counts,
    "counts of figures' kinds": counts.figure_kind_counts,
    "counts of days": counts.day_counts,
    "counts of events' days": lambda connection, filtered: counts.day_counts(connection, filtered, (EVENTS,)),
    "counts of months": counts.month_counts,
    "places of the map": places,
}


def desk() -> Iterable[str]:
    """Prints milliseconds of processor time for each size; gives what grows too fast."""
    adding: list[float] = []
    with tempfile.TemporaryDirectory(prefix="dateline-benchmark-") as folder:
        database = Database(f"sqlite:///{folder}/desk.sqlite3")
        there = 0
        for size in SIZES:
            fill(database, DOSSIER, records(size - ADDED - there, first=there))
            adding.append(_adding(database, size - ADDED))
            there = size
            print(f"{size:,} documents: {adding[-1]:.1f} ms for one more" + "".join(f"{n:>14}" for n in FILTERS))
            for name, query in QUERIES.items():
                taken = (_query(database, query, Filtered(DOSSIER, chosen)) for chosen in FILTERS.values())
                print(f"  {name:36}" + "".join(f"{spent:14.1f}" for spent in taken), flush=True)
        database.close()
    exponent = log(adding[-1] / adding[0]) / log(SIZES[-1] / SIZES[0])
    print(f"one document more grows with the exponent {exponent:.2f} (at most {LIMIT})")
    if exponent > LIMIT:
        yield f"desk: adding a document grows with the exponent {exponent:.2f}"


def _adding(database: Database, there: int) -> float:
    """Milliseconds that the store takes for a document with its record, in the median."""
    store, spent = SqlStore(database), []
    with mock.patch("core.desk.dossier_store.MOST_DOCUMENTS", 10**9):
        for record in records(ADDED, first=there):
            start = time.process_time()
            store.add(DOSSIER, held_document(record))
            spent.append(time.process_time() - start)
    return 1_000 * statistics.median(spent)


def _query(database: Database, query: Query, filtered: Filtered) -> float:
    """Milliseconds of the best of a few runs."""
    spent = []
    for _ in range(TRIES):
        with database.reading() as connection:
            start = time.process_time()
            query(connection, filtered)
            spent.append(time.process_time() - start)
    return 1_000 * min(spent)
