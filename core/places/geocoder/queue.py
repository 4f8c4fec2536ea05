"""The one line in which names wait to be asked for: one request at a time, all sessions and documents together."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from core.places.gazetteer import fold
from core.places.geocoder.answer import Answer, Unavailable
from core.places.geocoder.request_log import Ledger

_FIRST_PAUSE = 30.0
_LONGEST_PAUSE = 3600.0
_log = logging.getLogger("dateline.outside")


class Asks(Protocol):
    """Whatever can be asked for a name."""

    def ask(self, name: str) -> Answer:
        """What it says."""


@dataclass(slots=True)
class _Retry:
    """How often a name was asked for in vain, and from when on it may be asked for again."""

    tries: int
    due: float


class Line:
    """Names by dossier, taken in turn from each, so that none waits for all of another's.

    Silence of the geocoder stops the whole line for a while, longer each time, and moves the name behind the others:
    one that the geocoder stumbles over stops nobody for good.
    """

    def __init__(self, client: Asks, ledger: Ledger, seconds: float, clock: Callable[[], float] = time.time) -> None:
        self._client = client
        self._ledger = ledger
        self._seconds = seconds
        self._clock = clock
        self._asking = threading.Lock()
        self._changed = threading.Condition()
        self._waiting: OrderedDict[str, OrderedDict[str, str]] = OrderedDict()
        self._retries: dict[str, _Retry] = {}
        self._paused_until = 0.0
        self._failures = 0
        self._thread: threading.Thread | None = None
        self._closed = False
        self._news = 0  # grows with each change, so that the thread does not sleep through one

    def want(self, dossier: str, names: Iterable[str]) -> None:
        """The names that a dossier wants now, instead of those it wanted before; returns at once."""
        wanted = OrderedDict((fold(name), name) for name in names)
        with self._changed:
            if wanted.keys() == self._waiting.get(dossier, {}).keys():
                return
            if wanted:
                self._waiting[dossier] = wanted
            else:
                self._waiting.pop(dossier, None)
            self._news += 1
            self._changed.notify_all()

    def awaits(self, name: str) -> bool:
        """Whether the name stands in the line and no answer of the geocoder failed to come yet."""
        key = fold(name)
        with self._changed:
            return key not in self._retries and any(key in names for names in self._waiting.values())

    @property
    def pauses(self) -> bool:
        """Whether the geocoder fell silent and is left alone for a while."""
        with self._changed:
            return self._paused_until > self._clock()

    def start(self) -> None:
        """Have a thread that works the line off."""
        with self._changed:
            if not self._closed and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work_on, name="dateline-outside", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Ends the thread after the request that it is at."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def step(self) -> float | None:
        """Asks for at most one name. Gives the seconds until the next one may be asked for; null: nobody waits.

        Raises:
            sqlite3.Error: the ledger cannot be written; nothing was sent.
        """
        with self._asking:
            dossier, name, wait = self._next()
            if name is None:
                return wait
            now = self._clock()
            if self._ledger.settled([name], now):  # by another process
                self._done(name)
                return 0.0
            wait = self._ledger.turn(now, self._seconds)
            if wait > 0:
                return wait
            self._behind(dossier)
            self._ledger.sending(name, now)
            answer = self._client.ask(name)
            self._ledger.keep(name, answer, self._clock())
            if isinstance(answer, Unavailable):
                self._failed(name, answer)
            else:
                self._failures = 0
                self._done(name)
            return 0.0

    def _next(self) -> tuple[str, str | None, float | None]:
        """A name whose time has come, with its dossier; else the seconds until there is one."""
        with self._changed:
            now = self._clock()
            waiting = [(dossier, key) for dossier, names in self._waiting.items() for key in names]
            if not waiting:
                return "", None, None
            if self._paused_until > now:
                return "", None, self._paused_until - now
            fresh = next(((dossier, key) for dossier, key in waiting if key not in self._retries), None)
            dossier, key = fresh or min(waiting, key=lambda pair: self._retries[pair[1]].due)
            due = 0.0 if fresh else self._retries[key].due
            return (dossier, self._waiting[dossier][key], 0.0) if due <= now else ("", None, due - now)

    def _behind(self, dossier: str) -> None:
        """The next name is another dossier's."""
        with self._changed:
            if dossier in self._waiting:
                self._waiting.move_to_end(dossier)

    def _done(self, name: str) -> None:
        key = fold(name)
        with self._changed:
            self._retries.pop(key, None)
            for dossier in list(self._waiting):
                self._waiting[dossier].pop(key, None)
                if not self._waiting[dossier]:
                    del self._waiting[dossier]

    def _failed(self, name: str, answer: Unavailable) -> None:
        key = fold(name)
        with self._changed:
            now = self._clock()
            self._failures += 1
            tries = self._retries[key].tries + 1 if key in self._retries else 1
            asked = min(answer.retry_after or 0.0, _LONGEST_PAUSE)
            self._paused_until = now + max(_pause(self._failures), asked)
            self._retries[key] = _Retry(tries, now + max(_pause(tries), asked))

    def _work_on(self) -> None:
        """Until closed. An error is told by its kind alone: its message may hold a name."""
        while not self._closed:
            seen = self._news
            try:
                wait = self.step()
            except Exception as error:
                _log.error("asking outside failed: %s", type(error).__name__)
                wait = _FIRST_PAUSE
            with self._changed:
                if self._news == seen and not self._closed:
                    self._changed.wait(wait)


def _pause(failures: int) -> float:
    """Half a minute, then twice as long each time, up to an hour."""
    return float(min(_FIRST_PAUSE * 2 ** min(failures - 1, 10), _LONGEST_PAUSE))
