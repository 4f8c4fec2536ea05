"""Things put into heaps: what is linked to each other, directly or through others, lies together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def joined(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> list[list[Item]]:
    """Heaps of items that share a key (the connected components), in the order of their first items."""
    parent = list(range(len(items)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[Hashable, int] = {}
    for i, item in enumerate(items):
        for key in keys(item):
            parent[root(i)] = root(first.setdefault(key, i))
    heaps: dict[int, list[Item]] = defaultdict(list)
    for i, item in enumerate(items):
        heaps[root(i)].append(item)
    return list(heaps.values())
