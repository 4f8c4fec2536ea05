"""A extractor whose extraction is made of simple rules, so that tests need neither model nor gazetteer.

What the text says decides what happens: see ``recipe``.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.desk.extractor_loop import MEMORY, serve
from core.desk.messages import Answer, Extracted, Failed, Forgotten, Redate, Redated, Request
from core.models import Extraction, Redating
from core.processes.confinement import die_with_parent, limit


def recipe(asked: Request) -> Answer:
    """A record without marks; or a death, an error, a refusal, a hang, a word on standard output …

    A date of the year 1900 finds its text forgotten.
    """
    document = asked.document
    if isinstance(asked, Redate):
        forgotten = document.published is not None and document.published.year == 1900
        return Forgotten(document.id) if forgotten else Redated(document.id, Redating(document.warnings, (), (), ()))
    if "DIE" in document.text:
        os._exit(9)
    if "RAISE" in document.text:
        raise ValueError(document.text)
    if "REFUSE" in document.text:
        return Failed(document.id, "This cannot be read.")
    if "HANG" in document.text:
        threading.Event().wait()
    if "SPIN" in document.text:
        while True:
            pass
    if "SWELL" in document.text:
        bytearray(MEMORY)
    if "GARBAGE" in document.text:
        os.write(1, b"{this is no message\n")
    if "STRANGE" in document.text:
        return Forgotten(document.id)
    if "PRINT" in document.text:
        print("a library talks")
    record = Extraction(
        **{name: getattr(document, name) for name in (*_COPIED, "warnings", "boilerplate")},
        **dict.fromkeys(("sentences", "places", "dates", "figures", "quotes", "events"), ()),
    )
    return Extracted(document.id, record)


_COPIED = ("id", "name", "sha256", "title", "outlet", "published", "published_from", "language", "text", "original")

if __name__ == "__main__":
    die_with_parent()
    limit(MEMORY)
    serve(sys.stdin.buffer, sys.stdout.buffer, recipe)
