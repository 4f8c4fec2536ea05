"""Many who write at once: ``python -m tests.siege.writers`` prints what of their changes is there, on each database.

Each writer is a process, and changes the headline of one document, the document's dossier and its judgements in turn;
exit status 1 where a change is lost or refused.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from core.desk import StoreUnavailable, new_judgement
from core.desk.database import Database
from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.desk.sql_store import SqlStore
from core.ingest import from_text
from tests.core.desk.desks import DATABASES, database_url

ROOT = Path(__file__).parents[2]
DOSSIER = "a-dossier-of-many-writers"
TEXT = "Two people were hurt."


def held(text: str) -> Held:
    """A document that waits."""
    document = from_text(text, "a.txt")
    return Held(document, new_job(document))


def write(url: str, writer: int, changes: int) -> None:
    """One writer: a third of the changes each are a longer headline, another document, a judgement."""
    store = SqlStore(Database(url))
    shared = held(TEXT).document.id
    refused, longest = 0, 0.0
    for number in range(changes):
        begun = time.monotonic()
        try:
            if number % 3 == 0:
                store.update(DOSSIER, shared, _longer)
            elif number % 3 == 1:
                store.add(f"{DOSSIER}-{writer}", held(f"Writer {writer} wrote text {number}."))
            else:
                judgement = new_judgement("apart", (), ())
                store.judge(DOSSIER, lambda kept, one=judgement: (*kept, one))  # type: ignore[misc]
        except StoreUnavailable:
            refused += 1
        longest = max(longest, time.monotonic() - begun)
    store.close()
    print(refused, f"{longest:.2f}")


def _longer(one: Held) -> Held:
    return replace(one, document=replace(one.document, title=(one.document.title or "") + "x"))


def main(writers: int, changes: int) -> int:
    """All writers on each database; what is there at the end."""
    bad = 0
    for kind in DATABASES:
        with tempfile.TemporaryDirectory() as folder, database_url(kind, Path(folder)) as url:
            store = SqlStore(Database(url))
            store.add(DOSSIER, held(TEXT))
            command = [sys.executable, "-m", "tests.siege.writers", "--url", url, "--changes", str(changes), "--writer"]
            running = [
                subprocess.Popen([*command, str(i)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
                for i in range(writers)
            ]
            said = [process.communicate()[0].split() for process in running]
            headlines = len(store.held(DOSSIER)[0].document.title or "")
            documents = sum(len(store.held(f"{DOSSIER}-{i}")) for i in range(writers))
            judgements = len(store.judgements(DOSSIER))
            store.close()
        kept, refused = headlines + documents + judgements, sum(int(words[0]) for words in said)
        print(
            f"{kind}: {writers} writers, {writers * changes} changes: {kept} kept, {refused} refused; "
            f"longest wait {max(float(words[1]) for words in said):.2f} s",
            flush=True,
        )
        bad += kept != writers * changes or refused > 0
    return min(bad, 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.siege.writers")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--writer", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.url:
        write(chosen.url, chosen.writer, chosen.changes)
        sys.exit(0)
    sys.exit(main(chosen.writers, chosen.changes))
