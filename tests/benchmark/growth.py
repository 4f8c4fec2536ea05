"""Seconds a 100,000 characters for short and long texts of many shapes: whether our parts take linear time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.frames.rows import frames
from core.ingest import from_text
from tests.benchmark.clock import timed
from tests.benchmark.texts import SHAPES

LIMIT = 1.5
"""Seconds a character in the longest text may be this many times those in the shortest; ten is quadratic time."""

TRIES = 3
UNIT = 100_000
Spent = dict[str, float]


def growth(sizes: Sequence[int], shapes: Iterable[str] = SHAPES) -> Iterable[str]:
    """Prints a line for each shape; gives the shapes that grow beyond the limit."""
    print(f"{'seconds a 100 kB':24}" + "".join(f"{f'{size // 1000} kB: nlp':>14} {'ours':>6}" for size in sizes))
    for shape in shapes:
        measured = [_best(shape, size, 1 if size > UNIT else 2) for size in sizes]
        for _ in range(TRIES - 1):  # a machine that is busy elsewhere may stall any one run
            if sizes[-1] <= UNIT and _grown(measured) > LIMIT:
                measured = [_less(a, _once(shape, size)) for a, size in zip(measured, sizes, strict=True)]
        columns = "".join(f"{spent['nlp']:14.2f} {_ours(spent):6.2f}" for spent in measured)
        slowest = max((part for part in measured[-1] if part != "nlp"), key=measured[-1].__getitem__)
        print(
            f"{shape:24}{columns}  growth {_grown(measured):4.2f}  most: {slowest} {measured[-1][slowest]:.2f}",
            flush=True,
        )
        if _grown(measured) > LIMIT:
            yield f"{shape}: {_grown(measured):.1f} times as long a character"


def _best(shape: str, size: int, tries: int) -> Spent:
    spent = _once(shape, size)
    for _ in range(tries - 1):
        spent = _less(spent, _once(shape, size))
    return spent


def _once(shape: str, size: int) -> Spent:
    """Seconds a unit of text of bare ``nlp.pipe`` and of each of our parts."""
    document = from_text(SHAPES[shape](size), name=shape, as_it_stands=True)
    records, taken = timed([replace(document, language="en")])  # what is taken for another language is not read
    start = time.process_time()
    frames(records)
    spent = {"nlp": taken.bare, **taken.parts, "frames": time.process_time() - start}
    return {part: seconds * UNIT / size for part, seconds in spent.items()}


def _less(one: Spent, other: Spent) -> Spent:
    return {part: min(one[part], other[part]) for part in one}


def _ours(spent: Spent) -> float:
    return sum(seconds for part, seconds in spent.items() if part != "nlp")


def _grown(measured: Sequence[Spent]) -> float:
    return _ours(measured[-1]) / _ours(measured[0])
