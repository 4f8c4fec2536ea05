"""A desk at which files are handed in, and read when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.desk import Desk
from core.desk.arrivals.owner import Owner, owner
from core.desk.arrivals.queue import ArrivalQueue
from core.desk.arrivals.reader import ArrivalReader
from core.desk.crew import Elsewhere
from core.desk.originals import Originals
from core.desk.receiving import ReadsFiles
from core.desk.sql_store import SqlStore
from core.ingest import Outcome, read_file
from tests.core.desk.desks import store_in

DOSSIER = "a-dossier-to-add-to"
ANA, BEN = owner("browser:ana"), owner("browser:ben")
ARTICLE = "Bridge falls near the mill\n\nPublished: 3 May 2021\n\nTwo people were hurt on Monday, the mayor said."
LONG, OVER = 60.0, -1.0
"""A lease that lasts for the test, and one that is over at once."""


class ReadsHere:
    """Reads files in this process, as the walled ones do, without their start."""

    def read(
        self, data: bytes, name: str, *, text_column: str | None = None, progress: Callable[[str], None] = print
    ) -> Outcome:
        """What becomes of a file."""
        return read_file(data, name, text_column=text_column)

    def close(self) -> None:
        """Nothing to end."""


@dataclass(frozen=True)
class Counter:
    """Where files are handed in: a desk with nobody who reads but whom the test asks to."""

    desk: Desk
    store: SqlStore
    originals: Originals
    queue: ArrivalQueue

    def reader(self, readers: ReadsFiles | None = None, originals: Originals | None = None) -> ArrivalReader:
        """Somebody who reads one file after another."""
        return ArrivalReader(self.store, readers or ReadsHere(), originals or self.originals, "a reader")

    def hand_in(self, *texts: str | bytes, who: Owner = ANA, name: str = "{}.txt", dossier: str = DOSSIER) -> None:
        """Hand in files, numbered from 0."""
        for number, text in enumerate(texts):
            data = text.encode() if isinstance(text, str) else text
            self.desk.arrivals.hand_in(dossier, who, data, name.format(number), "Ana")

    def read_all(self) -> None:
        """Read all that waits."""
        reader = self.reader()
        while reader.read_next():
            pass

    def texts(self, who: Owner = ANA, dossier: str = DOSSIER) -> list[str]:
        """The texts of somebody's drafts."""
        return [draft.document.text for draft in self.desk.drafts.some(dossier, who, most=10_000)]

    def numbers(self, who: Owner = ANA) -> list[int]:
        """The numbers of somebody's drafts."""
        return [draft.number for draft in self.desk.drafts.some(DOSSIER, who, most=10_000)]

    def said(self, who: Owner = ANA) -> list[str]:
        """All sentences on somebody's files."""
        return [sentence for one in self.desk.arrivals.of(DOSSIER, who) for sentence in one.said.sentences]

    def documents(self, dossier: str = DOSSIER) -> list[str]:
        """The texts of the documents of the dossier."""
        return [document.text for document in self.desk.dossier(dossier).documents]


@contextmanager
def counter_in(kind: str, folder: Path) -> Iterator[Counter]:
    """An empty desk, on a database of a kind."""
    with store_in(kind, folder) as store:
        originals = Originals(folder / "originals")
        yield Counter(Desk(store, Elsewhere(), originals=originals), store, originals, ArrivalQueue(store.database))
