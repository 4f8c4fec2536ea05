"""``python -m tests.thresholds [package …]``: prints each number of core that no test notices being moved a little.

A package is a folder of ``core`` (``dates``, ``places/resolution``) or a file of it; without any, all are tried. Each
number is moved up and down by a tenth, a small whole number by one, and the tests of its package are run.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from pathlib import Path

from tests.thresholds.constants import Constant, constants
from tests.thresholds.forks import ROOT, Forks, Verdict

PACKAGES = (
    *("frames", "compare", "event_coreference", "events", "origins", "dates", "quotes", "figures", "desk"),
    *("places/resolution", "places/recognition", "places/geocoder", "places/gazetteer", "charts", "ingest", "text"),
)
ELSEWHERE = {"places": ("places/test_places.py",)}
"""Tests beyond those of the same name that the numbers of a package, and of what lies in it, may be noticed by."""


def main() -> None:
    """Each package in a process of its own, so that the tests of one are not in memory for the next."""
    parser = argparse.ArgumentParser(prog="python -m tests.thresholds", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    parser.add_argument("--within", type=float, default=float("inf"), help="minutes after which no other is tried")
    chosen = parser.parse_args()
    until = time.monotonic() + 60 * chosen.within
    for package in chosen.packages:
        child = os.fork()
        if child == 0:
            _report(package, until)
            os._exit(0)
        os.waitpid(child, 0)


def _report(package: str, until: float) -> None:
    found = [constant for path in _files(package) for constant in constants(path)]
    if not found:
        return
    forks = Forks(list(_tests(package)))
    print(f"{package}: {len(found)} numbers, tests take {forks.seconds:.1f} s", flush=True)
    tried, unnoticed = 0, 0
    for constant in found:
        if time.monotonic() > until:
            break
        silent = next((value for value in constant.moved() if _survives(forks, constant, value)), None)
        tried += 1
        if silent is not None:
            unnoticed += 1
            print(f"  {constant}  not noticed as {silent:g}", flush=True)
    print(f"{package}: {unnoticed} of {tried} not noticed", flush=True)


def _survives(forks: Forks, constant: Constant, value: int | float) -> bool:
    return forks.verdict(constant.path, constant.source(value)) is Verdict.SURVIVED


def _files(package: str) -> list[Path]:
    path = ROOT / "core" / package
    return sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def _tests(package: str) -> Iterator[str]:
    """Those of the folder that has the package's name, or the file's folder, before those of elsewhere."""
    folder = ROOT / "tests" / "core" / package
    yield str((folder if folder.is_dir() else folder.parent).relative_to(ROOT))
    for above in folder.relative_to(ROOT / "tests" / "core").parents:
        for name in ELSEWHERE.get(above.as_posix(), ()):
            yield f"tests/core/{name}"


if __name__ == "__main__":
    main()
