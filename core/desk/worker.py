"""A worker: takes one document after another from the queue, has it read, and writes what was found."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator

from core.desk.database import StoreUnavailable
from core.desk.dossier import Held
from core.desk.dossier_store import Claimed, DossierStore
from core.desk.extractor import Extractor, ExtractorFailed
from core.models import Extraction

LEASE = 6.0
"""Seconds after which a worker that says nothing is taken for dead."""

SIGNS_OF_LIFE = LEASE / 4
_LOOK_AGAIN = 0.5
"""Seconds between two looks for work that another process may have brought."""

TRY_AGAIN = 1.0
"""Seconds between two tries where disk or network refuse."""

MOST_DEATHS = 3
"""Extractors that may die over one document: each may have been killed for a reason of others."""

_BROKEN = "Reading this document failed because of an error in the program."
_log = logging.getLogger("dateline.worker")


class Worker:
    """One extractor and the queue; :meth:`run` or :meth:`read_next` is for one thread at a time."""

    def __init__(self, store: DossierStore, extractor: Extractor, name: str, lease: float = LEASE) -> None:
        """``name`` is no other worker's, on no other machine either."""
        self._store = store
        self._extractor = extractor
        self._name = name
        self._lease = lease
        self._ended = threading.Event()
        self._news = threading.Event()

    def wake(self) -> None:
        """Say that there is something to do."""
        self._news.set()

    def prepare(self) -> None:
        """Have the extractor there before the first document."""
        with contextlib.suppress(ExtractorFailed):  # told with the first document
            self._extractor.start()

    def run(self) -> None:
        """Work until :meth:`end`, looking again and again for something to do."""
        self.prepare()
        while not self._ended.is_set():
            if not self.read_next():
                self._news.wait(_LOOK_AGAIN)
                self._news.clear()

    def read_next(self) -> bool:
        """Read one document, where one waits; what disk or network refuse is tried again. False where none does."""
        if self._ended.is_set():
            return False
        try:
            claimed = self._store.claim(self._name, self._lease)
        except StoreUnavailable:
            self._ended.wait(TRY_AGAIN)
            return False
        except Exception:
            _log.exception("no document could be claimed")
            self._ended.wait(TRY_AGAIN)
            return False
        if claimed is not None:
            self._perform(claimed)
        return claimed is not None

    def end(self) -> None:
        """Stop; what is being read waits again, for whoever comes next."""
        self._ended.set()
        self._news.set()
        self._extractor.close()
        with contextlib.suppress(StoreUnavailable):
            self._store.release(self._name)

    def _perform(self, claimed: Claimed) -> None:
        again = False
        with self._alive(claimed.token):
            try:
                sentence, record = "Read.", self._read(claimed.held)
            except ExtractorFailed as failure:
                sentence, record = str(failure), None
                again = failure.died and claimed.attempt < MOST_DEATHS
            except Exception:
                if self._ended.is_set():
                    return  # its extractor was taken away
                _log.exception("job %s failed", claimed.held.job.id)
                sentence, record = _BROKEN, None
        while not self._ended.is_set():
            try:
                if again:
                    self._store.give_back(claimed.token)
                else:
                    self._store.finish(claimed.token, sentence, record)
                return
            except StoreUnavailable:  # what was found is kept until there is room for it
                self._ended.wait(TRY_AGAIN)
            except Exception:
                _log.exception("what was found by job %s could not be written", claimed.held.job.id)
                again, sentence, record = False, _BROKEN, None
                self._ended.wait(TRY_AGAIN)

    def _read(self, held: Held) -> Extraction:
        """What is found in a document."""
        before = held.before
        return (
            self._extractor.extract(held.document) if before is None else self._extractor.redate(held.document, before)
        )

    @contextlib.contextmanager
    def _alive(self, token: str) -> Iterator[None]:
        """Signs of life for a claim, as long as the block lasts."""
        over = threading.Event()

        def say() -> None:
            while not over.wait(SIGNS_OF_LIFE):
                with contextlib.suppress(StoreUnavailable):
                    if not self._store.keep(token, self._lease):
                        return

        saying = threading.Thread(target=say, name="dateline-alive", daemon=True)
        saying.start()
        try:
            yield
        finally:
            over.set()
            saying.join()
