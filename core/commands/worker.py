"""``worker``: reads the documents that wait at the desk, on this machine or any other that reaches the database."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import threading
from functools import cache
from typing import TYPE_CHECKING

from core.commands.command import Commands, say

if TYPE_CHECKING:
    from core.desk.database import Database
    from core.desk.sql_store import SqlStore
    from core.desk.watching import Watch
    from core.places.gazetteer import Gazetteer

_LAST_SECONDS = 5.0
"""In which a worker that is left alone lets go of what it was reading."""


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("worker", help="read the documents that wait at the desk, until it is stopped")
    parser.add_argument("--processes", type=int, help="documents read at once (default: one less than there are cores)")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(perform=perform)


def perform(options: argparse.Namespace) -> int:
    """Work until stopped; as somebody's child, until they are gone."""
    from core.desk.collation.collator import Collator
    from core.desk.crew import Threads, arrival_readers, how_many
    from core.desk.database import StoreUnavailable
    from core.desk.derived import write_missing
    from core.desk.extractor import Extractor
    from core.desk.opening import open_store, reading_crew
    from core.desk.originals import Originals
    from core.ingest.isolation import Readers

    many = options.processes or how_many()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    if options.child:
        threading.Thread(target=_until_alone, args=(stopped,), daemon=True).start()
    try:
        store = open_store()
        watch = _watch(store.database, store)
    except StoreUnavailable as refusal:
        say(str(refusal))
        return 1
    crew = reading_crew(store, [Extractor() for _ in range(many)])
    crew.begin()
    files = Threads(arrival_readers(store, lambda: Readers(1), Originals()))
    files.begin()
    collator = Collator(store.database, _wholes)
    collating = threading.Thread(target=collator.run, name="dateline-collator", daemon=True)
    collating.start()
    watching = threading.Thread(target=watch.run, name="dateline-watch", daemon=True)
    watching.start()
    with contextlib.suppress(StoreUnavailable):  # told in the log; whoever begins next goes on with it
        write_missing(store.database, stopped.is_set)
    stopped.wait()
    watch.end()
    collator.end()
    files.close()
    crew.close()
    watching.join(_LAST_SECONDS)
    collating.join(_LAST_SECONDS)
    store.close()
    return 0


def _wholes(source: str) -> frozenset[str]:
    """All that holds a place; the gazetteer is opened when there is something to compare."""
    return _gazetteer().wholes(source)


@cache
def _gazetteer() -> Gazetteer:
    from core.places.gazetteer import Gazetteer

    return Gazetteer.open()


def _watch(database: Database, store: SqlStore) -> Watch:
    """Who looks into the folders that the environment names; a wrong setting names none, and is told."""
    from core.desk.originals import Originals
    from core.desk.receiving import Receiving
    from core.desk.watching import Remembered, Watch, WrongSetting, folders
    from core.ingest.isolation import Readers

    try:
        named = folders()
    except WrongSetting as wrong:
        say(str(wrong))
        named = ()
    return Watch(named, Receiving(store, Readers(1), Originals()), Remembered(database))


def _until_alone(stopped: threading.Event) -> None:
    """Whoever began this process holds the other end of its standard input."""
    sys.stdin.buffer.read()
    stopped.set()
    threading.Event().wait(_LAST_SECONDS)
    os._exit(1)
