"""``desk add``: files of this machine put into a dossier, each with its outcome in a line on standard output."""

from __future__ import annotations

import argparse
import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.command import Commands, say

if TYPE_CHECKING:
    from core.desk.database import Database
    from core.desk.sql_store import SqlStore

_LOOK_AGAIN = 0.2


def add_to(deeds: Commands) -> argparse.ArgumentParser:
    """Tell the parser of ``desk`` of this deed; the parser of its own options."""
    parser = deeds.add_parser("add", help="put files and folders into a dossier; the desk’s workers read them")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, and folders with all in them")
    parser.add_argument("--dossier", required=True, metavar="ID", help="as in the address of its pages")
    parser.add_argument("--by", default="", metavar="NAME", help="who adds them, for the dossier’s journal")
    parser.add_argument("--wait", action="store_true", help="read them here, and wait until that is done")
    parser.set_defaults(deed=perform)
    return parser


def perform(options: argparse.Namespace, database: Database) -> int:
    """Add each file, a line each; 1 where one gave less than it holds."""
    from core.desk.originals import Originals
    from core.desk.receiving import Receiving, content
    from core.desk.sql_store import SqlStore
    from core.ingest.isolation import Readers

    failed = False
    added: list[str] = []
    store = SqlStore(database)
    with contextlib.closing(Readers(1)) as readers:
        receiving = Receiving(store, readers, Originals())
        for path in _files(options.paths):
            try:
                received = receiving.receive(content(path.resolve()), path.name, options.dossier, options.by)
            except OSError as error:
                print(f"{path}: The file cannot be opened ({error.strerror}).", flush=True)
                failed = True
                continue
            print(f"{path}: {received.sentence}", flush=True)
            added += received.added
            failed |= not received.whole
    if options.wait:
        failed |= not _read(store, options.dossier, added)
    return int(failed)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    from core.desk.watching import files_in

    for path in paths:
        if path.is_dir():
            yield from files_in(path)
        else:
            yield path


def _read(store: SqlStore, dossier: str, added: Sequence[str]) -> bool:
    """Read what was added, with all others who do; whether nothing of it failed."""
    from core.desk.crew import how_many
    from core.desk.extractor import Extractor
    from core.desk.opening import reading_crew

    crew = reading_crew(store, [Extractor() for _ in range(max(1, how_many()))])
    crew.begin()
    turn = threading.Event()
    try:
        while True:
            jobs = [held.job for held in store.held(dossier) if held.document.id in added]
            left = sum(job.running for job in jobs)
            say(f"{len(jobs) - left} of {len(jobs)} documents read", end="\r")
            if not left:
                break
            turn.wait(_LOOK_AGAIN)
    finally:
        crew.close()
    say("")
    failed = [job for job in jobs if job.state == "failed"]
    for job in failed:
        print(f"{job.document}: {job.sentence}")
    return not failed
