"""Sorting figures apart without knowing how many heaps there will be; the order they come in never matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from core.clustering.connected_components import joined

Item = TypeVar("Item")


def by_detail(
    items: Sequence[Item],
    detail: Callable[[Item], frozenset[str]],
    may_join: Callable[[list[Item], list[Item]], bool] = lambda vague, fuller: True,
) -> list[list[Item]]:
    """Heaps of items of equal detail; what tells less joins what tells more, where only one thing can be meant.

    "Aid" joins "military aid" unless "humanitarian aid" is there as well. ``may_join`` can forbid it further.
    """
    heaps: dict[frozenset[str], list[Item]] = defaultdict(list)
    for item in items:
        heaps[detail(item)].append(item)
    fuller_of: dict[frozenset[str], frozenset[str]] = {}
    for vague in heaps:
        fuller = sorted((d for d in heaps if vague < d and may_join(heaps[vague], heaps[d])), key=len)
        if fuller and all(small <= large for small, large in pairwise(fuller)):
            fuller_of[vague] = fuller[0]
    details = sorted(heaps, key=sorted)
    linked = joined(details, lambda d: (d, fuller_of.get(d, d)))
    return [[item for d in group for item in heaps[d]] for group in linked]


def by_gap(items: Sequence[Item], reach: Callable[[Item], tuple[int, int]], gap: int) -> list[list[Item]]:
    """Heaps of items whose spans (first and last day as ordinals) follow one another within ``gap`` days."""
    heaps: list[list[Item]] = []
    end = 0
    for item in sorted(items, key=reach):
        first, last = reach(item)
        if not heaps or first - end > gap:
            heaps.append([])
            end = last
        heaps[-1].append(item)
        end = max(end, last)
    return heaps
