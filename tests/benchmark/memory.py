"""What the gazetteer adds to the resident memory of a running process, measured in a fresh one.

``python -m tests.benchmark.memory`` prints the megabytes of the process before and after thousands of look-ups.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

LIMIT_MB = 150
LOOKUPS = 30_000


def memory() -> Iterable[str]:
    """Prints the figures; gives what is over the limit."""
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, check=True, text=True)
    before, after = map(float, done.stdout.split())
    print(f"gazetteer adds   {after - before:8.0f} MB to {before:.0f} MB (at most {LIMIT_MB} MB), {LOOKUPS:,} look-ups")
    if after - before > LIMIT_MB:
        yield f"gazetteer: {after - before:.0f} MB"


def _look_up() -> None:
    from core.extraction import gazetteer
    from tests.benchmark.texts import every_name, most_ambiguous

    before = _resident_mb()
    names = [*every_name(LOOKUPS), *most_ambiguous()]
    for start in range(0, len(names), 100):
        some = names[start : start + 100]
        gazetteer().names([*some, *(f"{name} City" for name in some)])
        gazetteer().variants([f"{name}ka" for name in some])
    del names
    print(before, _resident_mb())


def _resident_mb() -> float:
    """Resident memory of this process, where the system tells it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    _look_up()
