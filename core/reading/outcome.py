"""Why a file could not be read, in a sentence for people."""

from __future__ import annotations

from typing import Literal

Code = Literal["empty", "not text", "unsupported", "damaged", "too large"]


class Unreadable(Exception):  # noqa: N818 — an outcome that a page states, not a fault of the program
    """A file that gives no text: ``code`` for programs, ``message`` one sentence for people."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
