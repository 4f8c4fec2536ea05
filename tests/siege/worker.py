"""Workers as ``python -m core worker`` has them, with an extractor that needs no model and takes its time."""

from __future__ import annotations

import sys

from core.desk.extractor import Extractor
from core.desk.opening import open_store, reading_crew

SLOW = (sys.executable, "-m", "tests.siege.slow_extractor")


def main() -> None:
    """Work until standard input ends."""
    store = open_store()
    crew = reading_crew(store, [Extractor(SLOW)])
    crew.begin()
    sys.stdin.buffer.read()
    crew.close()


if __name__ == "__main__":
    main()
