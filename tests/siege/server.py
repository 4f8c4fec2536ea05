"""The server's part of an import: documents go to the desk one by one, and its workers live beside it.

``python -m tests.siege.server documents real|stub``; begun again, it goes on with what is not there yet.
"""

from __future__ import annotations

import contextlib
import sys
import threading

from core.desk import AlreadyThere, StoreUnavailable
from core.desk.opening import open_desk
from core.ingest import from_text

DOSSIER = "a-dossier-under-siege"
STORY = (
    "The footbridge at Stara Hreblya collapsed on Tuesday, report number {0} says. The mayor said that {0} people "
    "were hurt and that two of them had died by 14 May 2021."
)
WORKERS = {
    "real": (sys.executable, "-m", "core", "worker", "--child"),
    "stub": (sys.executable, "-m", "tests.siege.worker"),
}


def main(documents: int, kind: str) -> None:
    """Hand in what is not there, then serve for ever."""
    desk = open_desk(WORKERS[kind])
    desk.warm()
    for number in range(documents):
        with contextlib.suppress(AlreadyThere):
            while True:
                try:
                    desk.submit(DOSSIER, from_text(STORY.format(number), f"story-{number}.txt"))
                    break
                except StoreUnavailable as refusal:
                    print(refusal, file=sys.stderr, flush=True)
                    threading.Event().wait(0.5)
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
