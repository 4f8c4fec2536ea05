"""How fast files are read, and what a reading process adds to a document once it is warm."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Callable, Iterable

from core.ingest import read_file
from core.ingest.isolation import Readers
from tests.corpus import office, plain, portable
from tests.corpus.sample import STORY

PAGES = 60
ROUNDS = 30
LIMIT_MS = 20.0
"""What isolation may add to a document."""


def reading() -> Iterable[str]:
    """Prints the figures; gives what is over the limit."""
    for name, unit, count, data in (
        ("story.pdf", "pages", PAGES, portable.story(PAGES)),
        ("story.docx", "documents", 1, office.word()),
        ("story.html", "documents", 1, plain.page(STORY * 7).encode()),
    ):
        seconds = _processor_time(lambda data=data, name=name: read_file(data, name))  # type: ignore[misc]
        print(f"reads {name:11}{count / seconds:8.0f} {unit}/s")
    added = 1000 * _added()
    print(f"isolation adds   {added:8.1f} ms a document (at most {LIMIT_MS:.0f} ms)")
    if added > LIMIT_MS:
        yield f"isolation: {added:.1f} ms a document"


def _processor_time(work: Callable[[], object]) -> float:
    """Seconds of this process for one run, after one that loads what it needs."""
    work()
    begun = time.process_time()
    for _ in range(ROUNDS):
        work()
    return (time.process_time() - begun) / ROUNDS


def _added() -> float:
    """Seconds between handing a document to a warm process and having it, beyond reading it here; the median of many.

    These are seconds on the wall: there is no other clock for two processes. Both ways are taken in turns.
    """
    data = plain.page(STORY * 7).encode()
    with contextlib.closing(Readers(1)) as readers:
        readers.read(data, "story.html")
        pairs = [
            (_wall(lambda: readers.read(data, "story.html")), _wall(lambda: read_file(data, "story.html")))
            for _ in range(ROUNDS)
        ]
    return statistics.median(isolated for isolated, _ in pairs) - statistics.median(here for _, here in pairs)


def _wall(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
