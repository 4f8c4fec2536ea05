"""Workers as ``python -m core worker`` has them, with an extractor that needs no model and takes its time."""

from __future__ import annotations

import sys

from core.desk.crew import Threads
from core.desk.database import Database, database_url
from core.desk.extractor import Extractor
from core.desk.sql_store import SqlStore

SLOW = (sys.executable, "-m", "tests.siege.slow_extractor")


def main() -> None:
    """Work until standard input ends."""
    store = SqlStore(Database(database_url()))
    crew = Threads(store, [Extractor(SLOW)])
    crew.begin()
    sys.stdin.buffer.read()
    crew.close()


if __name__ == "__main__":
    main()
