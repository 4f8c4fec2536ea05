"""The server's part of an import: files are handed in and drafts added, and its workers live beside it.

``python -m tests.siege.server documents real|stub``; begun again, it goes on with what is not there yet.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping

from core.desk import Desk, StoreUnavailable
from core.desk.arrivals.owner import owner
from core.desk.opening import open_desk

SOMEBODY = owner("browser:somebody")
_LOOK_AGAIN = 0.5
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
    """Hand in what is not there as files, add what was read of them, then serve for ever."""
    desk = open_desk(WORKERS[kind])
    desk.warm()
    wanted = {f"story-{number}.txt": STORY.format(number).encode() for number in range(documents)}
    while len(desk.glance(DOSSIER).documents) < documents:
        try:
            _hand_in(desk, wanted)
            desk.drafts.add(DOSSIER, SOMEBODY)
        except StoreUnavailable as refusal:
            print(refusal, file=sys.stderr, flush=True)
        threading.Event().wait(_LOOK_AGAIN)
    threading.Event().wait()


def _hand_in(desk: Desk, wanted: Mapping[str, bytes]) -> None:
    """What is not there yet; a file moves from one to the next of the three, so that none is missed in between."""
    files = desk.arrivals.of(DOSSIER, SOMEBODY)
    drafts = desk.drafts.some(DOSSIER, SOMEBODY, most=len(wanted))
    there = {one.name for one in files} | {draft.document.name for draft in drafts}
    there |= {document.name for document in desk.dossier(DOSSIER).documents}
    for one in files:
        if one.said.again:  # its reading process was killed, and somebody presses the button
            desk.arrivals.read_as(DOSSIER, SOMEBODY, one.number)
    for name in wanted.keys() - there:
        desk.arrivals.hand_in(DOSSIER, SOMEBODY, wanted[name], name)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
