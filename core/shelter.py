"""A step whose failure costs what it would have found, and never the text."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import TypeVar

_log = logging.getLogger("dateline.reading")
_Found = TypeVar("_Found")
_Otherwise = TypeVar("_Otherwise")


def attempted(step: str, work: Callable[[], _Found], otherwise: _Otherwise) -> _Found | _Otherwise:
    """What the work gives, ``otherwise`` where it fails; then the log says where, without a word of the text.

    Raises:
        MemoryError: what else is half done nobody knows; whoever runs the process decides.
    """
    try:
        return work()
    except MemoryError:
        raise
    except Exception as error:  # whatever it is: the others must not suffer
        _log.error("%s failed: %s", step, kind_of(error))
        return otherwise


def kind_of(error: BaseException) -> str:
    """The error's type and where it arose; its message may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}" if frames else type(error).__name__
