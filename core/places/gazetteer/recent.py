"""A bounded memory of look-ups."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping, Sized
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Sized)


class Recent(Generic[Key, Value]):
    """Keeps the values that were asked for last, up to ``most`` items in all; safe in several threads.

    Items are counted and not values, because a few common names have thousands of places and most names one.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._items = 0
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def known(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """The values of those keys that are remembered."""
        with self._lock:
            found = {key: self._values[key] for key in keys if key in self._values}
            for key in found:
                self._values.move_to_end(key)
        return found

    def learn(self, values: Mapping[Key, Value]) -> None:
        """Remembers these, and forgets the oldest beyond the bound."""
        with self._lock:
            for key, value in values.items():
                self._items += _weight(value) - _weight(self._values.pop(key, None))
                self._values[key] = value
            while self._items > self._most:
                _, oldest = self._values.popitem(last=False)
                self._items -= _weight(oldest)


def _weight(value: Sized | None) -> int:
    """The key counts as an item too."""
    return 0 if value is None else len(value) + 1
