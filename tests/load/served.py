"""A server with a dossier of articles that have been read and compared, for a crowd to read."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from core.desk import Desk
from core.desk.crew import Elsewhere
from core.desk.opening import open_store
from core.ingest import from_text
from tests.browser import driving
from tests.corpus.articles import articles

DOSSIER = "a-dossier-for-many"
_LOOK_AGAIN = 0.2


@dataclass(frozen=True, slots=True)
class Served:
    """Where it is served, and its desk, which may be added to meanwhile."""

    address: str
    desk: Desk

    def add(self, dossier: str, count: int, seed: int = 0) -> None:
        """Have articles read by the server's workers."""
        for number, text in enumerate(articles(count, seed)):
            self.desk.submit(dossier, from_text(text, f"{seed}-{number}.txt"))

    def settle(self, dossier: str) -> None:
        """Until all is read and compared."""
        while (
            self.desk.glance(dossier).count("waiting", "reading") or not self.desk.collation(dossier).standing().current
        ):
            time.sleep(_LOOK_AGAIN)


@contextmanager
def served(documents: int) -> Iterator[Served]:
    """Serves a dossier of so many articles from a folder of its own."""
    with ExitStack() as held:
        folder = held.enter_context(tempfile.TemporaryDirectory(prefix="dateline-load-"))
        held.enter_context(mock.patch.dict(os.environ, {"DATELINE_DATA": folder}))
        desk = Desk(open_store(), Elsewhere())
        held.callback(desk.close)
        there = Served(held.enter_context(driving.server(data=Path(folder))), desk)
        there.add(DOSSIER, documents)
        there.settle(DOSSIER)
        yield there
