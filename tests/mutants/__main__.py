"""``python -m tests.mutants [part …]``: breaks the code in small ways and tells how many of them the tests notice.

The breaking, the choice of tests and the counting are mutmut's. A mutant that nobody can tell from the code as it is
stands in ``equivalent.toml`` with the reason, and does not count.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.mutants.workshop import ROOT, Mutant, Part, Workshop

PARTS = (
    Part("frames", ("core/frames/*.py", "core/frames/kinds/*.py"), ("tests/core/frames",)),
    Part("desk", ("core/desk/*.py",), ("tests/core/desk",)),
    Part(
        "calibration",
        ("core/places/resolution/calibration.py", "core/places/resolution/features.py"),
        ("tests/core/places/resolution",),
    ),
    Part(
        "events",
        tuple(f"core/events/{name}.py" for name in ("dating", "factuality", "modality", "selecting_predicates")),
        ("tests/core/events",),
    ),
    Part(
        "dates",
        tuple(f"core/dates/{name}.py" for name in ("anchor_context", "direction", "reference_time", "underspecified")),
        ("tests/core/dates",),
    ),
)
Equivalent = Mapping[str, Mapping[str, str]]
"""Function → the line as a mutant has it → why that is the same."""


def main() -> None:
    """Each part in turn, as long as there is time; the score of each, and each mutant that survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", help="of " + ", ".join(part.name for part in PARTS))
    parser.add_argument("--since", metavar="COMMIT", help="only files that have changed since this commit")
    parser.add_argument("--within", type=float, metavar="MINUTES", help="stop after so long, with what is known then")
    parser.add_argument("--least", type=float, default=0.0, metavar="PERCENT", help="fail where a part scores less")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    until = time.monotonic() + 60 * chosen.within if chosen.within else None
    changed = _changed(chosen.since) if chosen.since else None
    scores = []
    for part in PARTS:
        files = sorted(part.paths() if changed is None else part.paths() & changed)
        if files and (not chosen.parts or part.name in chosen.parts):
            seconds = None if until is None else max(until - time.monotonic(), 1.0)
            workshop = Workshop(part)
            complete = workshop.run(files, seconds, chosen.processes)
            scores.append(_report(part, list(workshop.tried(files)), complete))
    if not scores:
        print("mutants: nothing to break")
    sys.exit(min(scores, default=100.0) < chosen.least)


def _report(part: Part, mutants: list[Mutant], complete: bool) -> float:
    """Prints what survived and the score; per cent."""
    known = _equivalent()
    counted = [m for m in mutants if not (m.survived and m.change in known.get(m.function, {}))]
    survivors = [mutant for mutant in counted if mutant.survived]
    for mutant in survivors:
        print(f"  {mutant.function}: {mutant.change}")
    score = 100.0 * (1 - len(survivors) / len(counted)) if counted else 100.0
    what = f"{len(counted) - len(survivors)} of {len(counted)} mutants noticed"
    print(f"{part.name}: {what}, {score:.0f} %{'' if complete else ', and time was up'}", flush=True)
    return score


def _equivalent() -> Equivalent:
    return tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))


def _changed(commit: str) -> set[str]:
    """Files that differ from what they were then; all where nobody knows the commit."""
    command = ["git", "diff", "--name-only", commit, "--", "core"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        print(f"mutants: nobody knows {commit} here")
        return set()
    return set(told.stdout.split())


if __name__ == "__main__":
    main()
