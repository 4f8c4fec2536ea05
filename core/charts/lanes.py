"""Marks along a line of time, stacked so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def lanes(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """The lane of each span: the lowest one where it keeps ``gap`` from those before it.

    Spans are (from, to) on any one scale, in any order; the method is the greedy colouring of an interval graph.
    """
    chosen = [0] * len(spans)
    ends: list[float] = []
    for index in sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i)):
        start, end = spans[index]
        lane = next((number for number, last in enumerate(ends) if last + gap <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        ends[lane] = end
        chosen[index] = lane
    return chosen
