"""A worker: takes one document after another from the queue, has it read, and writes what was found."""

from __future__ import annotations

import contextlib
import logging

from core.desk.database import StoreUnavailable
from core.desk.dossier import Held
from core.desk.dossier_store import Claimed, DossierStore
from core.desk.extractor import Extractor, ExtractorFailed
from core.desk.taking import LEASE, TRY_AGAIN, Taking, alive
from core.models import Extraction

MOST_DEATHS = 3
"""Extractors that may die over one document: each may have been killed for a reason of others."""

_BROKEN = "Reading this document failed because of an error in the program."
_log = logging.getLogger("dateline.worker")


class Worker(Taking[Claimed]):
    """One extractor and the queue of documents."""

    def __init__(self, store: DossierStore, extractor: Extractor, name: str, lease: float = LEASE) -> None:
        """``name`` is no other worker's, on no other machine either."""
        super().__init__(name, lease)
        self._store = store
        self._extractor = extractor

    def prepare(self) -> None:
        """Have the extractor there before the first document."""
        with contextlib.suppress(ExtractorFailed):  # told with the first document
            self._extractor.start()

    def claim(self) -> Claimed | None:
        """The next document."""
        return self._store.claim(self.name, self.lease)

    def leave(self) -> None:
        """What is being read waits again, for whoever comes next."""
        self._extractor.close()
        self._store.release(self.name)

    def perform(self, claimed: Claimed) -> None:
        """Read a document."""
        again = False
        with alive(lambda: self._store.keep(claimed.token, self.lease)):
            try:
                sentence, record = "Read.", self._read(claimed.held)
            except ExtractorFailed as failure:
                sentence, record = str(failure), None
                again = failure.died and claimed.attempt < MOST_DEATHS
            except Exception:
                if self.ended.is_set():
                    return  # its extractor was taken away
                _log.exception("job %s failed", claimed.held.job.id)
                sentence, record = _BROKEN, None
        while not self.ended.is_set():
            try:
                if again:
                    self._store.give_back(claimed.token)
                else:
                    self._store.finish(claimed.token, sentence, record)
                return
            except StoreUnavailable:  # what was found is kept until there is room for it
                self.ended.wait(TRY_AGAIN)
            except Exception:
                _log.exception("what was found by job %s could not be written", claimed.held.job.id)
                again, sentence, record = False, _BROKEN, None
                self.ended.wait(TRY_AGAIN)

    def _read(self, held: Held) -> Extraction:
        """What is found in a document."""
        before = held.before
        return (
            self._extractor.extract(held.document) if before is None else self._extractor.redate(held.document, before)
        )
