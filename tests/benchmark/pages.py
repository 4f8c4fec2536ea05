"""What a run of each page costs in dossiers of 100, 1,000 and 10,000 documents, and how soon one more is seen."""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Iterable

from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Desk
from core.desk.collation.collator import Collator
from core.desk.crew import Elsewhere
from core.desk.database import Database
from core.desk.sql_store import SqlStore
from core.places.gazetteer import build
from tests.corpus.dossiers import fill, held_document, records
from tests.pages.apps import APP

SIZES = (100, 1_000, 10_000)
DOSSIER = "a-dossier-of-many"
PAGES = ("overview", "map", "timeline", "figures", "documents", "add")
TRIES = 5
MOST_GROWTH = 10.0
"""How many times as long a run may take in a dossier that is a hundred times as large."""


def pages() -> Iterable[str]:
    """Prints seconds of first runs, of runs again, and of runs after one more document; gives what grows too fast."""
    build()
    again: dict[int, float] = {}
    with tempfile.TemporaryDirectory(prefix="dateline-benchmark-") as folder:
        store = SqlStore(Database(f"sqlite:///{folder}/desk.sqlite3"))
        core.desk._the_desk = Desk(store, Elsewhere())
        there = 0
        for size in SIZES:
            fill(store.database, DOSSIER, records(size - there, first=there))
            begun = time.monotonic()
            Collator(store.database, lambda _: frozenset()).collate_next(DOSSIER)
            compared = time.monotonic() - begun
            there = size
            apps = {name: _page(name) for name in PAGES}
            first = {name: _seconds(app) for name, app in apps.items()}
            runs = {name: statistics.median(_seconds(app) for _ in range(TRIES)) for name, app in apps.items()}
            store.add(DOSSIER, held_document(next(records(1, "one more", size))))
            fresh = {name: _seconds(app) for name, app in apps.items()}
            there += 1
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{size:,} documents: {memory:,.0f} MB at most so far; compared in {compared:.1f} s")
            for name in PAGES:
                print(f"  {name:10} first {first[name]:5.2f}  again {runs[name]:5.2f}  one more {fresh[name]:5.2f}")
            print(f"  one more document is on all pages after {sum(fresh.values()):.2f} s", flush=True)
            again[size] = statistics.median(runs.values())
    growth = again[SIZES[-1]] / again[SIZES[0]]
    print(f"a run takes {growth:.1f} times as long in a dossier of {SIZES[-1]:,} (at most {MOST_GROWTH})")
    if growth > MOST_GROWTH:
        yield f"pages: a run takes {growth:.1f} times as long in the largest dossier"


def _page(name: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=300).run().switch_page(f"pages/{name}.py")
    app.query_params["dossier"] = DOSSIER
    return app


def _seconds(app: AppTest) -> float:
    begun = time.monotonic()
    app.run()
    assert not app.exception
    return time.monotonic() - begun
