"""Every regular expression on ten million characters of few kinds."""

from __future__ import annotations

from collections.abc import Iterable

from tests.benchmark import patterns

LIMIT = 2.0
TIMES = 5.0
"""Seconds; where a plain walk over the same characters takes long itself, so many times that."""

SHOWN = 5


def expressions(size: int) -> Iterable[str]:
    """Prints the slowest; gives those over the limit."""
    made = patterns.all_patterns()
    took: list[tuple[float, float, str, str]] = []
    for shape, text in patterns.texts(size).items():
        walk = patterns.walk(text)
        took += [(patterns.seconds(one, text), walk, shape, one.where) for one in made]
    print(f"{len(made)} expressions, {size:,} characters each of {len(patterns.texts(1))} kinds; the slowest:")
    for seconds, walk, shape, where in sorted(took, reverse=True)[:SHOWN]:
        print(f"  {seconds:5.2f} s  {where} on {shape} (a plain walk: {walk:.2f} s)")
    allowed = LIMIT * size / 10_000_000
    yield from (f"{where} on {shape}: {s:.1f} s" for s, walk, shape, where in took if s > max(allowed, TIMES * walk))
