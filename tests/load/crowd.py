"""A crowd of readers who turn to one page after another, each after a while of reading."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from tests.load.visit import Run, Visit

PAGES = ("", "map", "timeline", "figures", "document", "add")
"""Addresses of the pages that readers turn to; the overview's is empty."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many readers come, and how long each reads a page: ``pause`` in seconds, half to one and a half of it."""

    readers: int
    pause: float
    seconds: float
    """How long they stay, once all have come."""

    pages: Sequence[str] = PAGES


@dataclass(frozen=True, slots=True)
class Waited:
    """What readers waited for pages."""

    runs: tuple[Run, ...]
    faults: tuple[str, ...]

    def share(self, part: float) -> float:
        """Seconds within which this part of all runs ended."""
        return share([run.seconds for run in self.runs], part)


def share(values: Iterable[float], part: float) -> float:
    """The value that this part of all does not exceed."""
    ranked = sorted(values)
    return ranked[min(int(len(ranked) * part), len(ranked) - 1)]


async def visit(address: str, dossier: str, crowd: Crowd) -> Waited:
    """Have a crowd read; its first pages, for which all come at once, are not counted."""
    async with AsyncExitStack() as there:
        visits = [await there.enter_async_context(Visit(address, dossier, f"Reader {n}")) for n in range(crowd.readers)]
        for one in visits:
            await one.to(crowd.pages[0])
        until = time.monotonic() + crowd.seconds
        found = await asyncio.gather(*(_read(one, crowd, n, until) for n, one in enumerate(visits)))
        return Waited(
            tuple(run for runs in found for run in runs), tuple(fault for one in visits for fault in one.faults)
        )


async def _read(one: Visit, crowd: Crowd, number: int, until: float) -> list[Run]:
    chance, runs = random.Random(number), []  # noqa: S311 — a fixed choice
    await asyncio.sleep(chance.uniform(0, crowd.pause))
    while time.monotonic() < until:
        runs.append(await one.to(chance.choice(crowd.pages)))
        await asyncio.sleep(chance.uniform(0.5, 1.5) * crowd.pause)
    return runs
