"""``python -m tests.load``: what readers wait for while many read; beside what one reader alone waits for."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import defaultdict

from tests.load.crowd import PAGES, Crowd, Waited, share, visit
from tests.load.served import DOSSIER, Served, served

_ALONE = Crowd(readers=1, pause=0.5, seconds=20.0)
_BUSY = 400
"""Articles that workers read meanwhile, in another dossier: more than they can in the time."""


def main() -> int:
    """Prints seconds of runs and what they sent; exit status 1 where a page failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    parser.add_argument("--readers", type=int, default=60)
    parser.add_argument("--pause", type=float, default=5.0, help="seconds that a reader looks at a page")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--page", action="append", choices=PAGES, help="only this one; the overview is ''")
    parser.add_argument("--busy", action="store_true", help="while a worker extracts")
    parser.add_argument("--at", help="a server that is there, with --dossier")
    parser.add_argument("--dossier", default=DOSSIER)
    given = parser.parse_args()
    crowd = Crowd(given.readers, given.pause, given.seconds, tuple(given.page or PAGES))
    if given.at:
        return _tell(*asyncio.run(_both(given.at, given.dossier, crowd)))
    with served(given.documents) as there:
        if given.busy:
            _keep_busy(there)
        return _tell(*asyncio.run(_both(there.address, DOSSIER, crowd)))


def _keep_busy(there: Served) -> None:
    there.add("a-dossier-being-read", _BUSY, seed=1)


async def _both(address: str, dossier: str, crowd: Crowd) -> tuple[Waited, Waited]:
    alone = await visit(address, dossier, Crowd(1, _ALONE.pause, _ALONE.seconds, crowd.pages))
    return alone, await visit(address, dossier, crowd)


def _tell(alone: Waited, crowd: Waited) -> int:
    for name, waited in (("one reader", alone), ("all readers", crowd)):
        print(f"{name}: {len(waited.runs)} runs, {_shares(waited)}")
        pages: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for run in waited.runs:
            pages[run.page].append((run.seconds, run.bytes))
        for page, runs in pages.items():
            seconds, size = [one for one, _ in runs], sum(many for _, many in runs) / len(runs)
            print(f"  {page:10} p50 {share(seconds, 0.5):.2f} p95 {share(seconds, 0.95):.2f}  {size / 1000:,.0f} kB")
    print(f"95 of 100 runs take {crowd.share(0.95) / alone.share(0.95):.1f} times as long as for one reader")
    faults = {*alone.faults, *crowd.faults}
    for fault in faults:
        print(f"failed: {fault}")
    return int(bool(faults))


def _shares(waited: Waited) -> str:
    return ", ".join(f"p{part * 100:.0f} {waited.share(part):.2f} s" for part in (0.5, 0.95, 0.99))


if __name__ == "__main__":
    sys.exit(main())
