"""``python -m tests.siege``: an import under 100 kills, on each database; exit status 1 where anything is amiss."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.core.desk.desks import DATABASES, database_url
from tests.siege.siege import besiege


def main() -> int:
    """Print what each siege left."""
    parser = argparse.ArgumentParser(prog="python -m tests.siege")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--kind", choices=("real", "stub"), default="stub")
    parser.add_argument("--database", choices=DATABASES, action="append")
    chosen = parser.parse_args()
    bad = 0
    for kind in chosen.database or DATABASES:
        with tempfile.TemporaryDirectory() as folder, database_url(kind, Path(folder)) as url:
            pause = (1.0, 5.0) if chosen.kind == "real" else (0.1, 0.8)
            found = besiege(url, Path(folder), chosen.documents, chosen.kills, chosen.kind, pause)
        print(
            f"{kind}: killed {dict(found.killed)}; documents {dict(found.states)}, readings a document "
            f"{dict(found.readings)}, half {found.half}, lost {found.lost}; longest wait for another worker "
            f"{max(found.waits, default=0.0):.1f} s",
            flush=True,
        )
        bad += not found.good
    return min(bad, 1)


if __name__ == "__main__":
    sys.exit(main())
