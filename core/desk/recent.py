"""What was used lately, kept up to a size: the least recently used goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, bounded by the sum of their sizes. May be used by several threads."""

    def __init__(self, most: int, size: Callable[[V], int]) -> None:
        """Keeps values of ``most`` in all, each as large as ``size`` says of it."""
        self._most = most
        self._size = size
        self._lock = threading.Lock()
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._total = 0

    def put(self, key: K, value: V) -> None:
        """Keep a value; another under the same key gives way, and one larger than all room is not kept."""
        size = self._size(value)
        with self._lock:
            self._drop(key)
            self._kept[key] = value, size
            self._total += size
            while self._total > self._most:
                self._drop(next(iter(self._kept)))

    def get(self, key: K) -> V | None:
        """The value of a key; null where it is not kept."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def _drop(self, key: K) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._total -= gone[1]
