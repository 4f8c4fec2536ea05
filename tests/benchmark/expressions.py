"""Every regular expression on ten million characters of few kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.benchmark import patterns

LIMIT = 2.0
TIMES = 2.5
"""Seconds; where a plain walk over the same characters takes long itself, so many times that."""

SHOWN = 10
_SHORTER = 2_000
_AT_LENGTH = 12
"""All are tried on a text so many times shorter, and so many of the slowest on the whole of it."""


class Run(NamedTuple):
    """Processor time that an expression took on one kind of text, and a plain walk over the same text."""

    seconds: float
    walk: float
    shape: str
    made: patterns.Made


def expressions(size: int) -> Iterable[str]:
    """Prints the slowest; gives those over the limit."""
    made = patterns.all_patterns()
    tried = sorted(
        _runs([(one, shape) for shape in patterns.SHAPES for one in made], size // _SHORTER), key=_seconds, reverse=True
    )
    took = sorted(_runs([(run.made, run.shape) for run in tried[:_AT_LENGTH]], size), key=_seconds, reverse=True)
    print(f"{len(made)} expressions, {size:,} characters each of {len(patterns.SHAPES)} kinds; the slowest:")
    for run in took[:SHOWN]:
        print(f"  {run.seconds:5.2f} s  {run.made.where} on {run.shape} (a plain walk: {run.walk:.2f} s)")
    allowed = LIMIT * size / 10_000_000
    slow = [run for run in took if run.seconds > max(allowed, TIMES * run.walk)]
    yield from (f"{run.made.where} on {run.shape}: {run.seconds:.1f} s" for run in slow)


def _runs(pairs: list[tuple[patterns.Made, str]], size: int) -> Iterator[Run]:
    """One shape after the other, so that only one long text is kept."""
    for shape in dict.fromkeys(shape for _, shape in pairs):
        text = patterns.text_of(shape, size)
        walk = patterns.walk(text)
        yield from (Run(patterns.seconds(one, text), walk, shape, one) for one, its in pairs if its == shape)


def _seconds(run: Run) -> float:
    return run.seconds
