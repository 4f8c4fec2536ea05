"""Workers as ``python -m core worker`` has them, with an extractor that takes its time; no model, no other process."""

from __future__ import annotations

import sys

from core.desk.crew import Threads, arrival_readers
from core.desk.extractor import Extractor
from core.desk.opening import open_store, reading_crew
from core.desk.originals import Originals
from tests.core.desk.arrivals.handed import ReadsHere

SLOW = (sys.executable, "-m", "tests.siege.slow_extractor")


def main() -> None:
    """Work until standard input ends."""
    store = open_store()
    crew = reading_crew(store, [Extractor(SLOW)])
    files = Threads(arrival_readers(store, ReadsHere, Originals()))
    crew.begin()
    files.begin()
    sys.stdin.buffer.read()
    files.close()
    crew.close()


if __name__ == "__main__":
    main()
