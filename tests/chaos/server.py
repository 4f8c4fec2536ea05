"""Dateline as it is served, but that its reading processes misbehave; "go" on standard input hands in the files."""

from __future__ import annotations

import json
import random
import sys
import threading
from collections import Counter

from streamlit.web import cli

import core.desk
from core.desk import Intake, desk, intake
from core.desk.extractor import Extractor
from core.ingest import Limits
from core.ingest.isolation import Readers
from tests.chaos import HARMS
from tests.core.desk.desks import desk_with

STORY = "The footbridge at Stara Hreblya collapsed on Tuesday, and four people were hurt, report number {} said."
SECONDS = 10.0


def main(port: str) -> None:
    """Serve on a port until killed."""
    program = (sys.executable, "-m", "tests.core.ingest.reader_stub")
    core.desk._the_desk = desk_with(Extractor((sys.executable, "-m", "tests.core.desk.extractor_stub")))
    core.desk._the_intake = Intake(lambda: Readers(2, Limits(seconds=SECONDS), program))
    threading.Thread(target=_on_word, daemon=True).start()
    address = ("--server.port", port, "--server.address", "127.0.0.1")
    sys.argv = ["streamlit", "run", "app.py", *address]
    cli.main()


def _on_word() -> None:
    """Hand in all files, lay what was read into a dossier, and print what became of them."""
    sys.stdin.readline()
    harms = [harm for harm, count in HARMS.items() for _ in range(count)]
    random.Random(7).shuffle(harms)  # noqa: S311 — no secret hangs on the order
    handed = [
        intake().hand_in(STORY.format(number).encode(), f"{harm}-{number}.txt") for number, harm in enumerate(harms)
    ]
    dossier = "dossier-of-the-chaos"
    outcomes = []
    for reception in handed:
        reception.wait(600)
        assert reception.outcome is not None
        outcomes.append(reception.outcome.code)
        for document in reception.outcome.documents():
            desk().submit(dossier, document)
    stored = [document.text for document in desk().dossier(dossier).documents]
    wanted = [STORY.format(number) for number, harm in enumerate(harms) if harm == "good"]
    print(
        "CHAOS " + json.dumps({"outcomes": Counter(outcomes), "stored_once": sorted(stored) == sorted(wanted)}),
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1])
