"""What sixty readers of forty articles wait for while a worker reads others, beside what one reader alone waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from tests.load.crowd import Crowd, visit
from tests.load.served import DOSSIER, served

DOCUMENTS, READERS = 40, 60
PAUSE, SECONDS = 10.0, 60.0
MOST_TIMES = 5.0
"""How many times as long 95 of 100 runs of a page may take as for one reader."""

_OTHERS, _BUSY = "a-dossier-being-read", 400


def readers() -> Iterable[str]:
    """Prints what 95 of 100 runs take; gives it where it is too many times as long."""
    with served(DOCUMENTS) as there:
        alone = asyncio.run(visit(there.address, DOSSIER, Crowd(1, 0.5, SECONDS / 2)))
        there.add(_OTHERS, _BUSY, seed=1)
        crowd = asyncio.run(visit(there.address, DOSSIER, Crowd(READERS, PAUSE, SECONDS)))
    times = crowd.share(0.95) / alone.share(0.95)
    print(f"95 of 100 runs: {alone.share(0.95):.2f} s for one reader, {crowd.share(0.95):.2f} s for {READERS}")
    print(f"that is {times:.1f} times as long (at most {MOST_TIMES})")
    yield from (f"readers: a page failed: {fault}" for fault in {*alone.faults, *crowd.faults})
    if times > MOST_TIMES:
        yield f"readers: {READERS} wait {times:.1f} times as long as one"
