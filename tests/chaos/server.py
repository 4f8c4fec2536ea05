"""Dateline as it is served, but that its reading processes misbehave; "go" on standard input hands in the files."""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from collections import Counter

from streamlit.web import cli

import core.desk
from core.desk import desk
from core.desk.arrivals.owner import owner
from core.desk.extractor import Extractor
from core.ingest import Limits
from core.ingest.isolation import Readers
from tests.chaos import HARMS
from tests.core.desk.desks import desk_with

STORY = "The footbridge at Stara Hreblya collapsed on Tuesday, and four people were hurt, report number {} said."
SECONDS = 10.0
SAID = {"timed out": "took too long", "out of memory": "more memory", "crashed": "ended unexpectedly"}


def main(port: str) -> None:
    """Serve on a port until killed."""
    program = (sys.executable, "-m", "tests.core.ingest.reader_stub")
    extractor = Extractor((sys.executable, "-m", "tests.core.desk.extractor_stub"))
    core.desk._the_desk = desk_with(extractor, readers=lambda: Readers(1, Limits(seconds=SECONDS), program))
    threading.Thread(target=_on_word, daemon=True).start()
    address = ("--server.port", port, "--server.address", "127.0.0.1")
    sys.argv = ["streamlit", "run", "app.py", *address]
    cli.main()


def _on_word() -> None:
    """Hand in all files, add what was read, and print what became of them."""
    sys.stdin.readline()
    harms = [harm for harm, count in HARMS.items() for _ in range(count)]
    random.Random(7).shuffle(harms)  # noqa: S311 — no secret hangs on the order
    dossier, somebody = "dossier-of-the-chaos", owner("browser:somebody")
    for number, harm in enumerate(harms):
        desk().arrivals.hand_in(dossier, somebody, STORY.format(number).encode(), f"{harm}-{number}.txt")
    while desk().arrivals.running(dossier, somebody):
        time.sleep(0.2)
    outcomes = Counter(_outcome(" ".join(one.said.sentences)) for one in desk().arrivals.of(dossier, somebody))
    outcomes["read"] = desk().drafts.many(dossier, somebody).drafts
    desk().drafts.add(dossier, somebody)
    stored = [document.text for document in desk().dossier(dossier).documents]
    wanted = [STORY.format(number) for number, harm in enumerate(harms) if harm == "good"]
    print("CHAOS " + json.dumps({"outcomes": outcomes, "stored_once": sorted(stored) == sorted(wanted)}), flush=True)


def _outcome(sentence: str) -> str:
    """The outcome whose sentence this is."""
    return next((outcome for outcome, words in SAID.items() if words in sentence), sentence)


if __name__ == "__main__":
    main(sys.argv[1])
