"""What pages need, imported once, before the first of them runs."""

from __future__ import annotations

import importlib
import logging
import threading
from pathlib import Path

_PAGES = Path(__file__).parents[1]
_IMPORTING = threading.Lock()
_LOG = logging.getLogger(__name__)


def begin() -> None:
    """Begins to import what pages need, in one thread for which all of them wait.

    Libraries whose parts import each other break where several threads import them at once, as the readers do who
    come back together when a server was begun anew.
    """
    _IMPORTING.acquire()  # given back by the thread
    threading.Thread(target=_import_all, name="dateline-imports", daemon=True).start()


def wait() -> None:
    """Returns once :func:`begin` is done; at once where it was never begun."""
    with _IMPORTING:
        return


def _import_all() -> None:
    try:
        for file in sorted(_PAGES.glob("*/*.py")):
            if file.stem != "__init__":
                importlib.import_module(f"pages.{file.parent.name}.{file.stem}")
        importlib.import_module("core.desk.opening")
        importlib.import_module("core.charts.timeline")
    except Exception:  # the page that needs it tells
        _LOG.exception("not all of the program could be imported ahead")
    finally:
        _IMPORTING.release()
