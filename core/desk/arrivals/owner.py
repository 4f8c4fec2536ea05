"""Whose a draft is: who signed in, else whose browser it is. A name that was typed is no key, for anybody may type it.

The database has hashes of the keys alone: neither it nor a back-up tells what a browser would have to show.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody's keys: what they hand in now is kept under the first, and theirs is what is kept under any."""

    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """The one for what is handed in now."""
        return self.keys[0]


def owner(*secrets: str) -> Owner:
    """The owner who shows some secrets; there must be one at least."""
    if not secrets:
        raise ValueError("an owner without a key")
    return Owner(tuple(hashlib.sha256(f"draft {secret}".encode()).hexdigest() for secret in secrets))
