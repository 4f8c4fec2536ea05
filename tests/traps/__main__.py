"""``python -m tests.traps [part of a name …]``: every trap through the reading processes, with time and memory.

Exit status 1 where an outcome is not among those that are true of the file, where a file took more than 65 seconds
or 2 GiB, or where words that could be read are missing.
"""

from __future__ import annotations

import sys
import time

from core.ingest.isolation import Readers
from tests.traps import Trap, traps
from tests.traps.watching import Watched

SECONDS = 65.0
MIB = 2**20
MEMORY = 2048 * MIB


def main(wanted: list[str]) -> int:
    """Print a line a trap."""
    chosen = [trap for trap in traps() if not wanted or any(part in trap.name for part in wanted)]
    readers = Readers(1)
    try:
        failed = [trap.name for trap in chosen if not _stands(trap, readers)]
    finally:
        readers.close()
    print(f"{len(chosen)} traps, {len(failed)} not as they should be: {', '.join(failed) or 'none'}")
    return int(bool(failed))


def _stands(trap: Trap, readers: Readers) -> bool:
    data = trap.make()
    begun = time.monotonic()
    with Watched() as watched:
        outcome = readers.read(data, trap.name)
    seconds = time.monotonic() - begun
    text = "\n".join(document.text for document in outcome.documents())
    faults = [
        *([outcome.code] if outcome.code not in trap.codes.split("|") else []),
        *(["words lost"] if trap.words not in text else []),
        *(["slow"] if seconds > SECONDS else []),
        *(["memory"] if watched.peak > MEMORY else []),
    ]
    print(
        f"{'BAD' if faults else 'ok ':4}{trap.name:26}{len(data) / MIB:7.1f} MB {seconds:6.2f} s "
        f"{watched.peak / MIB:6.0f} MiB  {outcome.code}: {outcome.sentence[:150]} {faults or ''}",
        flush=True,
    )
    return not faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
