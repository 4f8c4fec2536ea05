"""Who reads files: takes one after another, has it read in a walled process, and writes the drafts that come of it.

A thread of its own in the process of the workers, beside those that extract: a file takes a second, an extraction
minutes, and whoever handed in a file looks at the page until it is there. In one queue files would wait behind texts.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial

from core.desk.arrivals.alike import compared
from core.desk.arrivals.queue import ArrivalQueue, Arrived
from core.desk.database import StoreUnavailable
from core.desk.dossier_store import DossierStore
from core.desk.originals import Originals
from core.desk.receiving import ReadsFiles
from core.desk.rereading import read_anew
from core.desk.taking import LEASE, TRY_AGAIN, Taking, alive
from core.ingest import Outcome

NOT_SEEN = "waits for a machine that sees the folder of originals"
_LOOK_FOR_IT = 10.0
"""Seconds after which a file is looked for again that was not to be found on this machine."""

_TELL_AGAIN = 1.0
"""Seconds between two words on where a reading has come to."""

_BROKEN = "Reading this file failed because of an error in the program."
_log = logging.getLogger("dateline.worker")


class ArrivalReader(Taking[Arrived]):
    """One reading process at a time and the queue of files."""

    def __init__(
        self, store: DossierStore, readers: ReadsFiles, originals: Originals, name: str, lease: float = LEASE
    ) -> None:
        """``readers`` are nobody else's: they end with this."""
        super().__init__(name, lease)
        self._store = store
        self._queue = ArrivalQueue(store.database)
        self._readers = readers
        self._originals = originals
        self._unseen: dict[int, float] = {}

    def claim(self) -> Arrived | None:
        """The next file that may be on this machine."""
        now = time.monotonic()
        self._unseen = {number: until for number, until in self._unseen.items() if until > now}
        return self._queue.claim(self.name, self.lease, self._unseen)

    def leave(self) -> None:
        """What is being read waits again, for whoever comes next."""
        self._readers.close()
        self._queue.release(self.name)

    def perform(self, claimed: Arrived) -> None:
        """Read a file."""
        with alive(lambda: self._queue.keep(claimed.token, self.lease)):
            self._until_written(self._read(claimed))

    def _read(self, arrived: Arrived) -> Callable[[], object]:
        """What is to be written of a file."""
        data = self._originals.get(arrived.original)
        if data is None:
            self._unseen[arrived.number] = time.monotonic() + _LOOK_FOR_IT
            return partial(self._queue.give_back, arrived, NOT_SEEN)
        try:
            outcome = self._readers.read(
                data, arrived.name, text_column=arrived.text_column, progress=self._teller(arrived)
            )
        except Exception:
            _log.exception("file %d could not be read", arrived.number)
            outcome = Outcome(arrived.name, "crashed", _BROKEN)
        return partial(self._write, arrived, outcome)

    def _write(self, arrived: Arrived, outcome: Outcome) -> None:
        if arrived.document is not None:
            sentence = read_anew(self._store, arrived.dossier, arrived.document, outcome, arrived.handed_by)
            self._queue.answer(arrived, sentence)
        else:
            found = compared(self._store, arrived.dossier, arrived.owner, outcome.documents())
            self._queue.finish(arrived, outcome, found)

    def _until_written(self, write: Callable[[], object]) -> None:
        """What disk or network refuse is tried again. After the end nothing is written: its process was taken away."""
        while not self.ended.is_set():
            try:
                write()
                return
            except StoreUnavailable:
                self.ended.wait(TRY_AGAIN)
            except Exception:  # its claim lapses, and after some deaths it is left out with a sentence
                _log.exception("what came of a file could not be written")
                return

    def _teller(self, arrived: Arrived) -> Callable[[str], None]:
        """Tells now and then where the reading has come to."""
        told = 0.0

        def tell(words: str) -> None:
            nonlocal told
            if time.monotonic() - told < _TELL_AGAIN:
                return
            told = time.monotonic()
            try:
                self._queue.tell(arrived.token, words)
            except StoreUnavailable:
                return  # told next time

        return tell
