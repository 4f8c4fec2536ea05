"""A worker whose extraction is made of simple rules, so that tests need neither model nor gazetteer.

What the text says decides what happens: see ``recipe``.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.desk.messages import Request
from core.desk.worker_loop import serve
from core.models import Extraction, Failure, Reading


def recipe(asked: Request) -> Reading | Failure:
    """A record without marks; or a death, an error, a refusal, a hang, a word on standard output.

    The parse tells whether the text was read or a reading taken over.
    """
    document = asked.document
    if "DIE" in document.text:
        os._exit(9)
    if "RAISE" in document.text:
        raise ValueError(document.text)
    if "REFUSE" in document.text:
        return Failure(document.id, "This cannot be read.")
    if "HANG" in document.text:
        threading.Event().wait()
    if "PRINT" in document.text:
        print("a library talks")
    record = Extraction(
        **{name: getattr(document, name) for name in (*_COPIED, "warnings", "boilerplate")},
        **dict.fromkeys(("sentences", "places", "dates", "figures", "quotes", "events"), ()),
    )
    return Reading(record, b"taken over" if asked.before else b"read")


_COPIED = ("id", "name", "sha256", "title", "outlet", "published", "published_from", "language", "text", "original")

if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, recipe)
