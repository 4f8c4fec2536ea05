"""A hundred files at once, one in six of them deadly, while somebody looks at a page."""

from __future__ import annotations

HARMS = {"exit": 5, "memory": 5, "hang": 3, "deep": 3, "good": 84}
OUTCOMES = {"read": 84, "crashed": 8, "out of memory": 5, "timed out": 3}
