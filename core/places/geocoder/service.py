"""The one outside geocoder of this process: what it was asked, what it said, and what is still open."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from core.models import Extraction
from core.places.gazetteer.location import cache_folder
from core.places.geocoder.answer import Answer
from core.places.geocoder.borders import Borders
from core.places.geocoder.client import Client
from core.places.geocoder.placing import placed
from core.places.geocoder.queue import Asks, Line
from core.places.geocoder.request_log import Ledger, Sent
from core.places.geocoder.settings import Fault, Settings, settings_of

_FILE = "outside.sqlite"
_DOSSIERS = 1_000
_log = logging.getLogger("dateline.outside")


class Geocoder:
    """What pages and the command line see of it, from any thread; only :meth:`wait` waits for answers."""

    def __init__(
        self,
        settings: Settings,
        ledger: Ledger,
        client: Asks | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self.ledger = ledger
        self.line = Line(client or Borders(Client(settings)), ledger, settings.seconds, clock)
        self._clock = clock
        self._sleep = sleep
        self._wanted: dict[str, Sequence[str]] = {}

    def want(self, dossier: str, names: Sequence[str], begin: bool = True) -> None:
        """Have the names of a dossier asked for that need it; the names it wanted before and no longer has are not."""
        try:
            settled = self.ledger.settled(names, self._clock())
            self._remember(dossier, names, bool(set(names) - settled))
        except sqlite3.Error as error:  # without the list of what is sent nothing is sent
            _log.error("the list of names cannot be written: %s", type(error).__name__)
            return
        self.line.want(dossier, [name for name in names if name not in settled])
        if begin:
            self.line.start()

    def _remember(self, dossier: str, names: Sequence[str], news: bool) -> None:
        """Writes whose names these are; each run of a page comes by here, mostly with nothing new."""
        if news or self._wanted.get(dossier) != names:
            self.ledger.want(dossier, names)
            if len(self._wanted) >= _DOSSIERS:
                self._wanted.clear()
            self._wanted[dossier] = names

    def answers(self, names: Iterable[str]) -> dict[str, Answer]:
        """Name → what came back last, for names that were asked for."""
        try:
            return self.ledger.answers(names)
        except sqlite3.Error as error:
            _log.error("the answers cannot be read: %s", type(error).__name__)
            return {}

    def open_names(self, names: Iterable[str]) -> list[str]:
        """Those of the names that stand in the line and may be answered soon."""
        return [] if self.line.pauses else [name for name in names if self.line.awaits(name)]

    def sent(self, dossier: str) -> tuple[Sent, ...]:
        """Every name that was sent for a dossier, the latest first."""
        try:
            return self.ledger.sent(dossier)
        except sqlite3.Error as error:
            _log.error("the list of names cannot be read: %s", type(error).__name__)
            return ()

    def placed(self, record: Extraction, answers: Mapping[str, Answer]) -> Extraction:
        """The record with the answers put in."""
        return placed(record, answers, self.settings.title)

    def wait(self, dossier: str, names: Sequence[str], seconds: float) -> None:
        """Asks for the names here and now, until all have an answer, the geocoder falls silent, or time is up.

        Raises:
            sqlite3.Error: the list of names cannot be written; nothing was sent.
        """
        self.want(dossier, names, begin=False)
        end = self._clock() + seconds
        while self.open_names(names):
            pause = self.line.step()
            if pause is None or self._clock() + pause > end:
                return
            self._sleep(pause)


@lru_cache(maxsize=1)
def outside() -> Geocoder | Fault | None:
    """The geocoder that the environment names: null where it names none, a fault where what it names is wrong."""
    settings = settings_of(os.environ)
    if not isinstance(settings, Settings):
        return settings
    path = cache_folder() / _FILE
    try:
        return Geocoder(settings, Ledger(path, settings.address))
    except (OSError, sqlite3.Error):
        return Fault(f"No outside geocoder is asked: its answers cannot be kept in {path}.")
