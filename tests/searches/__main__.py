"""``python -m tests.searches``: the same searches on both databases, and how long they take.

Prints how many of the generated searches give other hits, another order or other counts on PostgreSQL than on SQLite,
and the time that searches take on SQLite among many documents. Exit status 1 where anything differs.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from core.desk import dossier_store
from core.desk.database import Database
from core.desk.dossier import Held
from core.desk.search.parsing import parse
from core.desk.sql_store import SqlStore
from tests.core.desk.desks import DATABASES, store_in
from tests.searches.comparing import differences
from tests.searches.copying import copy
from tests.searches.generating import World

_COMPARED = 40
"""Documents for the comparison: enough that most searches find something, few enough that not all do."""

_SHORT, _ARTICLE = 200, 500
"""Words of a document where hits are compared, and where time is taken."""

_WRITTEN = 1_000
"""Documents that are written one by one; the others are copies of their rows, which searches tell apart as well."""

_MEASURED = 400
"""Searches of which the time is taken."""


def main() -> int:
    """Compares, then measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--searches", type=int, default=500, help="how many are compared (500)")
    parser.add_argument("--documents", type=int, default=10_000, help="among how many time is taken (10,000; 0: not)")
    parser.add_argument("--seed", type=int, default=1, help="of what is generated (1)")
    given = parser.parse_args()
    differing = _compare(given.searches, given.seed)
    if given.documents:
        dossier_store.MOST_DOCUMENTS = _WRITTEN
        _measure(given.documents, given.seed)
    return int(differing > 0)


def _compare(searches: int, seed: int) -> int:
    world = World(seed)
    documents = [world.held(_SHORT) for _ in range(_COMPARED)]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        one, other = (stack.enter_context(store_in(kind, folder)) for kind in DATABASES)
        _fill((one, other), documents)
        queries = [world.query() for _ in range(searches)]
        found = sum(one.search(["d"], parse(query)).total > 0 for query in queries[:500])
        differing = differences(one, other, queries)
    for query in differing[:20]:
        print("differs:", query)
    print(f"{searches:,} searches, {len(differing):,} differ; of the first 500 {found:,} find something")
    return len(differing)


def _measure(documents: int, seed: int) -> None:
    world = World(seed)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'desk.sqlite3'}")
        store = SqlStore(database)
        begun, first = time.process_time(), min(documents, _WRITTEN)
        for _ in range(first):
            store.add("d", world.held(_ARTICLE))
        print(f"{first:,} documents written, {_ms((time.process_time() - begun) / first)} of processor time each")
        for times in range(1, documents // first):
            copy(database, times, first)
        took, found = [], []
        for _ in range(_MEASURED):
            query = parse(world.query())
            begun = time.perf_counter()
            found.append(store.search(["d"], query).total)
            took.append(time.perf_counter() - begun)
        store.close()
    took.sort()
    print(
        f"{_MEASURED} searches among {documents:,} documents: median {_ms(statistics.median(took))},"
        f" p95 {_ms(took[-_MEASURED // 20])}, longest {_ms(took[-1])}; median of hits {statistics.median(found):,.0f}"
    )


def _fill(stores: Iterable[SqlStore], documents: Iterable[Held]) -> None:
    for held in documents:
        for store in stores:
            store.add("d", held)


def _ms(seconds: float) -> str:
    return f"{seconds * 1_000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
