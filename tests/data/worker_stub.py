"""A worker whose extraction is made of simple rules, so that tests need neither model nor gazetteer.

What the text says decides what happens: see ``extract``.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.desk.worker_loop import serve
from core.models import Document, Extraction, Failure


def extract(documents: Iterable[Document]) -> Iterator[Extraction | Failure]:
    """A record without marks; or a death, an error, a refusal, a hang, a word on standard output."""
    for document in documents:
        if "DIE" in document.text:
            os._exit(9)
        if "RAISE" in document.text:
            raise ValueError(document.text)
        if "REFUSE" in document.text:
            yield Failure(document.id, "This cannot be read.")
            continue
        if "HANG" in document.text:
            threading.Event().wait()
        if "PRINT" in document.text:
            print("a library talks")
        yield Extraction(
            **{name: getattr(document, name) for name in (*_COPIED, "warnings", "boilerplate")},
            **dict.fromkeys(("sentences", "places", "dates", "figures", "quotes", "events"), ()),
        )


_COPIED = ("id", "name", "sha256", "title", "outlet", "published", "published_from", "language", "text")

if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, extract)
