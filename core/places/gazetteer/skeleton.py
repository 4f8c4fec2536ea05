"""A key under which the usual romanisations of Ukrainian, Russian and related names meet."""
from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=16_384)
def skeleton(form: str) -> str:
    return form
