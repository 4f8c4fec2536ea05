"""The gazetteer made ready beside a server that serves already."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from core.places.gazetteer.build import Progress, build
from core.places.gazetteer.location import default_path

_log = logging.getLogger("dateline.gazetteer")


class Preparation:
    """Whether the gazetteer is there, and until then what is being done about it. May be asked by any thread."""

    def __init__(
        self, path: Callable[[], Path] = default_path, make: Callable[[Path | None, Progress | None], Path] = build
    ) -> None:
        self._path = path
        self._make = make
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ready = False
        self.line = ""
        self.fault: str | None = None

    @property
    def ready(self) -> bool:
        """Whether it is there; where it is not, making it begins, unless that failed."""
        if not self._ready:
            self._begin()
        return self._ready

    def _begin(self) -> None:
        with self._lock:
            if self._thread is not None or self.fault is not None:
                return
            if self._path().exists():
                self._ready = True
                return
            self._thread = threading.Thread(target=self._prepare, name="dateline-gazetteer", daemon=True)
            self._thread.start()

    def _prepare(self) -> None:
        try:
            self._make(None, self._say)
            self._ready = True
        except (OSError, ValueError) as error:
            _log.error("the gazetteer could not be made: %s", error)
            self.fault = str(error)
        finally:
            self._thread = None

    def _say(self, line: str) -> None:
        _log.info(line)
        self.line = line
