"""Whoever works at a queue: takes one thing after another, says meanwhile that it lives, and writes what came of it."""

from __future__ import annotations

import contextlib
import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from core.desk.database import StoreUnavailable

LEASE = 6.0
"""Seconds after which a worker that says nothing is taken for dead."""

SIGNS_OF_LIFE = LEASE / 4
LOOK_AGAIN = 0.5
"""Seconds between two looks for work that another process may have brought."""

TRY_AGAIN = 1.0
"""Seconds between two tries where disk or network refuse."""

T = TypeVar("T")
_log = logging.getLogger("dateline.worker")


class Taking(ABC, Generic[T]):
    """One worker and its queue; :meth:`run` or :meth:`read_next` is for one thread at a time."""

    def __init__(self, name: str, lease: float = LEASE) -> None:
        """``name`` is no other worker's, on no other machine either."""
        self.name = name
        self.lease = lease
        self.ended = threading.Event()
        self._news = threading.Event()

    @abstractmethod
    def claim(self) -> T | None:
        """The next thing, for this worker alone; null where nothing waits.

        Raises:
            StoreUnavailable: the database refuses.
        """

    @abstractmethod
    def perform(self, claimed: T) -> None:
        """Do it, and write what came of it; never raises."""

    @abstractmethod
    def leave(self) -> None:
        """Let go of what is used and of what is claimed; called once, by whoever ends this, from any thread."""

    def prepare(self) -> None:
        """Have what is used there before the first thing comes."""

    def wake(self) -> None:
        """Say that there is something to do."""
        self._news.set()

    def run(self) -> None:
        """Work until :meth:`end`, looking again and again for something to do."""
        self.prepare()
        while not self.ended.is_set():
            if not self.read_next():
                self._news.wait(LOOK_AGAIN)
                self._news.clear()

    def read_next(self) -> bool:
        """Do one thing, where one waits; what disk or network refuse is tried again. False where none does."""
        if self.ended.is_set():
            return False
        try:
            claimed = self.claim()
        except StoreUnavailable:
            self.ended.wait(TRY_AGAIN)
            return False
        except Exception:
            _log.exception("nothing could be claimed")
            self.ended.wait(TRY_AGAIN)
            return False
        if claimed is not None:
            self.perform(claimed)
        return claimed is not None

    def end(self) -> None:
        """Stop; what is being done waits again, for whoever comes next."""
        self.ended.set()
        self._news.set()
        with contextlib.suppress(StoreUnavailable):
            self.leave()


@contextlib.contextmanager
def alive(keep: Callable[[], bool]) -> Iterator[None]:
    """Signs of life for a claim, as long as the block lasts; ``keep`` makes it longer, false where it is lost."""
    over = threading.Event()

    def say() -> None:
        while not over.wait(SIGNS_OF_LIFE):
            with contextlib.suppress(StoreUnavailable):
                if not keep():
                    return

    saying = threading.Thread(target=say, name="dateline-alive", daemon=True)
    saying.start()
    try:
        yield
    finally:
        over.set()
        saying.join()
